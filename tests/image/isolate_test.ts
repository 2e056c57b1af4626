import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { isolate } from "@lib/image/isolate.ts";

Deno.test("isolate() leaves out other components in the same box, and keeps soft edges", () => {
  const image = inkOf("####", "#..#", "#...", "#.##");
  const { labels, components } = connectedComponents(image, 48);
  image.pixels[5] = 20;
  const own = isolate(image, labels, [components[0]], components[0]);
  assertEquals(own.pixels.filter((level) => level === 255).length, 8);
  assertEquals(own.pixels[5], 20);
});

Deno.test("isolate() cuts out several components at once", () => {
  const image = inkOf("#.#.#", "#.#.#");
  const { labels, components: [left, , right] } = connectedComponents(image);
  const box = { x: 0, y: 0, width: 5, height: 2 };
  assertEquals(isolate(image, labels, [left, right], box), inkOf("#...#", "#...#"));
});
