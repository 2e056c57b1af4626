import { assert, assertEquals, assertMatch, assertStringIncludes } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { type CardFacts, loadCardFacts } from "@lib/commands/scoring/card_facts.ts";
import type { SavedMetrics } from "@lib/commands/scoring/metrics_file.ts";
import { modelCard } from "@lib/commands/scoring/model_card.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { accuracyInterval } from "@lib/evaluate/interval.ts";

await initBackend("wasm");

for (const folder of ["data/model", "data/reader", "data/lines"]) {
  Deno.test(`the card in ${folder} is what deno task card writes`, async () => {
    const facts = await loadCardFacts(projectPath(folder));
    assertEquals(await Deno.readTextFile(projectPath(folder, "README.md")), modelCard(facts));
  });
}

const bare: CardFacts = {
  folder: "data/runs/mine",
  root: "../../..",
  network: "tiny",
  parameters: 7850,
  layers: [{ layer: "Dense", output: "10", parameters: 7850, multiplyAdds: 7840 }],
  output: [null, 10],
};

/** Of ten images of each digit, one 4 is read as a 9; the bootstrap drew a score that is not defined. */
const confusion = Array.from(
  { length: 10 },
  (_, truth) =>
    Array.from({ length: 10 }, (_, predicted) => {
      if (truth === 4) return predicted === 9 ? 1 : predicted === 4 ? 9 : 0;
      return truth === predicted ? 10 : 0;
    }),
);
const within = (right: number): { accuracy: number; interval: [number, number] } => ({
  accuracy: right / 100,
  interval: accuracyInterval(right, 100),
});
const metrics = {
  ...classMetrics(confusion),
  confusion,
  interval: accuracyInterval(99, 100),
  scores: {
    cohenKappa: { value: 0.98765, interval: [0.9, 1] },
    macroRocAuc: { value: null, interval: [null, null] },
  },
  bootstrap: { resamples: 200, level: 0.95, seed: 3 },
  calibration: { equalWidth: { error: 0.0512, bins: [] }, equalMass: { error: 0.0487, bins: [] } },
  operatingPoints: [
    { mostWrong: 0.01, point: { coverage: 1, read: 100, wrong: 1, threshold: 0.5 } },
    { mostWrong: 0.001, point: null },
  ],
  corruptions: {
    models: ["data/runs/mine", "nearest mean image"],
    images: 100,
    clean: [within(99), within(82)],
    corruptions: [{ name: "fog", severity: 5, models: [within(40), within(20)] }, {
      name: "stripe",
      models: [within(50), within(30)],
    }],
    mean: [0.45, 0.25],
  },
} as unknown as SavedMetrics;

/** The cells of the rows that begin with a word. */
function rowsOf(card: string, first: string): string[][] {
  return card.split("\n").filter((line) => line.startsWith(`| ${first}`))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

Deno.test("modelCard() says what is not known", () => {
  const card = modelCard(bare);
  assertMatch(card, /^# Model card: the MNIST model\n/);
  assertStringIncludes(card, "How it was trained was not recorded.");
  assertStringIncludes(card, "writes it from `model.json` beside it");
  assertStringIncludes(card, "[its own](../../../data/README.md#licences)");
  assert(!/## Evaluation|undefined|NaN|null/.test(card), card);
});

Deno.test("modelCard() gives every figure with its interval, and none that is not defined", () => {
  const card = modelCard({ ...bare, metrics });
  assertStringIncludes(card, "**99.00 %** of 100 test images");
  assertStringIncludes(card, "interval of 94.55 % to 99.82 %");
  assertEquals(rowsOf(card, "Cohen's kappa"), [["Cohen's kappa", "0.98765", "0.90000 to 1.00000"]]);
  assertEquals(rowsOf(card, "ROC AUC, macro"), [["ROC AUC, macro", "–", "– to –"]]);
  assertEquals(rowsOf(card, "4 "), [
    ["4", "100.00 %", "90.00 %", "59.58 % to 98.21 %", "94.74 %", "10"],
  ]);
  assertStringIncludes(card, "Most often read as another: 4 as 9 (1).");
  assertStringIncludes(card, "differ by 4.87 points");
  assert(!/At temperature|Labels in doubt|undefined|NaN|null/.test(card), card);
  assertEquals(rowsOf(card, "1 in 1"), [
    ["1 in 100", "100.00 %", "0", "1", "50.000 %"],
    ["1 in 1,000", "nothing", "100", "–", "–"],
  ]);
  assertEquals(rowsOf(card, "fog").map((cells) => cells.slice(0, 2)), [["fog", "5"]]);
  assertEquals(rowsOf(card, "stripe")[0].slice(1), [
    "–",
    "50.00 % (40.38 % to 59.62 %)",
    "30.00 % (21.89 % to 39.58 %)",
  ]);
  assertEquals(rowsOf(card, "mean of them"), [["mean of them", "–", "45.00 %", "25.00 %"]]);
});

Deno.test("modelCard() gives the recipe, its temperature and the labels in doubt where they are known", () => {
  const record = {
    ...{ profile: { ...profileNamed("quick"), seed: 7 }, data: "a folder", finished: "2026-11-23" },
    ...{ seconds: 1234, workers: 1, backend: "wasm", validationAccuracy: 0.99, testAccuracy: 0.98 },
    remarks: ["It rained."],
  };
  const counted = { images: 98, right: 97, ...within(97) };
  const card = modelCard({
    ...bare,
    record,
    metrics: {
      ...metrics,
      calibration: {
        ...metrics.calibration,
        temperature: { temperature: 0.71, validationImages: 5000, error: 0.0041, logLoss: 0.02 },
      },
      labelErrors: { source: "people", without: counted, corrected: counted },
    },
  });
  assertStringIncludes(card, "`deno task train --profile quick --seed 7 --epochs 2`");
  assertEquals(rowsOf(card, "schedule"), [["schedule", "kind one-cycle, warm up 0.2"]]);
  assertEquals(rowsOf(card, "learning rate"), [["learning rate", "0.2"]]);
  assertEquals(rowsOf(card, "time"), [["time", "1,234 s on 1 core, backend wasm"]]);
  assertEquals(rowsOf(card, "test accuracy"), []); // it stands below, with its interval
  assertStringIncludes(card, "It rained.");
  assertStringIncludes(
    card,
    "At temperature 0.71, fitted on 5,000 validation images, it would be 0.41",
  );
  assertStringIncludes(card, "accuracy is 97.00 %, 97 of 98 (");
});

Deno.test("modelCard() names a profile of one's own as the file that it is", () => {
  const record = {
    ...{ profile: { ...profileNamed("quick"), name: "mine" }, data: "d", finished: "2026-11-23" },
    ...{ seconds: 1, workers: 2, backend: "wasm", validationAccuracy: 0.99, testAccuracy: 0.98 },
  };
  const card = modelCard({ ...bare, record });
  assertStringIncludes(card, "`deno task train --profile FILE --seed 1 --epochs 2`");
  assertEquals(rowsOf(card, "test accuracy").map(([, value]) => value), ["98.00 %"]);
});

Deno.test("modelCard() knows the three kinds of models by what they give", () => {
  const titles = [[null, 10], [null, 11], [null, 1, null, 11]].map((output) =>
    modelCard({ ...bare, output }).split("\n")[0]
  );
  assertEquals(titles, [
    "# Model card: the MNIST model",
    "# Model card: the handwriting model",
    "# Model card: the line reader",
  ]);
});
