import { join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { digitAt } from "@lib/preprocess/dataset/digit_at.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { splitTrainValidation } from "@lib/preprocess/dataset/split_train_validation.ts";
import { resample } from "@lib/image/resample.ts";
import { type PageWithoutDigits, pageWithoutDigits } from "./pages/page_without_digits.ts";
import type { Difficulty } from "./pages/layout.ts";
import { type PageKind, writtenPage } from "./pages/written_page.ts";
import { markdownTable } from "./markdown_table.ts";
import { percent } from "@lib/base/format.ts";
import { mean, median } from "@lib/base/statistics.ts";
import { type Measured, writeResults } from "./write_results.ts";
import { lightImage } from "@lib/image/light_image.ts";

const kinds: readonly PageKind[] = ["single", "line", "touching", "lines", "form", "cheque"];
const difficulties: readonly Difficulty[] = ["scan", "photo", "hard"];
const nonDigits: readonly PageWithoutDigits[] = ["blank", "noise", "rules", "letters", "signs"];

/** Digits cut out without a margin, as old data sets keep them: the pixels along each side, and the share
 * that is aimed at. */
const cutSides = { 28: 0.99, 16: 0.99, 8: 0.98 } as const;

/** How many of each size. */
const cutDigits = 500;

/** Synthetic photographs of each kind and difficulty, and images without digits of each kind. */
const [pages, blanks] = [40, 200];

/** A digit this sure on an image without one counts as falsely accepted. */
const sure = 0.9;

/** What is aimed at: shares of images, and seconds. */
const target = { cheques: 0.75, synthetic: 0.85, falselyRead: 0.02, seconds: 2 };

/** The height of a page, in lines, and how often it is timed. */
const [pageLines, pageRounds] = [16, 5];

/** How well and how fast images are read.
 *
 * Digits of synthetic photographs come from the 5,000 of the training images that no model learns
 * from. Photographs of cheque amounts are measured where there are some: they are not part of the
 * project.
 *
 * @param options.samples a folder with images and `labels.tsv`: a head, then a file's name and what
 * it says in each line
 * @returns the numbers, which also go to `results/reading.json`
 */
export async function benchReading(
  { samples, folder }: {
    readonly samples?: string;
    readonly folder?: string;
  } = {},
): Promise<Measured> {
  const backend = await initBackend();
  const model = await loadHandwritingModel(folder);
  const { train } = await loadMnist();
  const rng = rngFromSeed(1);
  const [forPages, forBlanks, forPage] = [rng.fork(0), rng.fork(1), rng.fork(2)];
  // The images that the shipped handwriting model never learned: it was trained when the streams of a run
  // had numbers. Once it is trained anew, this is `profileSplit(profileNamed("handwriting"), train)`.
  const { validation } = splitTrainValidation(train, rngFromSeed(1).fork(1));
  const { shares: synthetic, whenSure } = await measurePages(model, validation, forPages);
  const falselyRead = await measureNonDigits(model, forBlanks);
  const cut = await measureCut(model, validation);
  const page = await timePage(model, validation, forPage);
  const cheques = samples === undefined ? null : await measureSamples(model, samples);
  const results = { backend, target, cheques, synthetic, whenSure, cut, falselyRead, page };
  return { table: table(results), results: await writeResults("reading", results) };
}

interface Score {
  readonly images: number;
  readonly right: number;
}

interface Everything {
  readonly cheques: Score | null;
  readonly synthetic: Synthetic;
  readonly whenSure: Score;
  readonly cut: Readonly<Record<string, number>>;
  readonly falselyRead: Record<PageWithoutDigits, number>;
  readonly page: { readonly digits: number; readonly seconds: number };
}

type Synthetic = Record<PageKind, Record<Difficulty, number>>;

/** The share of photographs whose whole text is read rightly, and how many are where the reader is sure
 * of all of it. */
async function measurePages(
  model: tf.LayersModel,
  data: Dataset,
  rng: Rng,
): Promise<{ readonly shares: Synthetic; readonly whenSure: Score }> {
  const shares = {} as Synthetic;
  const whenSure = { images: 0, right: 0 };
  for (const [k, kind] of kinds.entries()) {
    printNote(`Synthetic photographs: ${kind}`);
    shares[kind] = {} as Record<Difficulty, number>;
    for (const [d, difficulty] of difficulties.entries()) {
      let right = 0;
      for (let i = 0; i < pages; i++) {
        const own = rng.fork((k * difficulties.length + d) * pages + i);
        const { image, text } = writtenPage(data, kind, difficulty, own);
        const reading = await readImage(model, image, { single: kind === "single" });
        const isRight = Number(reading.text === text);
        right += isRight;
        if (reading.confidence < sure) continue;
        whenSure.images++;
        whenSure.right += isRight;
      }
      shares[kind][difficulty] = right / pages;
    }
  }
  return { shares, whenSure };
}

/** The share of tightly cut digits that is read rightly, by the pixels along each side. */
async function measureCut(model: tf.LayersModel, data: Dataset): Promise<Record<string, number>> {
  printNote("Tightly cut digits");
  const shares: Record<string, number> = {};
  for (const side of Object.keys(cutSides)) {
    let right = 0;
    for (let i = 0; i < cutDigits; i++) {
      const cut = resample(cropToInk(digitAt(data, i)), Number(side), Number(side));
      const { text } = await readImage(model, lightImage(cut.width, cut.height, cut.pixels), {
        single: true,
      });
      right += Number(text === String(data.labels[i]));
    }
    shares[side] = right / cutDigits;
  }
  return shares;
}

/** The share of images without a digit on which one is read for sure. */
async function measureNonDigits(
  model: tf.LayersModel,
  rng: Rng,
): Promise<Record<PageWithoutDigits, number>> {
  const shares = {} as Record<PageWithoutDigits, number>;
  for (const [k, kind] of nonDigits.entries()) {
    printNote(`Images without digits: ${kind}`);
    let read = 0;
    for (let i = 0; i < blanks; i++) {
      const { digits } = await readImage(model, pageWithoutDigits(kind, rng.fork(k * blanks + i)));
      read += Number(digits.some(({ confidence }) => confidence >= sure));
    }
    shares[kind] = read / blanks;
  }
  return shares;
}

/** A sheet of 2,000 × 3,000 pixels, from its light to its text. */
async function timePage(
  model: tf.LayersModel,
  data: Dataset,
  rng: Rng,
): Promise<{ readonly digits: number; readonly seconds: number }> {
  const [width, height] = [2000, 3000];
  const pixels = new Uint8Array(width * height).fill(238);
  for (let i = 0; i < pageLines; i++) {
    const { image } = writtenPage(data, "line", "scan", rng.fork(i));
    const top = 60 + i * 180;
    for (let y = 0; y < Math.min(image.height, 178); y++) {
      const row = image.pixels.subarray(y * image.width, (y + 1) * image.width);
      pixels.set(row.subarray(0, width - 100), (top + y) * width + 100);
    }
  }
  const seconds: number[] = [];
  let digits = 0;
  for (let round = 0; round < pageRounds; round++) {
    const start = performance.now();
    digits = (await readImage(model, lightImage(width, height, pixels))).digits.length;
    seconds.push((performance.now() - start) / 1000);
  }
  return { digits, seconds: Number(median(seconds).toFixed(2)) };
}

async function measureSamples(model: tf.LayersModel, folder: string): Promise<Score> {
  printNote("Cheque amounts");
  const [, ...rows] = (await Deno.readTextFile(join(folder, "labels.tsv"))).trim().split("\n");
  let right = 0;
  for (const row of rows) {
    const [file, wanted] = row.split("\t");
    const { text } = await readImage(model, await decodeImage(join(folder, file)));
    right += Number(text === wanted);
  }
  return { images: rows.length, right };
}

function table({ cheques, synthetic, whenSure, cut, falselyRead, page }: Everything): string {
  const of = ({ right, images }: Score): string => `${percent(right / images)} of ${images}`;
  const all = kinds.flatMap((kind) => difficulties.map((d) => synthetic[kind][d]));
  return [
    markdownTable([
      ["exactly right", ...difficulties],
      ...kinds.map((kind) => [kind, ...difficulties.map((d) => percent(synthetic[kind][d]))]),
    ]),
    "",
    markdownTable([
      ["on", "measure", "found", "target"],
      ["cheque amounts", "exactly right", cheques === null ? "not there" : of(cheques), "≥ 75 %"],
      ["synthetic photographs", "exactly right", percent(mean(all)), "≥ 85 %"],
      ["those read with 90 % or more", "exactly right", of(whenSure), ""],
      ...Object.entries(cutSides).map(([side, aim]) => {
        const what = `digits cut tightly, ${side} × ${side}`;
        return [what, "read rightly", percent(cut[side]), `≥ ${100 * aim} %`];
      }),
      ...nonDigits.map((kind) => [kind, "read for sure", percent(falselyRead[kind]), ""]),
      ["all without digits", "read for sure", percent(mean(Object.values(falselyRead))), "≤ 2 %"],
      ["2,000 × 3,000 pixels", `${page.digits} digits`, `${page.seconds} s`, "≤ 2 s"],
    ]),
  ].join("\n");
}
