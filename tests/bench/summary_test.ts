import { assert, assertEquals, assertThrows } from "../support/assert.ts";
import type { Results } from "../../bench/read_results.ts";
import { summary } from "../../bench/summary.ts";
import { withSummary } from "../../bench/with_summary.ts";

const metrics = { accuracy: 0.996, interval: [0.9946, 0.9971] } as const;

const circumstances = {
  machine: { processor: "Abacus", cores: 2 },
  versions: { deno: "2.9.6" },
  measured: "2026-11-23",
  rounds: 5,
  peer: "PyTorch 1.13",
};

function row(network: "keras" | "small", target: number | null, ours: number): object {
  const task = { task: "train", network, batch: 128, threads: 1 };
  return {
    ...task,
    way: "tf.layers",
    target,
    imagesPerSecond: ours,
    peerImagesPerSecond: 2000,
    peerSetting: "traced",
  };
}

const results = {
  metrics,
  readerMetrics: { accuracy: 0.9968 },
  reading: {
    ...circumstances,
    target: {
      cheques: 0.765,
      synthetic: 0.92,
      fields: 0.9,
      falselyRead: 0.005,
      wrongWhenSure: 0.03,
      seconds: 2,
    },
    cheques: { images: 200, right: 151 },
    synthetic: { line: { scan: 1, hard: 0.8 }, form: { scan: 0.95, hard: 0.85 } },
    fields: { date: 0.95, comb: 0.8 },
    falselyRead: { blank: 0, noise: 0.03 },
    certainty: {
      photographs: { whenSure: { images: 50, right: 49 }, readings: 100, points: [null, null] },
      fields: { whenSure: { images: 0, right: 0 }, readings: 100, points: [null, null] },
      cheques: null,
    },
    page: { digits: 108, seconds: 0.9 },
  },
  training: {
    ...circumstances,
    rows: [
      { ...row("keras", null, 9999), way: "plan" },
      row("keras", 1.3, 2620),
      row("small", 1, 4000),
    ],
    others: [
      {
        ...{ peer: "jax", version: "jax-js 1.0", task: "train", network: "keras", batch: 128 },
        ...{ imagesPerSecond: 4000, peerImagesPerSecond: 500, peerSetting: "one thread" },
        ...{ target: 3, reasons: [] },
      },
      {
        ...{ peer: "tfjs", version: "stock TensorFlow.js 4", task: "train", network: "keras" },
        ...{ batch: 128, imagesPerSecond: 4000, peerImagesPerSecond: 20, peerSetting: "cpu" },
        ...{ target: null, reasons: ["wasm: no kernel"] },
      },
    ],
  },
  workers: {
    ...circumstances,
    target: { speedUp: 1.8, overPeer: 1.3 },
    rows: [
      {
        network: "keras",
        imagesPerSecond: [2500, 4625],
        speedUp: 1.85,
        peerImagesPerSecond: null,
        peerSetting: null,
      },
    ],
  },
  quick: {
    ...circumstances,
    target: { testAccuracy: 0.99, seconds: 8, peakMiB: 500 },
    ...{ mean: 0.9925, lowest: 0.9922, slowest: 5.12, rows: [1, 2, 3, 4, 5] },
    median: {
      ...{ secondsToSavedModel: 5, wallSeconds: 5.3, testAccuracy: 0.9925, peakMiB: 367 },
      ...{ peerSeconds: 7.5, peerSecondsAfterImports: 6.4 },
      ...{ peerTestAccuracy: 0.9921, peerPeakMiB: 814 },
    },
  },
  accuracy: {
    ...circumstances,
    levels: [{
      ...{ accuracy: 0.994, recipe: "--profile best --epochs 2", target: 15, peer: "PyTorch 1.13" },
      ours: { seconds: 14, slowest: 15.5, mean: 0.9942, lowest: 0.9938, reached: 4, seeds: 5 },
      theirs: { seconds: 35, slowest: 35, mean: 0.9941, lowest: 0.9941, reached: 1, seeds: 1 },
    }],
  },
  inference: {
    ...circumstances,
    single: { milliseconds: 0.213, target: 0.5 },
    rows: [row("small", 1, 18_000)],
  },
  gemm: { ...circumstances, rows: [{ sizes: [256, 256, 256], shareOfPeak: 0.799, target: 0.8 }] },
} as unknown as Results;

/** The cells of each line of the table, without head and rule, and what stands below it. */
function read(text: string): { lines: string[][]; below: string } {
  const [table, below] = text.split("\n\n");
  const lines = table.split("\n").slice(2)
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return { lines, below };
}

Deno.test("summary() sets every result beside its target and the peer", () => {
  const { lines, below } = read(summary(results));
  assertEquals(lines.map(([, ...cells]) => cells.slice(0, 4)), [
    ["99.60 % (95 % interval 99.46 % to 99.71 %)", "–", "–", "–"],
    ["99.68 %", "–", "–", "≥ 99.50 %"],
    ["75.5 % of 200", "–", "–", "≥ 76.5 %"],
    ["90.0 %", "–", "–", "≥ 92 %"],
    ["mean 87.5 %, lowest 80.0 %", "–", "–", "each kind ≥ 90 %"],
    ["1.5 %", "–", "–", "≤ 0.5 %"],
    ["2.0 %, none", "–", "–", "each ≤ 3 %"],
    ["0.9 s", "–", "–", "≤ 2 s"],
    ...Array(6).fill(["not measured yet", "–", "–", "–"]), // the peers, many files, the queue
    ["2,620 images/s", "2,000 images/s, traced", "1.31", "≥ 1.3 times PyTorch"],
    ["4,625 images/s", "–", "–", "≥ 1.3 times PyTorch"],
    ["1.85 times", "–", "–", "≥ 1.8 times"],
    ["4,000 images/s", "2,000 images/s, traced", "2.00", "≥ 1 times PyTorch"],
    ["mean 99.25 %, lowest 99.22 % of 5 seeds", "99.21 %", "–", "each ≥ 99.00 %"],
    ["5.0 s, slowest 5.1 s", "7.5 s, after its imports 6.4 s", "1.50", "≤ 8 s, before PyTorch"],
    ["367 MiB", "814 MiB", "–", "≤ 500 MiB"],
    ["not measured yet", "–", "–", "–"],
    [
      "14.0 s, slowest 15.5 s; mean 99.42 %, reached by 4 of 5",
      "35.0 s; mean 99.41 %, reached by 1 of 1",
      ...["2.50", "≤ 15 s, each seed"],
    ],
    ...Array(4).fill(["not measured yet", "–", "–", "–"]), // longer levels, and tuning
    ["18,000 images/s", "2,000 images/s, traced", "9.00", "≥ 1 times PyTorch"],
    ["0.213 ms", "–", "–", "≤ 0.5 ms"],
    ["4,000 images/s", "500 images/s, one thread", "8.00", "≥ 3 times jax-js"],
    ["not measured yet", "–", "–", "–"],
    ["4,000 images/s", "20 images/s, cpu; not wasm: no kernel", "200.00", "–"],
    ["not measured yet", "–", "–", "–"],
    ["79 %", "–", "–", "≥ 80 %"],
  ]);
  assertEquals(
    below.replaceAll("\n", " "),
    "Medians of 5 rounds, ours and PyTorch's in turn, on 2 cores of Abacus, Deno 2.9.6 and " +
      "PyTorch 1.13, 2026-11-23.",
  );
});

Deno.test("summary() sets us beside each peer that ran, on the kinds that it read", () => {
  const synthetic = (scan: number, hard: number): object => {
    return { line: { scan, hard }, touching: { scan, hard }, cheque: { scan, hard } };
  };
  const peer = {
    ...{ version: "Scribe 7.0", setting: "digits alone", milliseconds: 90 },
    ...{ cheques: { images: 200, right: 18 }, synthetic: synthetic(0.5, 0.25) },
  };
  const linesWith = (changes: object): string[][] => {
    const reading = {
      ...results.reading,
      synthetic: { ...synthetic(1, 0.5), form: {} },
      ...changes,
    };
    return read(summary({ ...results, reading } as Results)).lines.slice(8, 12);
  };
  const both = linesWith({ peers: { tesseract: peer, ppocr: null } });
  assertEquals(both.map((cells) => cells.slice(1, 5)), [
    ["75.5 % of 200", "9.0 % of 200", "–", "–"],
    ["75.0 %", "37.5 %", "–", "–"],
    ["75.5 % of 200", "–", "–", "–"],
    ["75.0 %", "–", "–", "–"],
  ]);
  assert(both[0][0].endsWith("beside Scribe 7.0, digits alone"), both[0][0]);
  assert(both[2][0].endsWith("beside ppocr"), both[2][0]);
  const withoutAmounts = linesWith({
    peers: { tesseract: { ...peer, cheques: null } },
    cheques: null,
  });
  assertEquals(withoutAmounts[0].slice(1, 3), ["not measured yet", "–"]);
  assertEquals(withoutAmounts[1].slice(1, 3), ["75.0 %", "37.5 %"]);
});

Deno.test("summary() gives four headlines, without targets, for the front page", () => {
  const { lines, below } = read(summary(results, { headlines: true }));
  assertEquals(lines.map(([, here, peer]) => [here, peer]), [
    ["99.60 % (95 % interval 99.46 % to 99.71 %)", "–"],
    ["75.5 % of 200", "–"],
    ["2,620 images/s", "2,000 images/s, traced"],
    ["mean 99.25 %, lowest 99.22 % of 5 seeds", "99.21 %"],
  ]);
  assertEquals(below, read(summary(results)).below);
});

Deno.test("summary() says what has not been measured", () => {
  const { lines, below } = read(summary({ metrics }));
  assertEquals(lines.length, 34);
  assertEquals(lines.filter(([, here]) => here === "not measured yet").length, 33);
  assertEquals(below, "No benchmark has run yet.");
});

Deno.test("summary() fills the cells of a column up to the same width", () => {
  const lines = summary(results).split("\n\n")[0].split("\n");
  assertEquals(new Set(lines.map((line) => line.length)).size, 1);
});

Deno.test("withSummary() replaces what stands between the marks, once and again", () => {
  const page = "a\n\n<!-- results -->\nold\n<!-- /results -->\n\nb\n";
  const written = "a\n\n<!-- results -->\n\nnew\n\n<!-- /results -->\n\nb\n";
  assertEquals(withSummary(page, "new"), written);
  assertEquals(withSummary(written, "new"), written);
  assertThrows(() => withSummary("a", "new"), RangeError, "found no <!-- results -->");
});
