import { assertEquals } from "../../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { loadMetrics, type SavedMetrics } from "@lib/commands/scoring/metrics_file.ts";
import { shippedCorruptions } from "@lib/commands/scoring/shipped_corruptions.ts";
import type { AccuracyRange } from "@lib/figures/corruption_accuracy.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

Deno.test("the figure of the front page is what deno task card writes", async () => {
  const [handwriting, mnist] = await Promise.all(
    ["reader", "model"].map((name) => loadMetrics(projectPath("data", name))),
  );
  const figure = shippedCorruptions(handwriting!, mnist!);
  assertEquals(
    await Deno.readTextFile(projectPath("assets", "corruptions.svg")),
    await renderSvg(figure),
  );
});

Deno.test("shippedCorruptions() sets each model, and the baseline once, under its name", () => {
  const within = (accuracy: number): AccuracyRange => {
    return { accuracy, interval: [accuracy, accuracy] };
  };
  const metrics = (own: number): SavedMetrics => ({
    corruptions: {
      images: 10,
      clean: [within(own), within(0.1)],
      corruptions: [{ name: "fog", models: [within(own - 0.1), within(0.2)] }],
    },
  } as unknown as SavedMetrics);
  const { data } = shippedCorruptions(metrics(0.9), metrics(0.8));
  const traces = data as unknown as { name: string; x: number[] }[];
  assertEquals(Object.fromEntries(traces.map(({ name, x }) => [name, x.map(Math.round)])), {
    "handwriting model": [90, 80],
    "MNIST model": [80, 70],
    "nearest mean image": [10, 20],
  });
});
