import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { weighingLimits as limits } from "@lib/predict/weighing/limits.ts";
import type { WeighedReading } from "@lib/predict/weighing/weigh_readings.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { sure } from "./reading/targets.ts";
import { type Features, fitWeights, oddsOf } from "./weighing/fit_weights.ts";
import { type WeighedLine, weighedLines } from "./weighing/weighed_lines.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Pictures of each kind and difficulty. */
const count = 40;
/** Another seed than that of `bench reading`, which measures what is fitted here. */
const seed = 11;

/** What part of a fitted weight is used: writing in strange hands is harder than what is drawn here, so that the odds
 * that fit this would promise too much there, those of the cuts first. Chosen on lines drawn in other hands than those
 * that are fitted. */
export const caution = { line: 0.95, cuts: 0.7, digit: 0.82 } as const;

/** Fits the weights with which two readers give one answer, on synthetic lines of several difficulties whose digits
 * no model learnt from, and tells how well the odds hold on the very lines: `bench reading` tells it on others.
 *
 * @returns the weights, which are written to `results/weighing.json`; whoever trains a reader again takes them, with
 * caution, into `weighingLimits`
 */
export async function benchWeighing(): Promise<Measured> {
  await initBackend();
  const models = { model: await loadHandwritingModel(), lineReader: await loadLineReader() };
  const { train } = await loadMnist();
  const { validation } = profileSplit(profileNamed("handwriting"), train);
  const lines = await weighedLines(models, validation, count, rngFromSeed(seed));
  const choices = lines.flatMap(({ readings, text }) => {
    const right = readings.findIndex((reading) => textOf(reading) === text);
    return right < 0 ? [] : [{ options: readings.map(featuresOf), right }];
  });
  const [line, cuts, digit] = fitWeights(choices).map((weight) => Number(weight.toFixed(2)));
  const weights = { line, cuts, digit };
  const cautious = cautiousWeights(weights);
  const kinds = Object.entries(Object.groupBy(lines, ({ kind }) => kind)).map(([kind, own]) => {
    return { kind, ...score(own ?? [], Object.values(cautious)) };
  });
  const now = {
    line: limits.weightOfLine,
    cuts: limits.weightOfCuts,
    digit: limits.weightOfDigit,
  };
  const table = [
    markdownTable([
      ["weight of", "fitted", "with caution", "in use"],
      ...(["line", "cuts", "digit"] as const).map((name) => {
        return [name, ...[weights, cautious, now].map((each) => String(each[name]))];
      }),
    ]),
    "",
    markdownTable([
      ["lines of", "lines", "right", "read with 90 % or more", "of them wrong"],
      ...kinds.map(({ kind, lines, right, sure, wrong }) => {
        return [kind, ...[lines, right, sure, wrong].map(String)];
      }),
    ]),
  ].join("\n");
  const results = { weights, lines: lines.length, fitted: choices.length, kinds };
  return { table, results: await writeResults("weighing", results) };
}

/** The weights of the line reader's logarithm, of the cuts' costs and of each digit. */
export type Weights = Readonly<Record<keyof typeof caution, number>>;

/** The weights to use of those that are fitted. */
export function cautiousWeights({ line, cuts, digit }: Weights): Weights {
  const part = (weight: number, used: number): number => Number((used * weight).toFixed(2));
  return {
    line: part(line, caution.line),
    cuts: part(cuts, caution.cuts),
    digit: part(digit, caution.digit),
  };
}

/** What each weight counts. */
function featuresOf({ log, cutLog, text }: WeighedReading): Features {
  return [log, cutLog, text.length];
}

function textOf({ text }: WeighedReading): string {
  return text.join("");
}

/** How many lines are read rightly, and for sure. */
function score(
  lines: readonly WeighedLine[],
  weights: readonly number[],
): {
  readonly lines: number;
  readonly right: number;
  readonly sure: number;
  readonly wrong: number;
} {
  let [right, certain, wrong] = [0, 0, 0];
  for (const { readings, text } of lines) {
    const odds = oddsOf(readings.map(featuresOf), weights);
    const most = Math.max(...odds);
    const isRight = textOf(readings[odds.indexOf(most)]) === text;
    right += Number(isRight);
    if (most < sure) continue;
    certain++;
    wrong += Number(!isRight);
  }
  return { lines: lines.length, right, sure: certain, wrong };
}
