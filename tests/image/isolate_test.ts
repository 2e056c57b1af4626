import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { boxAround } from "@lib/image/box.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { isolate } from "@lib/image/isolate.ts";
import { randomInk } from "../support/random_ink.ts";

Deno.test("isolate() leaves out other components in the same box, and keeps soft edges", () => {
  const image = inkOf("####", "#..#", "#...", "#.##");
  const all = connectedComponents(image, 48);
  image.pixels[5] = 20;
  const own = isolate(image, all, [all.components[0]], all.components[0]);
  assertEquals(own.pixels.filter((level) => level === 255).length, 8);
  assertEquals(own.pixels[5], 20);
});

Deno.test("isolate() cuts out several components at once", () => {
  const image = inkOf("#.#.#", "#.#.#");
  const all = connectedComponents(image);
  const [left, , right] = all.components;
  const box = { x: 0, y: 0, width: 5, height: 2 };
  assertEquals(isolate(image, all, [left, right], box), inkOf("#...#", "#...#"));
});

Deno.test("isolate() has each pixel in the box of a mark that is of one, or of none", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 200; round++) {
    const ink = randomInk(rng);
    const all = connectedComponents(ink, 1 + rng.integer(200));
    const marks = all.components.filter(() => rng.uniform() < 0.4);
    if (marks.length === 0) continue;
    const box = boxAround(marks);
    const labels = [0, ...marks.map(({ label }) => label)];
    const wanted = Array.from({ length: box.width * box.height }, (_, i) => {
      const [x, y] = [box.x + i % box.width, box.y + Math.floor(i / box.width)];
      const isIn = marks.some((mark) => {
        return x >= mark.x && y >= mark.y && x < mark.x + mark.width && y < mark.y + mark.height;
      });
      const at = y * ink.width + x;
      return isIn && labels.includes(all.labels[at]) ? ink.pixels[at] : 0;
    });
    assertEquals([...isolate(ink, all, marks, box).pixels], wanted);
  }
});
