import { assertEquals, assertThrows } from "../support/assert.ts";
import { decode } from "fast-png";
import { occlusionFigure } from "@lib/figures/occlusion_figure.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

const pixels = new Uint8Array(784);
const mapOf = (least: number): Float32Array => new Float32Array(784).fill(1).fill(least, 0, 3);

Deno.test("occlusionFigure() draws each digit above its map, dark where covering hurts", async () => {
  const figure = occlusionFigure([
    { pixels, digit: 7, map: mapOf(0.5) },
    { pixels, digit: 4, map: mapOf(0.1) },
  ]);
  await assertDrawable(figure);
  assertEquals(
    figureTitle(figure).replaceAll("\u00a0", " "),
    "With a part covered, a 4 keeps 10 % of its probability at worst",
  );
  const pictures = figure.layout.images!.map(({ source }) =>
    decode(Uint8Array.fromBase64((source as string).split(",")[1]))
  );
  assertEquals(pictures.length, 4);
  assertEquals(pictures.map(({ data }) => data[0]), [255, 255, 128, 26]);
  assertEquals(pictures.map(({ data }) => data.at(-1)), [255, 255, 255, 255]);
});

Deno.test("occlusionFigure() refuses a map of another size", () => {
  assertThrows(
    () => occlusionFigure([{ pixels, digit: 7, map: new Float32Array(10) }]),
    RangeError,
    "found 10 probabilities, wanted 784",
  );
});
