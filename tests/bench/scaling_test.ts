import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { plotlyHost } from "@lib/report/svg/plotly_host.ts";
import { summariseModel } from "@lib/model/summarise_model.ts";
import { buildScaledNetwork } from "../../bench/networks.ts";
import { scalingFigure } from "../../bench/scaling_figure.ts";
import type { ScalingPoint } from "../../bench/scaling_panels.ts";

/** Time in proportion to images, multiply-adds and one over workers. */
function point(images: number, workers: number, width: number): ScalingPoint {
  const multiplyAdds = 200_000 * width ** 2;
  return { images, workers, width, multiplyAdds, seconds: images * width ** 2 / workers / 10_000 };
}

const points = [
  ...[1, 2, 4].flatMap((workers) => [1_000, 10_000, 60_000].map((n) => point(n, workers, 1))),
  ...[4, 0.5, 2].map((width) => point(10_000, 1, width)),
];

Deno.test("buildScaledNetwork(1) is the compact network, 2 has twice the channels", () => {
  const options = { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) };
  const compact = buildNetwork("compact", options);
  const [one, two] = [1, 2].map(buildScaledNetwork);
  const shapes = (model: typeof compact): number[][] =>
    model.layers.map(({ outputShape }) => (outputShape as number[]).slice(1));
  assertEquals(shapes(one), shapes(compact));
  assertEquals(one.countParams(), compact.countParams());
  assertEquals(shapes(two).at(-4), [2, 2, 128]);
  const count = summariseModel(compact).reduce((sum, layer) => sum + layer.multiplyAdds, 0);
  assertEquals(count, 197_248);
  for (const model of [compact, one, two]) model.dispose();
});

Deno.test("scalingFigure() draws what is in proportion on the dotted lines", () => {
  const { data } = scalingFigure({ batchSize: 128, points });
  type Trace = { name?: string; mode: string; x: number[]; y: number[]; xaxis: string };
  const traces = data as readonly unknown[] as readonly Trace[];
  assertEquals(traces.map(({ mode }) => mode), Array(4).fill(["lines", "lines+markers"]).flat());
  for (let i = 0; i < traces.length; i += 2) {
    const [expected, measured] = traces.slice(i, i + 2);
    assertEquals(expected.xaxis, measured.xaxis);
    for (const end of [0, -1]) {
      assertEquals(expected.x.at(end), measured.x.at(end));
      assertAlmostEquals(expected.y.at(end)!, measured.y.at(end)!, 1e-9);
    }
  }
  assertEquals(traces[3].name, "4 workers");
  assertEquals(traces[5].x, [1, 2, 4]);
  assertEquals(traces[7].y, [0.25, 1, 4, 16]);
});

Deno.test("scalingFigure() says how time grows, and Plotly takes it", async () => {
  const figure = scalingFigure({ batchSize: 128, points });
  assertEquals(
    figureTitle(figure),
    "60 times the images take 60 times the time, 64 times the multiply-adds 64 times; " +
      "4 workers are 4 times as fast",
  );
  const { plotly } = await plotlyHost();
  const { data, layout } = JSON.parse(JSON.stringify(figure));
  assertEquals(plotly.validate(data, layout) ?? [], []);
});

Deno.test("scalingFigure() draws a machine with one core", () => {
  const alone = points.filter(({ workers }) => workers === 1);
  const figure = scalingFigure({ batchSize: 128, points: alone });
  assertEquals(
    figureTitle(figure),
    "60 times the images take 60 times the time, 64 times the multiply-adds 64 times",
  );
  assertThrows(() => scalingFigure({ batchSize: 128, points: [] }), RangeError, "wanted points");
});
