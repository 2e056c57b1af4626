/** The most probable readings of columns.
 *
 * @module
 */
import { addLogs } from "./add_logs.ts";

/** A sequence of labels, and how probable it is. */
export interface LabelBeam {
  /** From left to right. */
  readonly labels: readonly number[];
  /** The logarithm of the probability that the columns read so, in whichever way; 0 is certain. */
  readonly log: number;
}

/** How readings are searched for. */
export interface BeamOptions {
  /** How many beginnings are followed at a time; more find more of what is improbable, and take longer. */
  readonly width?: number;
  /** Classes of a column that are less probable than this are passed over, 0 to 1. */
  readonly least?: number;
  /** Whether a reading may begin so; any may by default. */
  readonly mayBegin?: (labels: readonly number[]) => boolean;
}

/** What a beginning is worth: that it ends with a blank, and that it ends with its last label, in logarithms. */
interface Beginning {
  readonly labels: readonly number[];
  blank: number;
  label: number;
}

/** The most probable readings of the columns of a line, by a prefix beam search: ways that read alike count
 * together (Graves and Jaitly, 2014, https://proceedings.mlr.press/v32/graves14.html).
 *
 * @param columns `[columns, classes]`, probabilities; the last class is the blank
 * @param count how many readings at most
 * @returns the most probable first; their logarithms are a little too low where a way was passed over
 *
 * @example
 * ```ts
 * import { beamSearch } from "@lib/backend/ctc/beam_search.ts";
 * import { deepStrictEqual } from "node:assert";
 * // Two columns: a 0 with 0.4, else blank. The likeliest way is all blank, but a 0 reads three ways.
 * const columns = Float32Array.of(0.4, 0.6, 0.4, 0.6);
 * const [best, next] = beamSearch(columns, 2, 2);
 * deepStrictEqual([best.labels, next.labels], [[0], []]);
 * deepStrictEqual(Math.exp(best.log).toFixed(2), "0.64");
 * ```
 */
export function beamSearch(
  columns: Float32Array,
  classes: number,
  count: number,
  { width = 16, least = 1e-4, mayBegin = () => true }: BeamOptions = {},
): LabelBeam[] {
  const blank = classes - 1;
  let beams: Beginning[] = [{ labels: [], blank: 0, label: -Infinity }];
  for (let first = 0; first < columns.length; first += classes) {
    const next = new Map<string, Beginning>();
    const at = (labels: readonly number[]): Beginning => {
      const key = labels.join();
      const known = next.get(key);
      if (known !== undefined) return known;
      const begun = { labels, blank: -Infinity, label: -Infinity };
      next.set(key, begun);
      return begun;
    };
    for (const beam of beams) {
      const whole = addLogs(beam.blank, beam.label);
      const last = beam.labels.at(-1);
      for (let k = 0; k < classes; k++) {
        const probability = columns[first + k];
        if (probability < least) continue;
        const log = Math.log(probability);
        if (k === blank) {
          const same = at(beam.labels);
          same.blank = addLogs(same.blank, whole + log);
          continue;
        }
        if (k === last) {
          const same = at(beam.labels);
          same.label = addLogs(same.label, beam.label + log);
        }
        const labels = [...beam.labels, k];
        if (!mayBegin(labels)) continue;
        const longer = at(labels);
        longer.label = addLogs(longer.label, (k === last ? beam.blank : whole) + log);
      }
    }
    beams = best([...next.values()], width);
  }
  return best(beams, count).map(({ labels, ...logs }) => {
    return { labels, log: addLogs(logs.blank, logs.label) };
  });
}

function best(beams: Beginning[], count: number): Beginning[] {
  const worth = ({ blank, label }: Beginning): number => addLogs(blank, label);
  return beams.sort((a, b) => worth(b) - worth(a)).slice(0, count)
    .filter((beam) => worth(beam) > -Infinity);
}
