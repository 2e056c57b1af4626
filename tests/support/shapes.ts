import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Ink from a picture in characters: `#` full stroke, `+` half, anything else paper. */
export function inkOf(...rows: readonly string[]): InkImage {
  const levels = rows.flatMap((row) => [...row].map((c) => c === "#" ? 255 : c === "+" ? 128 : 0));
  return inkImage(rows[0].length, rows.length, Uint8Array.from(levels));
}

/** An upright bar of full ink in the middle of some paper. */
export function bar(width: number, height: number, margin = 4): InkImage {
  const empty = ".".repeat(width + 2 * margin);
  const row = ".".repeat(margin) + "#".repeat(width) + ".".repeat(margin);
  return inkOf(
    ...Array<string>(margin).fill(empty),
    ...Array<string>(height).fill(row),
    ...Array<string>(margin).fill(empty),
  );
}

/** The sum of the levels, in pixels of full ink. */
export function inkMass({ pixels }: InkImage): number {
  return pixels.reduce((sum, level) => sum + level, 0) / 255;
}

/** The centre of mass, in pixels from the middle of the image. */
export function inkCentre(ink: InkImage): { right: number; down: number } {
  let [right, down] = [0, 0];
  ink.pixels.forEach((level, i) => {
    right += level / 255 * (i % ink.width - (ink.width - 1) / 2);
    down += level / 255 * (Math.floor(i / ink.width) - (ink.height - 1) / 2);
  });
  return { right: right / inkMass(ink), down: down / inkMass(ink) };
}
