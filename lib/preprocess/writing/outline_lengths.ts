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
  { labels, components, runs }: Components,
): Uint32Array {
  const lengths = new Uint32Array(
    components.reduce((most, { label }) => Math.max(most, label), 0) + 1,
  );
  for (let y = 0; y < height; y++) {
    const [hasAbove, hasBelow] = [y > 0, y < height - 1];
    for (let run = runs.before[y]; run < runs.before[y + 1]; run++) {
      const label = labels[runs.starts[run]];
      let sides = 2; // its ends
      for (let at = runs.starts[run]; at < runs.ends[run]; at++) {
        if (!hasAbove || labels[at - width] !== label) sides++;
        if (!hasBelow || labels[at + width] !== label) sides++;
      }
      lengths[label] += sides;
    }
  }
  return lengths;
}
