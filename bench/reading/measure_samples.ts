import type { JudgedReading } from "@lib/evaluate/risk_coverage.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import type { LabelledSample } from "./labelled_samples.ts";
import type { ByReader, LoneReaders } from "./lone_readers.ts";
import type { PictureReader } from "./picture_reader.ts";
import type { Score } from "./score.ts";

/** Measures how many photographs are read rightly, by both readers and how sure they are of each, and which
 * share by each alone. */
export async function measureSamples(
  read: PictureReader,
  alone: LoneReaders,
  samples: readonly LabelledSample[],
): Promise<
  { readonly score: Score; readonly judged: readonly JudgedReading[]; readonly ablation: ByReader }
> {
  printNote("Cheque amounts");
  const judged: JudgedReading[] = [];
  let [right, cuts, line] = [0, 0, 0];
  for (const { path, text: wanted } of samples) {
    const image = await decodeImage(path);
    const { text, confidence } = await read(image);
    right += Number(text === wanted);
    judged.push({ confidence, isRight: text === wanted });
    cuts += Number(await alone.cuts(image) === wanted);
    line += Number(await alone.line(image) === wanted);
  }
  const images = samples.length;
  return {
    score: { images, right },
    judged,
    ablation: { cuts: cuts / images, line: line / images, both: right / images },
  };
}
