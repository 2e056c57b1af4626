/** Reading: from the light of a whole image to its digits.
 *
 * @module
 */
import type { Box } from "../image/box.ts";
import type { Degrees } from "../image/turn_box.ts";
import { findWriting } from "../preprocess/writing/find_writing.ts";
import type { DecodedImage } from "../preprocess/decode/decode_image.ts";
import { resample } from "../image/resample.ts";
import { decodeLimits } from "../preprocess/decode/limits.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { PlacedLine } from "./placed_line.ts";
import type { ReadDigit } from "./read_digit.ts";
import { type ReadLine, type RejectedMark, writtenText } from "./read_line.ts";
import { readSingle } from "./read_single.ts";
import { mayBeDigit } from "./segment/may_be_digit.ts";
import type { LineOptions } from "./weighing/line_options.ts";
import { readTurned, type TurnedLines } from "./read_turned.ts";
import { tableText } from "./table_text.ts";
import type { LightImage } from "../image/light_image.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What was read on an image. */
export interface Reading {
  /** The digits; lines are parted by `\n`. Empty where there is nothing to read. */
  readonly text: string;
  /** The same with the signs between the digits, such as `21/12/1971`. */
  readonly written: string;
  /** Line by line, from left to right. */
  readonly digits: readonly ReadDigit[];
  /** That all of it is right, 0 to 1: the product of the lines' confidences, in which the doubt whether the page
   * lies turned counts once; 0 without digits. */
  readonly confidence: number;
  /** The lines of `text`; the cells of a table's row are one line. */
  readonly lines: readonly ReadLine[];
  /** What was left out: marks that are as high as digits, and what is far thicker than strokes. */
  readonly rejected: readonly RejectedMark[];
  /** How far the page lies turned from upright, clockwise, in degrees. */
  readonly turned: Degrees;
  /** The cells of tables, row by row; `""` is an empty one. Missing where there is no table. */
  readonly rows?: readonly (readonly string[])[];
}

/** How an image is read. */
export interface ReadOptions extends LineOptions {
  /** Takes all ink for one digit. */
  readonly single?: boolean;
}

/** Reads the digits on an image. The whole way from a file to its text, in order:
 *
 * 1. `preprocess/decode/decode_image.ts`: the file becomes light, before it comes here
 * 2. here: large images are made smaller
 * 3. `preprocess/writing/find_writing.ts`: light becomes ink, without rules, frames and shadows
 * 4. `read_single.ts` where all ink is one digit, else `read_turned.ts` and `read_lines.ts`, which do the rest
 * 5. `segment/page_lines.ts`, `table_rows.ts`, `deslant.ts`, `signs.ts`, `over_segment.ts`, `candidates.ts`:
 *    lines and cells, without their slant and signs, cut into pieces, the runs of which may be digits
 * 6. `classify_candidates.ts`: `preprocess/ink/normalise_digit.ts` and `model/classify.ts` say what each is
 * 7. `weigh_lines.ts`, `weigh_readings.ts`: what the line reader says, and which reading is the most probable by
 *    both; `best_path.ts` where there is no line reader
 * 8. `discount_confidence.ts`, `adjust_priors.ts`, `describe_line.ts`: how sure that is, what was left out
 * 9. here: boxes in the pixels of the original, and the text
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities, or
 * `[batch, 11]` with that of "no digit" last (the reject class)
 * @param image as `decodeImage` gives it
 * @param options.single takes all ink for one digit
 * @param options.lineReader reads lines without cutting them, beside the cuts; better with it
 * @param options.lexicon numbers of which each line is one, where that is known
 * @param options.length digits of each line, where that is known
 * @throws {RangeError} if the image's pixels do not fit its size, it has too many marks, or the
 * model gives other numbers than probabilities
 * @throws {TypeError} if the model's input or output has another shape
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { readImage } from "@lib/predict/read_image.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const image = await decodeImage(projectPath("data", "samples", "telephone_number.jpg"));
 * const { text, digits } = await readImage(await loadHandwritingModel(), image);
 * strictEqual(text.replace("\n", "").length, digits.length);
 * ```
 */
export async function readImage(
  model: LayersModel,
  image: DecodedImage,
  { single = false, ...lineOptions }: ReadOptions = {},
): Promise<Reading> {
  const small = shrinkTo(image, decodeLimits.workingPixels);
  const writing = findWriting(small);
  const read: TurnedLines = single
    ? { lines: await readSingle(model, writing), turned: 0, odds: 1 }
    : await readTurned(model, small, writing, lineOptions);
  const placed = <Item extends { readonly box: Box }>(item: Item): Item => {
    return { ...item, box: enlarge(item.box, small, image.full ?? image) };
  };
  const objects = writing.objects.map((box): RejectedMark => placed({ box, why: "object" }));
  const lines = joinCells(read.lines).map((line): ReadLine => ({
    digits: line.digits.map(placed),
    separators: line.separators.map(placed),
    rejected: line.rejected.map(placed),
    confidence: line.confidence,
    ...(line.alternatives && { alternatives: line.alternatives }),
  })).map((line) => single ? line : besideObjects(line, objects, read.turned));
  const numbers = lines.filter(({ digits }) => digits.length > 0);
  const certain = numbers.map((line) => discountLine(line, read.odds));
  const rows = tableText(read.lines);
  return {
    text: numbers.map(({ digits }) => digits.map(({ digit }) => digit).join("")).join("\n"),
    written: numbers.map(writtenText).join("\n"),
    digits: certain.flatMap(({ digits }) => digits),
    confidence: numbers.reduce(
      (product, line) => product * line.confidence,
      numbers.length === 0 ? 0 : read.odds,
    ),
    lines: certain,
    rejected: [...lines.flatMap((line) => line.rejected), ...objects],
    turned: read.turned,
    ...(rows.length > 0 && { rows }),
  };
}

/** A line where an object of a digit's size stands among its digits: it may be one, as a mark that was left out. */
function besideObjects(
  line: ReadLine,
  objects: readonly RejectedMark[],
  turned: Degrees,
): ReadLine {
  const isWhole = !objects.some(({ box }) => mayBeDigit(box, line.digits, turned));
  return isWhole ? line : { ...line, confidence: line.confidence * limits.withDropped };
}

/** A line of a page that lies as it was read with that probability, 0 to 1: all that is said of it holds then. */
function discountLine(line: ReadLine, odds: number): ReadLine {
  if (odds === 1) return line;
  return {
    ...line,
    digits: line.digits.map((digit) => discountConfidence(digit, 1 - odds)),
    confidence: line.confidence * odds,
    ...(line.alternatives && {
      alternatives: line.alternatives.map((other) => ({ ...other, odds: other.odds * odds })),
    }),
  };
}

/** Makes one line of the cells in a row of a table. */
function joinCells(lines: readonly PlacedLine[]): ReadLine[] {
  const joined: PlacedLine[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    const isSame = last?.cells !== undefined && last.cells.table === line.cells?.table &&
      last.cells.row === line.cells.row;
    if (!isSame) joined.push(line);
    else joined[joined.length - 1] = { ...joinLines(last, line), cells: line.cells! };
  }
  return joined;
}

function joinLines(one: ReadLine, next: ReadLine): ReadLine {
  const count = one.digits.length;
  const factors = [one, next].filter(({ digits }) => digits.length > 0);
  return {
    digits: [...one.digits, ...next.digits],
    separators: [
      ...one.separators,
      ...next.separators.map((sign) => ({ ...sign, after: sign.after + count })),
    ],
    rejected: [...one.rejected, ...next.rejected],
    confidence: factors.reduce(
      (product, { confidence }) => product * confidence,
      Math.min(1, factors.length),
    ),
  };
}

/** Makes an image smaller until it has at most `most` pixels; smaller ones stay as they are. */
function shrinkTo(image: LightImage, most: number): LightImage {
  const scale = Math.min(1, Math.sqrt(most / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(image, side(image.width), side(image.height));
}

type Size = Pick<LightImage, "width" | "height">;

/** A box of the image that was made smaller, in the pixels of the original. */
function enlarge(box: Box, small: Size, image: Size): Box {
  const [scaleX, scaleY] = [image.width / small.width, image.height / small.height];
  const x = Math.max(0, Math.floor(box.x * scaleX));
  const y = Math.max(0, Math.floor(box.y * scaleY));
  const width = Math.ceil((box.x + box.width) * scaleX) - x;
  const height = Math.ceil((box.y + box.height) * scaleY) - y;
  return {
    x,
    y,
    width: Math.min(width, image.width - x),
    height: Math.min(height, image.height - y),
  };
}
