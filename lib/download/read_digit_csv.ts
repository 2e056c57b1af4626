import type { Dataset } from "./dataset.ts";
import { DigitCsv } from "./digit_csv.ts";

/** Reads a CSV file of images piece by piece, packed with gzip or not: a row for each image, its label
 * (0 to 9) and its 784 pixels (0 is paper, 255 is ink), row by row; the first line may name the
 * columns. What separates them is a comma, a semicolon or a tab. Where the first line says that the
 * label is elsewhere, as `class` at the end, it is taken from there.
 *
 * @param path also the file's name in messages
 * @param onProgress is called now and then, with the share of the file that was read
 * @throws {Error} if the file cannot be opened, or unpacked
 * @throws {TypeError} if it is no CSV file of images with their labels
 * @throws {RangeError} if there is something else in a row than it should hold; the message names the
 * row and the column
 */
export async function readDigitCsv(
  path: string,
  onProgress: (fraction: number) => void = () => {},
): Promise<Dataset> {
  const digits = new DigitCsv(path);
  for await (const { bytes, fraction } of pieces(path)) {
    digits.push(bytes);
    onProgress(fraction);
  }
  return digits.end();
}

/** The unpacked pieces of a file, each with the share of the file that was read so far. */
async function* pieces(
  path: string,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly fraction: number }> {
  try {
    using file = await Deno.open(path);
    const { size } = await file.stat();
    let seen = 0;
    const counted = file.readable.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(piece, controller): void {
          seen += piece.length;
          controller.enqueue(piece);
        },
      }),
    );
    const unpacked = await isGzip(path)
      ? counted.pipeThrough(new DecompressionStream("gzip"))
      : counted;
    for await (const bytes of unpacked) yield { bytes, fraction: seen / size };
  } catch (error) {
    const found = (error as Error).message.split(": ")[0];
    throw new Error(
      `Cannot read ${path}: found "${found}", wanted a CSV file, packed with gzip or not`,
      { cause: error },
    );
  }
}

async function isGzip(path: string): Promise<boolean> {
  using file = await Deno.open(path);
  const head = new Uint8Array(2);
  await file.read(head);
  return head[0] === 0x1f && head[1] === 0x8b;
}
