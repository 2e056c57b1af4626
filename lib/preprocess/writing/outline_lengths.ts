import type { Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** The lengths of marks that were measured already. */
const measured = new WeakMap<Components, Uint32Array>();

/** `[labels + 1]`, how many sides of pixels each component shows to others, by label. A
 * straight stroke shows as many as its box has, a digit more. */
export function outlineLengths(
  size: Pick<InkImage, "width" | "height">,
  marks: Components,
): Uint32Array {
  const lengths = measured.get(marks) ?? measure(size, marks);
  measured.set(marks, lengths);
  return lengths;
}

function measure(
  { width, height }: Pick<InkImage, "width" | "height">,
  { labels, components }: Components,
): Uint32Array {
  const lengths = new Uint32Array(
    components.reduce((most, { label }) => Math.max(most, label), 0) + 1,
  );
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const label = labels[at];
      if (label === 0) continue;
      if (x === 0 || labels[at - 1] !== label) lengths[label]++;
      if (x === width - 1 || labels[at + 1] !== label) lengths[label]++;
      if (y === 0 || labels[at - width] !== label) lengths[label]++;
      if (y === height - 1 || labels[at + width] !== label) lengths[label]++;
    }
  }
  return lengths;
}
