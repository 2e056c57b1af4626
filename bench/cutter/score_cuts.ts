import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { pixelsPerImage } from "@lib/image/digit_size.ts";
import { type Classified, classify } from "@lib/model/classify.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { askCutter } from "./ask_cutter.ts";
import { bytesPerView } from "./candidate_view.ts";

/** Shares of labelled candidates that the shipped classifier and the cutter take for what they are, 0 to 1.
 *
 * @param cuts a chunk of `cutsToLearn`
 */
export async function scoreCuts(
  { classifier, cutter }: { readonly classifier: LayersModel; readonly cutter: LayersModel },
  { images, labels, size }: Dataset,
): Promise<{ readonly classifier: number; readonly cutter: number }> {
  const views = Array.from({ length: size }, (_, i) => {
    return images.subarray(i * bytesPerView, (i + 1) * bytesPerView);
  });
  const alone = views.map((view) => {
    return Uint8Array.from({ length: pixelsPerImage }, (_, i) => view[2 * i]);
  });
  const share = (said: readonly Classified[]): number => {
    const right = said.filter(({ digit, confidence, nonDigit }, i) => {
      return labels[i] === (nonDigit > confidence ? nonDigitClass : digit);
    });
    return right.length / size;
  };
  return {
    classifier: share(await classify(classifier, alone)),
    cutter: share(await askCutter(cutter, views)),
  };
}
