import { assertEquals, assertThrows } from "../support/assert.ts";
import { type AccuracyRange, corruptionAccuracy } from "@lib/figures/corruption_accuracy.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

const within = (accuracy: number): AccuracyRange => {
  return { accuracy, interval: [accuracy - 0.1, accuracy + 0.05] };
};

const picture = {
  images: 1000,
  corruptions: ["blur", "fog", "zigzag"],
  readers: [
    { name: "network", clean: within(0.95), corrupted: [0.9, 0.2, 0.6].map(within) },
    { name: "baseline", clean: within(0.8), corrupted: [0.5, 0.3, 0.7].map(within) },
  ],
};

Deno.test("corruptionAccuracy() sorts by the first reader, whose worst the title names", async () => {
  const figure = corruptionAccuracy(picture);
  await assertDrawable(figure);
  assertEquals(
    figureTitle(figure).replaceAll("\u00a0", " "),
    "Fog is the worst for the network: 20.0 % are left of 95.0 %",
  );
  const [baseline, network] = figure.data as unknown as {
    name: string;
    x: number[];
    y: string[];
    error_x: { array: number[]; arrayminus: number[] };
  }[];
  assertEquals([baseline.name, network.name], ["baseline", "network"]);
  assertEquals(network.y, ["as they are", "blur", "zigzag", "fog"]);
  assertEquals(network.x, [95, 90, 60, 20]);
  assertEquals(baseline.x, [80, 50, 70, 30]);
  assertEquals(network.error_x.array.map(Math.round), [5, 5, 5, 5]);
  assertEquals(network.error_x.arrayminus.map(Math.round), [10, 10, 10, 10]);
});

Deno.test("corruptionAccuracy() refuses to draw nothing, and readers without all accuracies", () => {
  assertThrows(() => corruptionAccuracy({ ...picture, readers: [] }), RangeError, "0 readers");
  const [network] = picture.readers;
  const short = { ...network, corrupted: network.corrupted.slice(1) };
  assertThrows(
    () => corruptionAccuracy({ ...picture, readers: [short] }),
    RangeError,
    'found 2 accuracies of "network", wanted one for each of 3',
  );
});
