import type { LayersModel } from "@lib/backend/layers_model.ts";
import { overlay } from "@lib/image/overlay.ts";
import type { Classified } from "@lib/model/classify.ts";
import { adjustTogether, type LoneReading } from "@lib/predict/adjust_together.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import { type CutLine, cutLines } from "@lib/predict/cut_lines.ts";
import { discountConfidence } from "@lib/predict/discount_confidence.ts";
import { weighLines } from "@lib/predict/weighing/weigh_lines.ts";
import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";
import { nonDigitShare } from "@lib/preprocess/handwriting/non_digit_share.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { isBlock } from "@lib/preprocess/writing/is_block.ts";
import { workingImage } from "../reading/working_image.ts";
import { asClassified } from "./as_classified.ts";
import { askCutter } from "./ask_cutter.ts";
import { candidateView } from "./candidate_view.ts";

/** The models that are compared. */
export interface Racers {
  readonly classifier: LayersModel;
  readonly cutter: LayersModel;
  readonly lineReader: LayersModel;
}

/** Whose word on the candidates counts: the shipped classifier's, the cutter's, or the mean of both. */
export const judges = ["classifier", "cutter", "mean"] as const;

/** What is said of each candidate of a line. */
type Said = readonly Classified[];

/** Reads a picture by its cuts, the same cuts and the same prices of paths for each judge. Turned pages are not
 * righted, and bars are not doubted, as `readImage` does.
 *
 * @returns by judge its lines parted by `\n`; as `team` what the line reader and the cutter say together, by the
 * weights that were fitted for the line reader and the classifier
 */
export async function readByCuts(
  { classifier, cutter, lineReader }: Racers,
  image: DecodedImage,
): Promise<Record<typeof judges[number] | "team", string>> {
  const { lines, height } = await cutLines(classifier, findWriting(workingImage(image)));
  const byClassifier: Said[] = lines.map(({ scores }) => scores);
  const byCutter: Said[] = [];
  for (const line of lines) byCutter.push(await judge(cutter, line));
  const byMean = byClassifier.map((said, i) => said.map((one, k) => mean(one, byCutter[i][k])));
  const judged = lines.map((line, i) => {
    return { ...line, scores: line.scores.map((score, k) => ({ ...score, ...byCutter[i][k] })) };
  });
  const weighed = await weighLines(judged, height, { lineReader });
  const text = (said: readonly Said[]): string => {
    return numbersOf(lines, said, height).filter(isDefined).join("\n");
  };
  return {
    ...{ classifier: text(byClassifier), cutter: text(byCutter), mean: text(byMean) },
    team: numbersOf(lines, byCutter, height)
      .map((number, i) => number && (weighed[i]?.[0].text.join("") ?? number))
      .filter(isDefined).join("\n"),
  };
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

async function judge(cutter: LayersModel, { cut, found }: CutLine): Promise<Classified[]> {
  if (found.length === 0) return [];
  const line = overlay(cut.pieces);
  const said = await askCutter(cutter, found.map((candidate) => candidateView(candidate, line)));
  return said.map((one, i) => discountConfidence(one, isBlock(found[i].ink) ? 1 : 0));
}

function mean(one: Classified, other: Classified): Classified {
  const both = one.probabilities.map((value, i) => (value + other.probabilities[i]) / 2);
  return asClassified(both, (one.nonDigit + other.nonDigit) / 2);
}

/** The digits on the cheapest path of each line; `undefined` where it is no number. */
function numbersOf(
  lines: readonly CutLine[],
  said: readonly Said[],
  height: number,
): (string | undefined)[] {
  const read = lines.map(({ line, cut, found, scores, boxOnPage }, i): LoneReading => {
    const path = bestPath(cut, found, said[i], height);
    const digits = path.map((k) => {
      const { normalised } = scores[k];
      return { ...said[i][k], box: boxOnPage(found[k]), normalised };
    });
    return { line, digits, gaps: [], isBars: false };
  });
  return adjustTogether(read, { prior: nonDigitShare, height }).map(({ isNumber, digits }) => {
    return isNumber ? digits.map(({ digit }) => digit).join("") : undefined;
  });
}
