/** Two readers, one answer.
 *
 * @module
 */
import { beamSearch } from "../../backend/ctc/beam_search.ts";
import { addLogs } from "../../backend/ctc/add_logs.ts";
import { textLogs } from "./text_logs.ts";
import { blank } from "../../model/networks/line.ts";
import { bestPath } from "../path/best_path.ts";
import { pathCosts } from "../path/path_costs.ts";
import type { LineKnowledge } from "./line_options.ts";
import { pathForText, type TextPath } from "../path/path_for_text.ts";
import type { Classified } from "../../model/classify.ts";
import type { Candidate } from "../segment/candidates.ts";
import type { SegmentedLine } from "../segment/over_segment.ts";
import { weighingLimits as limits } from "./limits.ts";

/** What a line may say. */
export interface WeighedReading {
  /** Digits, 0 to 9, from left to right. */
  readonly text: readonly number[];
  /** The candidates that read so, from left to right. */
  readonly path: readonly number[];
  /** What that way through the line costs, in nats: the reader that cuts. */
  readonly cost: number;
  /** The logarithm of how probable that way is beside the cheapest of all: 0 for this one, and never far below, as
   * a way through wrong cuts costs any amount. */
  readonly cutLog: number;
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
  /** What the line reader says of it in each size: `[columns, 11]` probabilities. */
  readonly columns: readonly Float32Array[];
}

/** Weighs what a line may say: what the reader that cuts takes it for, and what the one that does not finds most
 * probable, each by both of them. What is known of the line makes other readings as improbable as it is to be
 * wrong.
 *
 * @param height of the writing, in pixels
 * @returns the most probable first; their odds sum to 1
 */
export function weighReadings(
  { cut, found, scores, columns }: LineViews,
  height: number,
  { lexicon, length }: LineKnowledge = {},
): WeighedReading[] {
  const costs = pathCosts(cut, found, scores, height);
  const wayFor = (text: readonly (number | undefined)[]): TextPath | undefined =>
    pathForText(cut.pieces.length, found, costs, text);
  const digitsOf = (path: readonly number[]): number[] => path.map((i) => scores[i].digit);
  const logOf = textLogs(columns);
  const beams = columns.flatMap((one) => beamSearch(one, blank + 1, limits.beams))
    .map(({ labels }) => labels);
  const texts = [[], digitsOf(bestPath(cut, found, scores, height)), ...beams];
  if (lexicon !== undefined) texts.push(...likeliest(lexicon, columns));
  if (length !== undefined) {
    const way = wayFor(new Array(length).fill(undefined));
    if (way !== undefined) texts.push(digitsOf(way.path));
  }
  const keyed = new Map(texts.map((text) => [text.join(""), text]));
  const ways = [...keyed].flatMap(([key, text]) => {
    const way = wayFor(text);
    return way === undefined ? [] : [{ key, text, ...way }];
  });
  const cheapest = Math.min(...ways.map(({ cost }) => cost));
  const weighed = ways.map(({ key, text, path, cost }) => {
    const log = logOf(text);
    const cutLog = addLogs(cheapest - cost, limits.leastOfCuts);
    const isExpected = (lexicon?.has(key) ?? true) && (length ?? text.length) === text.length;
    const score = limits.weightOfLine * log + limits.weightOfCuts * cutLog +
      limits.weightOfDigit * text.length + (isExpected ? 0 : Math.log(limits.unexpected));
    return { text, path, cost, cutLog, log, score };
  });
  const most = Math.max(...weighed.map(({ score }) => score));
  const sum = weighed.reduce((total, { score }) => total + Math.exp(score - most), 0);
  return weighed.map(({ score, ...reading }) => ({
    ...reading,
    odds: Math.exp(score - most) / sum,
  }))
    .sort((a, b) => b.odds - a.odds);
}

/** The numbers of a lexicon that the line reader finds most probable. */
function likeliest(lexicon: ReadonlySet<string>, columns: readonly Float32Array[]): number[][] {
  const known = beginningsOf(lexicon);
  const mayBegin = (labels: readonly number[]): boolean => known.has(labels.join(""));
  return columns.flatMap((one) => {
    return beamSearch(one, blank + 1, limits.lexiconBeams, {
      width: limits.lexiconBeams,
      least: limits.leastInLexicon,
      mayBegin,
    });
  }).map(({ labels }) => [...labels]).filter((labels) => lexicon.has(labels.join("")));
}

/** The beginnings of the numbers of each lexicon, made once. */
const beginnings = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function beginningsOf(lexicon: ReadonlySet<string>): ReadonlySet<string> {
  const made = beginnings.get(lexicon) ?? new Set(
    [...lexicon].flatMap((word) => Array.from(word, (_, i) => word.slice(0, i + 1))),
  );
  beginnings.set(lexicon, made);
  return made;
}
