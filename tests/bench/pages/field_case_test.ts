import { assert, assertEquals, assertGreater, assertMatch } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { fieldCase, type FieldKind, fieldKinds } from "../../../bench/pages/field_case.ts";
import type { FieldPicture } from "../../../bench/pages/cases/field_picture.ts";
import { digits } from "../../support/written_digits.ts";

const rounds = 6;

function drawn(kind: FieldKind, seed: number): FieldPicture[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: rounds }, (_, i) => fieldCase(kind, digits, rng.fork(i)));
}

const all = new Map(fieldKinds.map((kind) => [kind, drawn(kind, 1)]));
const of = (kind: FieldKind): FieldPicture[] => all.get(kind)!;
const digest = ({ image, text }: FieldPicture): string => sha256(image.pixels) + text;

for (const kind of fieldKinds) {
  Deno.test(`fieldCase() draws ${kind}: ink on paper, and the digits that it tells of`, () => {
    for (const { image, text } of of(kind)) {
      const { width, height, pixels } = image;
      assertEquals(pixels.length, width * height);
      assert(width >= 5 && height >= 20 && width * height < 4e6, `${width} × ${height}`);
      assertGreater(Math.max(...lightsOf(pixels)) - Math.min(...lightsOf(pixels)), 40);
      if (kind === "comb" && text === "") continue;
      assertMatch(text, /^\d+(?:\n\d+)*$/);
    }
  });

  Deno.test(`fieldCase() draws ${kind} anew with each seed, and the same with the same one`, () => {
    const digests = of(kind).map(digest);
    assertEquals(fieldCase(kind, digits, rngFromSeed(1).fork(2)).text, of(kind)[2].text);
    assertEquals(digest(fieldCase(kind, digits, rngFromSeed(1).fork(3))), digests[3]);
    assertEquals(new Set([...digests, ...drawn(kind, 2).map(digest)]).size, 2 * rounds);
  });
}

/** The levels of light that occur. */
function lightsOf(pixels: Uint8Array): number[] {
  return [...new Set(pixels)];
}

Deno.test("fieldCase() gives the cells of tables and grids, row by row", () => {
  for (const kind of ["table", "grid"] as const) {
    for (const { text, rows = [] } of of(kind)) {
      const [least, most] = kind === "table" ? [4, 15] : [6, 9];
      assert(rows.length >= least && rows.length <= most);
      assertEquals(new Set(rows.map((cells) => cells.length)).size, 1);
      assertEquals(rows.flat().join(""), text.replaceAll("\n", ""));
    }
  }
  assert(of("table").concat(of("grid")).some(({ rows }) => rows!.flat().includes("")));
});

Deno.test("fieldCase() gives the signs of dates and amounts", () => {
  for (const { text, separators } of of("date")) {
    assert(["//", "--", ".."].includes(separators!));
    assert(text.length === 6 || text.length === 8);
    assert(Number(text.slice(0, 2)) <= 31 && Number(text.slice(2, 4)) <= 12);
  }
  for (const { separators } of of("amount")) assertMatch(separators!, /^[-,.:+=]+$/);
});

Deno.test("fieldCase() turns pages: a quarter lays the lines upright", () => {
  for (const { image: { width, height }, text, turned } of of("turned")) {
    assert([90, 180, 270].includes(turned!));
    const [first] = text.split("\n");
    const isUpright = turned !== 180;
    if (first.length > 6) assertEquals(height > width, isUpright);
  }
});

Deno.test("fieldCase() leaves some combs empty, and writes a number into the others", () => {
  const texts = Array.from(
    { length: 40 },
    (_, i) => fieldCase("comb", digits, rngFromSeed(3).fork(i)).text,
  );
  const empty = texts.filter((text) => text === "").length;
  assert(empty > 1 && empty < 20, `${empty} of 40`);
});

Deno.test("fieldCase() writes in inks paler than the frame", () => {
  for (const { image: { pixels } } of of("framed")) {
    const counts = new Uint32Array(256);
    for (const level of pixels) counts[level]++;
    const between = (from: number, to: number): number =>
      counts.subarray(from, to).reduce((total, count) => total + count, 0);
    assertGreater(between(0, 50), 100); // the print
    assertGreater(between(80, 215), 100); // the ink
  }
});
