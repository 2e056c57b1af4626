import type { Box } from "./box.ts";
import type { Component, ComponentRuns } from "./connected_components.ts";
import { type InkImage, inkImage } from "./ink_image.ts";

/** Cuts out components without the ink of others in their boxes. Ink too faint for a label, the soft
 * edge of a stroke, is kept.
 *
 * @param all components of the ink
 * @param marks some of them
 * @param box what is cut out, with all of these in it
 */
export function isolate(
  ink: InkImage,
  { runs: { starts, ends, before }, owners }: ComponentRuns,
  marks: readonly Component[],
  box: Box,
): InkImage {
  const pixels = new Uint8Array(box.width * box.height);
  const isOwn = new Set(marks.map(({ label }) => label));
  for (const { x, y, width, height } of marks) {
    for (let row = y; row < y + height; row++) {
      const [from, to] = [row * ink.width + x, row * ink.width + x + width];
      const shift = (row - box.y) * box.width - box.x - row * ink.width;
      pixels.set(ink.pixels.subarray(from, to), from + shift);
      for (let run = before[row]; run < before[row + 1] && starts[run] < to; run++) {
        if (ends[run] <= from || isOwn.has(owners[run])) continue;
        pixels.fill(0, Math.max(from, starts[run]) + shift, Math.min(to, ends[run]) + shift);
      }
    }
  }
  return inkImage(box.width, box.height, pixels);
}
