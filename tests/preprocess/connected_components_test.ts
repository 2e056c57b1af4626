import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { connectedComponents } from "@lib/preprocess/connected_components.ts";

Deno.test("connectedComponents() parts what does not touch, and joins at corners", () => {
  const image = drawing(
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
  const image = drawing(
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
  const image = { width: 4, height: 1, pixels: Uint8Array.of(10, 200, 100, 0) };
  const [all] = connectedComponents(image).components;
  assertEquals([all.mass, all.peak, all.area], [310, 200, 3]);
  const [strong] = connectedComponents(image, 50).components;
  assertEquals([strong.mass, strong.x, strong.width], [300, 1, 2]);
});

Deno.test("connectedComponents() of nothing is nothing", () => {
  assertEquals(connectedComponents(drawing("...", "...")).components, []);
});
