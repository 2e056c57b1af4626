/** Two readers, one answer.
 *
 * @module
 */
import { beamSearch } from "../backend/ctc/beam_search.ts";
import { ctcLoss } from "../backend/ctc/ctc_loss.ts";
import { blank } from "../model/networks/line.ts";
import { bestPath } from "./best_path.ts";
import { pathCosts } from "./path_costs.ts";
import { pathForText } from "./path_for_text.ts";
import type { Classified } from "../model/classify.ts";
import type { Candidate } from "./segment/candidates.ts";
import type { SegmentedLine } from "./segment/over_segment.ts";
import { weighingLimits as limits } from "./limits.ts";

/** What a line may say. */
export interface WeighedReading {
  /** Digits, 0 to 9, from left to right. */
  readonly text: readonly number[];
  /** The candidates that read so, from left to right. */
  readonly path: readonly number[];
  /** What that way through the line costs, in nats: the reader that cuts. */
  readonly cost: number;
  /** The logarithm of the probability of the text: the reader that does not cut. */
  readonly log: number;
  /** The probability that the line says so, 0 to 1, by both. */
  readonly odds: number;
}

/** A line as the reader that cuts sees it, and as the one that does not. */
export interface LineViews {
  readonly cut: SegmentedLine;
  /** Runs of its pieces that may be digits, in the order of their first. */
  readonly found: readonly Candidate[];
  /** What the model says of each. */
  readonly scores: readonly Classified[];
  /** `[columns, 11]` probabilities of the line reader. */
  readonly columns: Float32Array;
}

/** Weighs what a line may say: what the reader that cuts takes it for, and what the one that does not finds most
 * probable, each by both of them.
 *
 * @param height of the writing, in pixels
 * @returns the most probable first; their odds sum to 1
 */
export function weighReadings(
  { cut, found, scores, columns }: LineViews,
  height: number,
): WeighedReading[] {
  const costs = pathCosts(cut, found, scores, height);
  const cheapest = bestPath(cut, found, scores, height).map((i) => scores[i].digit);
  const beams = beamSearch(columns, blank + 1, limits.beams).map(({ labels }) => labels);
  const texts = new Map([cheapest, ...beams, []].map((text) => [text.join(""), text]));
  const weighed = [...texts.values()].flatMap((text) => {
    const way = pathForText(cut.pieces.length, found, costs, text);
    if (way === undefined) return [];
    const labels = Uint8Array.from(text);
    const log = -ctcLoss({ logits: columns.map(Math.log), classes: blank + 1, labels });
    const score = limits.weightOfLine * log - limits.weightOfCuts * way.cost;
    return [{ text, ...way, log, score }];
  });
  const most = Math.max(...weighed.map(({ score }) => score));
  const sum = weighed.reduce((total, { score }) => total + Math.exp(score - most), 0);
  return weighed.map(({ score, ...reading }) => ({
    ...reading,
    odds: Math.exp(score - most) / sum,
  }))
    .sort((a, b) => b.odds - a.odds);
}
