import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
import type { Classified } from "@lib/model/classify.ts";
import { nonDigitShare } from "@lib/preprocess/handwriting/non_digit_share.ts";
import { asClassified } from "./as_classified.ts";
import { nonDigitsLearned } from "./limits.ts";

/** Views asked for at a time. */
const batch = 256;

/** What the cutter says of candidates. It learned from more of them that are no digit than the shipped classifier
 * did: its probabilities are brought to the classifier's share (Saerens et al., 2002,
 * https://doi.org/10.1162/089976602753284446), as the prices of paths were tuned for that one.
 *
 * @param views of `candidateView`
 */
export async function askCutter(
  model: LayersModel,
  views: readonly Uint8Array[],
): Promise<Classified[]> {
  const said: Classified[] = [];
  for (let first = 0; first < views.length; first += batch) {
    const some = views.slice(first, first + batch);
    const pixels = Float32Array.from(
      { length: some.length * 2 * pixelsPerImage },
      (_, i) => some[Math.floor(i / (2 * pixelsPerImage))][i % (2 * pixelsPerImage)] / 255,
    );
    const output = tf.tidy(() =>
      model.predictOnBatch(tf.tensor4d(pixels, [some.length, imageSide, imageSide, 2])) as tf.Tensor
    );
    const all = await output.data<"float32">();
    output.dispose();
    const classes = all.length / some.length;
    for (let i = 0; i < some.length; i++) {
      said.push(withUsualShare(all.subarray(i * classes, (i + 1) * classes)));
    }
  }
  return said;
}

/** @param all `[11]`, the last that of no digit */
function withUsualShare(all: Float32Array): Classified {
  const more = (1 - nonDigitShare) / (1 - nonDigitsLearned);
  const less = nonDigitShare / nonDigitsLearned;
  const none = less * all[10];
  const sum = none + more * (1 - all[10]);
  return asClassified(all.subarray(0, 10).map((one) => one * more / sum), none / sum);
}
