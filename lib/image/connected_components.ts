/** Pixels that touch each other.
 *
 * @module
 */
import type { Box } from "./box.ts";
import type { InkImage } from "./ink_image.ts";
import { type InkRuns, inkRuns } from "./ink_runs.ts";
import { unitedRuns } from "./united_runs.ts";

/** Pixels that touch each other. */
export interface Component extends Box {
  /** What these pixels carry in `labels`, from 1. */
  readonly label: number;
  /** How many pixels there are. */
  readonly area: number;
  /** Sum of their levels. */
  readonly mass: number;
  /** The highest level. */
  readonly peak: number;
}

/** Components as runs of pixels. */
export interface ComponentRuns {
  /** In the order of their first pixel, row by row. */
  readonly components: readonly Component[];
  /** The runs of all of them. */
  readonly runs: InkRuns;
  /** `[runs]`, the label of each run's component. */
  readonly owners: Int32Array;
}

/** The connected components of an image: number `i` has label `i + 1`. */
export interface Components extends ComponentRuns {
  /** `[height × width]`, 0 where there is none; made when it is asked for, and four bytes a pixel. */
  readonly labels: Int32Array;
  /** The label of one pixel, 0 where there is none: for who asks for few. */
  readonly labelAt: (at: number) => number;
}

/** Finds the pixels of at least `least` that touch each other, also at corners: the runs of each row
 * are united with those they touch in the row above.
 *
 * @param image the ink
 * @param least the lowest level that belongs to a component, at least 1
 * @param runs of these pixels, where they are known
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { connectedComponents } from "@lib/image/connected_components.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const row = inkImage(5, 1, new Uint8Array([255, 255, 0, 0, 255]));
 * deepStrictEqual(connectedComponents(row).components.map(({ area }) => area), [2, 1]);
 * ```
 */
export function connectedComponents(
  image: InkImage,
  least = 1,
  runs: InkRuns = inkRuns(image, least),
): Components {
  const { width, height, pixels } = image;
  const { starts, ends, before } = runs;
  const firsts = unitedRuns(runs, width, 1);
  const owners = new Int32Array(firsts.length);
  const components: Writable<Component>[] = [];
  for (let y = 0; y < height; y++) {
    for (let run = before[y]; run < before[y + 1]; run++) {
      const [left, right] = [starts[run] - y * width, ends[run] - y * width];
      if (firsts[run] === run) {
        const none = { x: left, y, width: 0, height: 0, area: 0, mass: 0, peak: 0 };
        components.push({ ...none, label: components.length + 1 });
        owners[run] = components.length;
      } else owners[run] = owners[firsts[run]];
      const own = components[owners[run] - 1];
      const farthest = Math.max(own.x + own.width, right);
      own.x = Math.min(own.x, left);
      own.width = farthest - own.x;
      own.height = y + 1 - own.y;
      own.area += right - left;
      let { mass, peak } = own;
      for (let at = starts[run]; at < ends[run]; at++) {
        mass += pixels[at];
        if (pixels[at] > peak) peak = pixels[at];
      }
      own.mass = mass;
      own.peak = peak;
    }
  }
  let labels: Int32Array | undefined;
  return {
    components,
    runs,
    owners,
    get labels() {
      return labels ??= labelled(runs, owners, pixels.length);
    },
    labelAt: (at) => {
      const run = runAt(runs, Math.floor(at / width), at);
      return run >= 0 && at < ends[run] ? owners[run] : 0;
    },
  };
}

/** The last run of a row that begins at a pixel or before it; -1 if none does. */
function runAt({ starts, before }: InkRuns, row: number, at: number): number {
  let [low, high] = [before[row], before[row + 1]];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low > before[row] ? low - 1 : -1;
}

function labelled({ starts, ends }: InkRuns, owners: Int32Array, length: number): Int32Array {
  const labels = new Int32Array(length);
  for (let run = 0; run < owners.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) labels[at] = owners[run];
  }
  return labels;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
