import { assertEquals, assertStringIncludes, assertThrows } from "../support/assert.ts";
import { candidateGallery, type ClassifiedRun } from "@lib/figures/candidate_gallery.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";
import { stroke } from "./samples.ts";

const run: ClassifiedRun = {
  ...{ first: 0, end: 1, normalised: stroke(1), digit: 1, confidence: 0.97, nonDigit: 0.01 },
};

Deno.test("candidateGallery() tells the pieces of each candidate, its digit or none", async () => {
  const both = { ...run, end: 3, digit: 4, confidence: 0.1, nonDigit: 0.86 };
  const figure = candidateGallery([run, both, { ...run, first: 1, end: 2 }], [0, 2]);
  const svg = await assertDrawable(figure);
  assertEquals(figureTitle(figure), "3 candidates, 2 on the best path");
  for (const text of ["1–3", "none 86\u00a0%", "97\u00a0%"]) assertStringIncludes(svg, text);
  await assertDrawable(candidateGallery([run], []));
  assertEquals(figureTitle(candidateGallery([run], [])), "1 candidate, 0 on the best path");
});

Deno.test("candidateGallery() frames those of the path", () => {
  const framed = candidateGallery([run, run], [1]).data.filter((trace) => {
    return "mode" in trace && trace.mode === "lines";
  });
  assertEquals(framed.length, 1);
});

Deno.test("candidateGallery() refuses no candidates, and forms of another size", () => {
  assertThrows(() => candidateGallery([], []), RangeError, "found none");
  const wrong = { ...run, normalised: new Uint8Array(3) };
  assertThrows(() => candidateGallery([wrong], []), RangeError, "3 pixels");
});
