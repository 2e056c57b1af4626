import { rngFromSeed } from "@lib/base/rng.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { bytesPerView, candidateView } from "../../../bench/cutter/candidate_view.ts";
import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";

const bar = (width: number, height: number, x: number, y = 0): BoxedInk =>
  boxedInk(inkImage(width, height, new Uint8Array(width * height).fill(255)), { x, y });

function channels(view: Uint8Array): readonly [own: Uint8Array, beside: Uint8Array] {
  assertEquals(view.length, bytesPerView);
  const channel = (k: number): Uint8Array => view.filter((_, i) => i % 2 === k);
  return [channel(0), channel(1)];
}

/** The middle of the columns that have ink, and how many have. */
function columns(image: Uint8Array): { readonly middle: number; readonly count: number } {
  const inked = Array.from({ length: 28 }, (_, x) => x)
    .filter((x) => image.some((level, i) => i % 28 === x && level >= 128));
  return { middle: (inked[0] + inked.at(-1)! + 1) / 2, count: inked.length };
}

Deno.test("alone a candidate is as the classifier sees it, and nothing is beside it", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 20; i++) {
    const one = bar(6 + rng.integer(30), 6 + rng.integer(60), rng.integer(50), rng.integer(9));
    const [own, beside] = channels(candidateView(one, one));
    assertEquals(own, normaliseDigit(one.ink));
    assertEquals(beside.every((level) => level === 0), true);
  }
});

Deno.test("neighbours stand in the candidate's frame, at its scale, on their side", () => {
  const rng = rngFromSeed(2);
  for (let i = 0; i < 40; i++) {
    const scale = 1 + rng.integer(4); // pixels of the line for a pixel of the view
    const [width, gap] = [8 * scale, (1 + rng.integer(3)) * scale];
    const isRight = rng.uniform() < 0.5;
    const one = bar(width, 20 * scale, 100);
    const other = bar(3 * scale, 20 * scale, isRight ? 100 + width + gap : 100 - gap - 3 * scale);
    const [own, beside] = channels(candidateView(one, overlay([one, other])));
    const [mine, its] = [columns(own), columns(beside)];
    const distance = (width / 2 + gap + 1.5 * scale) / scale * (isRight ? 1 : -1);
    assertAlmostEquals(its.middle - mine.middle, distance, 1.01, `${i}`);
    assertAlmostEquals(its.count, 3, 1.01);
    own.forEach((level, at) => assertEquals(Math.min(level, beside[at]) < 128, true));
  }
});

Deno.test("moved together, candidate and line look the same, and what is far off is not seen", () => {
  const [one, other, far] = [bar(9, 40, 10, 3), bar(5, 30, 24, 9), bar(9, 40, 90)];
  const moved = ({ box, ink }: BoxedInk): BoxedInk =>
    boxedInk(ink, { x: box.x + 31, y: box.y + 17 });
  const view = candidateView(one, overlay([one, other]));
  assertEquals(candidateView(moved(one), overlay([one, other].map(moved))), view);
  assertEquals(candidateView(one, overlay([one, other, far])), view);
});
