import { assert, assertEquals, assertStringIncludes, assertThrows } from "../support/assert.ts";
import { decode } from "fast-png";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { cutPieces } from "@lib/figures/cut_pieces.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { assertDrawable } from "./assert_drawable.ts";
import { inkImage } from "@lib/image/ink_image.ts";

/** A block of full ink. */
function block(x: number, width = 20, height = 100): BoxedInk {
  const pixels = new Uint8Array(width * height).fill(255);
  return { box: { x, y: 10, width, height }, ink: inkImage(width, height, pixels) };
}

const pieces = [block(5), block(25), block(60), block(75)];
const chosen = [
  { digit: 4, confidence: 0.98, first: 0, end: 2 },
  { digit: 7, confidence: 0.6, first: 2, end: 4 },
];

Deno.test("cutPieces() numbers the pieces and names the digits made of them", async () => {
  const figure = cutPieces(pieces, chosen);
  const svg = await assertDrawable(figure);
  assertEquals(figureTitle(figure), "4 pieces, put together to 47");
  for (const text of [">1<", ">4<", "98\u00a0%", "60\u00a0%"]) assertStringIncludes(svg, text);
  assertEquals(figureTitle(cutPieces([block(0)], [])), "One piece, none of a digit");
  await assertDrawable(cutPieces([block(0)], []));
});

Deno.test("cutPieces() gives neighbours different colours, and paper none", () => {
  const { source } = cutPieces([block(0), block(20), block(50)], []).layout.images![0];
  const { width, height, data } = decode(Uint8Array.fromBase64(source!.split(",")[1]));
  const factor = width / 70;
  assertEquals(height, 100 * factor);
  const colourAt = (x: number): string => {
    const at = 3 * Math.floor((x + 0.5) * factor);
    return [...data.slice(at, at + 3)].join();
  };
  const colours = [10, 30, 45, 60].map(colourAt);
  assertEquals(new Set(colours).size, 4);
  assertEquals(colours[2], "255,255,255");
});

Deno.test("cutPieces() keeps the brackets of digits apart whose pieces share columns", () => {
  const slanted = [block(0, 40), block(30, 40)];
  const { data } = cutPieces(slanted, [
    { digit: 1, confidence: 1, first: 0, end: 1 },
    { digit: 2, confidence: 1, first: 1, end: 2 },
  ]);
  const { x } = data.find((trace) => "mode" in trace && trace.mode === "lines") as { x: number[] };
  assert(x[3] < x[5]); // the end of the first, the start of the second
});

Deno.test("cutPieces() leaves the numbers out where they would run together", () => {
  const line = Array.from({ length: 100 }, (_, i) => block(i * 20));
  const texts = cutPieces(line, []).data.filter((trace) =>
    "mode" in trace && trace.mode === "text"
  );
  assertEquals(texts.length, 0);
});

Deno.test("cutPieces() refuses a line without pieces, and digits of others", () => {
  assertThrows(() => cutPieces([], []), RangeError, "no piece");
  for (const [first, end] of [[-1, 1], [1, 1], [3, 5]]) {
    const wrong = [{ digit: 8, confidence: 1, first, end }];
    assertThrows(() => cutPieces(pieces, wrong), RangeError, `found ${first} to ${end}`);
  }
});
