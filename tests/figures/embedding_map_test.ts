import { assertEquals, assertThrows } from "../support/assert.ts";
import { decode } from "fast-png";
import { embeddingMap } from "@lib/figures/embedding_map.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import type { ImageSheet } from "@lib/figures/parts/image_sheet.ts";
import { assertDrawable } from "./assert_drawable.ts";

/** Two groups of three, and a 4 among the nines that was read as one; the ink of each is its number. */
const images = [[4, 0, 0], [4, 0, 1], [4, 1, 0], [9, 9, 9], [9, 9, 8], [9, 8, 9], [4, 8, 8]]
  .map(([truth, x, y], i) => ({
    place: [x, y] as const,
    truth,
    predicted: x > 5 ? 9 : 4,
    pixels: new Uint8Array(784).fill(i),
  }));

Deno.test("embeddingMap() draws each image as its label, the wrongly read ones large", async () => {
  const figure = embeddingMap(images);
  await assertDrawable(figure);
  assertEquals(
    figureTitle(figure).replaceAll("\u00a0", " "),
    "86 % of the images lie beside one of their own digit",
  );
  const [right, wrong] = figure.data as unknown as {
    text: string[];
    hovertext: string[];
    customdata: number[];
    textfont: { size: number; color: string[] };
  }[];
  assertEquals(right.text.join(""), "444999");
  assertEquals([wrong.text, wrong.hovertext, wrong.customdata], [["4"], ["4, read as 9"], [6]]);
  assertEquals(wrong.textfont.color, ["#d55e00"]);
  assertEquals(wrong.textfont.size > right.textfont.size, true);
});

Deno.test("embeddingMap() holds every image for the pointer, by its number", () => {
  const layout = embeddingMap(images).layout as { meta?: { pictures: ImageSheet } };
  const { pictures } = layout.meta!;
  const { width, data } = decode(Uint8Array.fromBase64(pictures.source.split(",")[1]));
  assertEquals(width, pictures.columns * pictures.side);
  assertEquals(images.map((_, i) => data[i * pictures.side]), images.map((_, i) => 255 - i));
});

Deno.test("embeddingMap() refuses a single image, which lies beside none", () => {
  assertThrows(() => embeddingMap(images.slice(0, 1)), RangeError, "map of 1 images");
});
