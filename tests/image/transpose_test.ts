import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { transpose } from "@lib/image/transpose.ts";
import { randomInk } from "../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

Deno.test("transpose() makes rows columns", () => {
  const image = inkOf("##.", "..#");
  assertEquals(transpose(image), inkOf("#.", "#.", ".#"));
  assertEquals(transpose(transpose(image)), image);
});

Deno.test("transpose() brings every pixel to its place", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 100; round++) {
    const ink = randomInk(rng);
    const turned = transpose(ink);
    assertEquals([turned.width, turned.height], [ink.height, ink.width]);
    const wanted = turned.pixels.map((_, i) => {
      return ink.pixels[(i % ink.height) * ink.width + Math.floor(i / ink.height)];
    });
    assertEquals(turned.pixels, wanted);
  }
});
