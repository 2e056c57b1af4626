import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { varyWriter } from "@lib/preprocess/handwriting/writer/vary_writer.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { bar } from "../../../support/shapes.ts";

const rng = rngFromSeed(6);
const digit = bar(4, 20);
const written = Array.from({ length: 300 }, (_, i) => varyWriter(digit, 1, rng.fork(i)));

Deno.test("varyWriter() writes with pens from fine to broad", () => {
  const widths = written.map(strokeWidth).sort((a, b) => a - b);
  assert(
    widths[15] < 2.4 && widths[150] > 2.4 && widths[285] > 4.5,
    `${widths[15]}, ${widths[285]}`,
  );
});

Deno.test("varyWriter() writes narrow and wide", () => {
  // A horizontal bar: slant hardly changes its width.
  const horizontal = Array.from({ length: 300 }, (_, i) => varyWriter(bar(20, 3), 1, rng.fork(i)));
  const widths = horizontal.map((ink) => cropToInk(ink).width).sort((a, b) => a - b);
  assert(widths[15] <= 16 && widths[285] >= 27, `${widths[15]}, ${widths[285]}`);
});

Deno.test("varyWriter() of little strength keeps close to the digit", () => {
  const alike = Array.from(
    { length: 100 },
    (_, i) => cropToInk(varyWriter(digit, 0.2, rng.fork(i))),
  );
  assert(alike.every(({ width, height }) => width <= 15 && height >= 18 && height <= 23));
});

Deno.test("varyWriter() depends on the random numbers alone", () => {
  assertEquals(varyWriter(digit, 1, rng.fork(7)), written[7]);
});
