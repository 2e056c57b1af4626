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

/** The connected components of an image. */
export interface Components {
  /** `[height × width]`, 0 where there is none. */
  readonly labels: Int32Array;
  /** In the order of their first pixel, row by row; number `i` has label `i + 1`. */
  readonly components: readonly Component[];
  /** Where they lie, row by row; the pixels of a run have one label. */
  readonly runs: InkRuns;
}

/** Finds the pixels of at least `least` that touch each other, also at corners: the runs of each row
 * are united with those they touch in the row above.
 *
 * @param image the ink
 * @param least the lowest level that belongs to a component, at least 1
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
export function connectedComponents(image: InkImage, least = 1): Components {
  const { width, height, pixels } = image;
  const runs = inkRuns(image, least);
  const firsts = unitedRuns(runs, width, 1);
  const labels = new Int32Array(pixels.length);
  const components: Writable<Component>[] = [];
  const labelOf = new Int32Array(firsts.length);
  for (let y = 0; y < height; y++) {
    for (let run = runs.before[y]; run < runs.before[y + 1]; run++) {
      const [start, end] = [runs.starts[run], runs.ends[run]];
      const [left, right] = [start - y * width, end - y * width];
      if (firsts[run] === run) {
        labelOf[run] = components.length + 1;
        const none = { x: left, y, width: 0, height: 0, area: 0, mass: 0, peak: 0 };
        components.push({ ...none, label: labelOf[run] });
      }
      const label = labelOf[firsts[run]];
      const own = components[label - 1];
      const farthest = Math.max(own.x + own.width, right);
      own.x = Math.min(own.x, left);
      own.width = farthest - own.x;
      own.height = y + 1 - own.y;
      own.area += end - start;
      let { mass, peak } = own;
      for (let at = start; at < end; at++) {
        labels[at] = label;
        mass += pixels[at];
        if (pixels[at] > peak) peak = pixels[at];
      }
      own.mass = mass;
      own.peak = peak;
    }
  }
  return { labels, components, runs };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
