import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { inkRuns } from "@lib/image/ink_runs.ts";

Deno.test("connectedComponents() parts what does not touch, and joins at corners", () => {
  const image = inkOf(
    "#....##",
    ".#....#",
    "#...#..",
  );
  const { components, labels } = connectedComponents(image);
  const boxes = components.map(({ x, y, width, height, area }) => [x, y, width, height, area]);
  assertEquals(boxes, [[0, 0, 2, 3, 3], [5, 0, 2, 2, 3], [4, 2, 1, 1, 1]]);
  assertEquals([...labels.subarray(0, 7)], [1, 0, 0, 0, 0, 2, 2]);
});

Deno.test("connectedComponents() follows strokes around, and parts a ring from its inside", () => {
  const image = inkOf(
    "#####...#",
    "#...#...#",
    "#.#.#...#",
    "#...#...#",
    "#####.###",
  );
  const { components } = connectedComponents(image);
  assertEquals(components.map(({ area }) => area), [16, 7, 1]);
});

Deno.test("connectedComponents() measures mass and peak, and leaves out what is too faint", () => {
  const image = inkImage(4, 1, Uint8Array.of(10, 200, 100, 0));
  const [all] = connectedComponents(image).components;
  assertEquals([all.mass, all.peak, all.area], [310, 200, 3]);
  const [strong] = connectedComponents(image, 50).components;
  assertEquals([strong.mass, strong.x, strong.width], [300, 1, 2]);
});

Deno.test("connectedComponents() finds what spreading from pixel to pixel finds", () => {
  const rng = rngFromSeed(4);
  const [width, height] = [40, 30];
  for (const share of [0.2, 0.4, 0.6, 0.9]) {
    const pixels = Uint8Array.from({ length: 1200 }, () => rng.uniform() < share ? 9 : 0);
    const labels = new Int32Array(pixels.length);
    let count = 0;
    const spread = (x: number, y: number, label: number): void => {
      const at = y * width + x;
      if (x < 0 || x >= width || y < 0 || y >= height || pixels[at] === 0 || labels[at] > 0) return;
      labels[at] = label;
      for (let k = 0; k < 9; k++) spread(x + (k % 3) - 1, y + Math.floor(k / 3) - 1, label);
    };
    for (let at = 0; at < pixels.length; at++) {
      if (pixels[at] > 0 && labels[at] === 0) {
        spread(at % width, Math.floor(at / width), ++count);
      }
    }
    const image = inkImage(width, height, pixels);
    const found = connectedComponents(image);
    assertEquals(connectedComponents(image, 1, inkRuns(image)).labels, labels);
    assertEquals(found.labels, labels);
    assertEquals(labels.map((_, at) => found.labelAt(at)), labels);
    assertEquals(
      found.components.map(({ label }) => label),
      [...Array(count).keys()].map((i) => i + 1),
    );
  }
});

Deno.test("connectedComponents() of nothing is nothing", () => {
  assertEquals(connectedComponents(inkOf("...", "...")).components, []);
});
