import type { ComponentRuns } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** The lengths of marks that were measured already. */
const measured = new WeakMap<ComponentRuns, Uint32Array>();

/** `[labels + 1]`, how many sides of pixels each component shows to others, by label. A
 * straight stroke shows as many as its box has, a digit more. */
export function outlineLengths(
  size: Pick<InkImage, "width" | "height">,
  marks: ComponentRuns,
): Uint32Array {
  const lengths = measured.get(marks) ?? measure(size, marks);
  measured.set(marks, lengths);
  return lengths;
}

function measure(
  { width, height }: Pick<InkImage, "width" | "height">,
  { components, runs: { starts, ends, before }, owners }: ComponentRuns,
): Uint32Array {
  const most = owners.reduce((label, other) => Math.max(label, other), components.length);
  const lengths = new Uint32Array(most + 1);
  for (let y = 0; y < height; y++) {
    let above = before[Math.max(0, y - 1)];
    for (let run = before[y]; run < before[y + 1]; run++) {
      const [from, to] = [starts[run] - width, ends[run] - width];
      let sides = 2 + 2 * (to - from);
      // Where it lies below another run, which is of the same component, neither shows a side.
      while (above < before[y] && ends[above] <= from) above++;
      for (let other = above; other < before[y] && starts[other] < to; other++) {
        sides -= 2 * (Math.min(to, ends[other]) - Math.max(from, starts[other]));
      }
      lengths[owners[run]] += sides;
    }
  }
  return lengths;
}
