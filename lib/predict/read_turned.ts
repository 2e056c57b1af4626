/** Reading pages that lie on their side or upside down.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import type { Box } from "../image/box.ts";
import { type Turn, turn } from "../image/turn.ts";
import { type Degrees, turnBox } from "../image/turn_box.ts";
import type { LightImage } from "../image/light_image.ts";
import { isolate } from "../image/isolate.ts";
import { classify } from "../model/classify.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { findWriting } from "../preprocess/writing/find_writing.ts";
import { type Writing, writingOf } from "../preprocess/writing/writing.ts";
import { turnLimits as limits } from "./limits.ts";
import type { LineOptions } from "./weighing/line_options.ts";
import { readLines } from "./read_lines.ts";
import type { PlacedLine } from "./placed_line.ts";
import { turnOdds } from "./turn_odds.ts";

/** What makes a page upright again that lies turned so. */
const back: Readonly<Record<Exclude<Degrees, 0>, Turn>> = { 90: "left", 180: "half", 270: "right" };

/** The lines of a page, and how it lies. */
export interface TurnedLines {
  /** Boxes are those of the page as it lies; how the page lies is taken for granted in their confidences. */
  readonly lines: readonly PlacedLine[];
  readonly turned: Degrees;
  /** The probability that the page lies so, 0 to 1; 1 where nothing speaks for another side. */
  readonly odds: number;
}

/** Reads the lines of a page as it lies; where that gives little, it is tried from the side from which its marks
 * look most like digits, and the more probable way counts.
 *
 * @param image of which the writing was found
 * @throws {RangeError} if there are too many marks for a page of writing
 */
export async function readTurned(
  model: LayersModel,
  image: LightImage,
  writing: Writing,
  options: LineOptions = {},
): Promise<TurnedLines> {
  const lines = await readLines(model, writing, options);
  const plain = { lines, turned: 0, odds: 1 } as const;
  const own = quality(lines);
  if (own.marks < limits.leastDigits || own.mean >= limits.poor) return plain;
  const { turned, marks } = await likelyTurn(model, writing);
  if (turned === 0) return plain;
  const read = await readLines(model, writingOf(turn(writing.ink, back[turned])), options);
  const { mean, digits, perLine } = quality(read);
  if (digits < limits.leastDigits || perLine < limits.leastInLine || mean < limits.good) {
    return plain;
  }
  const odds = turnOdds({ marks, lines: mean - own.mean });
  if (odds < 0.5) return { ...plain, odds: 1 - odds };
  const seen = writing.cells.length === 0
    ? read
    : await readLines(model, findWriting(turn(image, back[turned])), options);
  return { lines: seen.map((line) => asItLies(line, turned, image)), turned, odds };
}

/** How a page lies, told by its marks one by one: of some of them the model is asked what they are from each
 * side. With it, how much surer it is of all of these together than of the page as it is. */
async function likelyTurn(
  model: LayersModel,
  { ink, marks, height }: Writing,
): Promise<{ readonly turned: Degrees; readonly marks: number }> {
  const large = marks.components.filter((mark) => {
    const side = Math.max(mark.width, mark.height);
    return side >= limits.leastSide * height && side <= limits.mostSide * height;
  });
  const step = Math.max(1, Math.ceil(large.length / limits.mostMarks));
  const some = large.filter((_, i) => i % step === 0).map((mark) => {
    return isolate(ink, marks, [mark], mark);
  });
  const sums: number[] = [];
  for (const degrees of [0, 90, 180, 270] as const) {
    const turned = some.map((mark) =>
      normaliseDigit(degrees === 0 ? mark : turn(mark, back[degrees]))
    );
    const said = await classify(model, turned);
    sums.push(said.reduce((sum, { confidence }) => sum + confidence, 0));
  }
  const best = sums.indexOf(Math.max(...sums));
  const lead = sums[best] - sums[0];
  const isLikelier = lead > 0 && lead >= limits.likelier * some.length;
  return { turned: isLikelier ? best * 90 as Degrees : 0, marks: lead };
}

/** How well lines were read: the mean confidence of their marks, those left out counted as 0; and how many
 * digits there are in a line that has any. */
function quality(lines: readonly PlacedLine[]): {
  readonly mean: number;
  readonly digits: number;
  readonly perLine: number;
  readonly marks: number;
} {
  const digits = lines.flatMap((line) => line.digits);
  const marks = digits.length + lines.flatMap(({ rejected }) => rejected).length;
  const sum = digits.reduce((total, { confidence }) => total + confidence, 0);
  const numbers = lines.filter((line) => line.digits.length > 0).length;
  return {
    mean: marks === 0 ? 0 : sum / marks,
    digits: digits.length,
    perLine: digits.length / Math.max(1, numbers),
    marks,
  };
}

/** A line of the upright page, with the boxes of the page as it lies. */
function asItLies(line: PlacedLine, turned: Degrees, page: LightImage): PlacedLine {
  const moved = <Item extends { readonly box: Box }>(item: Item): Item => {
    return { ...item, box: turnBox(item.box, turned, page) };
  };
  return {
    ...line,
    digits: line.digits.map(moved),
    separators: line.separators.map(moved),
    rejected: line.rejected.map(moved),
  };
}
