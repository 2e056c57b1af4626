import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { segmentationArtefacts } from "@lib/preprocess/handwriting/scan/segmentation_artefacts.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { bar, inkMass, inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(8);
const digit = bar(10, 20);

Deno.test("segmentationArtefacts() takes a little ink away or adds a little", () => {
  const changes = Array.from({ length: 500 }, (_, i) => {
    return inkMass(segmentationArtefacts(digit, bar(8, 18), rng.fork(i))) - inkMass(digit);
  });
  assert(changes.every((change) => change > -100 && change < 60));
  assert(changes.filter((change) => change < 0).length > 150);
  assert(changes.filter((change) => change > 0).length > 150);
});

Deno.test("segmentationArtefacts() leaves its images as they were", () => {
  const before = digit.pixels.slice();
  for (let i = 0; i < 50; i++) segmentationArtefacts(digit, digit, rng.fork(i));
  assertEquals(digit.pixels, before);
});

type Kind = "edge" | "sliver" | "comma" | "rule" | "gap";

/** What was done to a full bar, told by the size of the result and where its ink is. */
function kindOf({ width, height, pixels }: InkImage): Kind {
  if (width === 10 + 12 && height === 20 + 12) return "rule";
  if (width === 10 + 12 && height === 20 + 6) return "comma";
  const isFull = pixels.every((level) => level === 255);
  if (isFull && (width < 10 || height < 20)) return "edge";
  return width === 10 && height === 20 && !isFull ? "gap" : "sliver";
}

const rows = ({ width, pixels }: InkImage, isInk: (x: number) => boolean): number[] =>
  [...pixels.keys()].filter((at) => pixels[at] > 64 && isInk(at % width))
    .map((at) => Math.floor(at / width));
const columns = ({ width, pixels }: InkImage, isInk: (y: number) => boolean): number[] =>
  [...pixels.keys()].filter((at) => pixels[at] > 64 && isInk(Math.floor(at / width)))
    .map((at) => at % width);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const drawn = Array.from({ length: 4000 }, (_, i) => {
  return segmentationArtefacts(digit, bar(8, 18), rng.fork(1000 + i));
});
const of = (kind: Kind): InkImage[] => drawn.filter((ink) => kindOf(ink) === kind);

Deno.test("segmentationArtefacts() draws each kind with its share", () => {
  const shares = { edge: 0.3, sliver: 0.25, comma: 0.2, rule: 0.12, gap: 0.13 };
  for (const [kind, share] of Object.entries(shares)) {
    // A gap may miss the digit, a sliver lie inside it.
    assertAlmostEquals(of(kind as Kind).length / drawn.length, share, 0.025, kind);
  }
});

Deno.test("segmentationArtefacts() cuts a little off one edge, any of the four", () => {
  const edges = of("edge");
  assert(edges.every(({ width, height }) => (width < 10) !== (height < 20)));
  const cutAcross = edges.filter(({ width }) => width < 10);
  assertAlmostEquals(cutAcross.length / edges.length, 0.5, 0.05);
  assert(cutAcross.every(({ width }) => width === 9), "more than an eighth of the width");
  const heights = edges.filter(({ height }) => height < 20).map(({ height }) => height);
  assertEquals([Math.min(...heights), Math.max(...heights)], [17, 19]);
});

Deno.test("segmentationArtefacts() leaves slivers on both sides, short and narrow", () => {
  const slivers = of("sliver").filter(({ height }) => height === 20);
  assert(slivers.length > 0.9 * of("sliver").length);
  assert(slivers.every(({ width }) => width >= 10 && width <= 15), "too far away");
  const wide = slivers.filter(({ width, pixels }) => {
    return width > 10 && pixels.some((level) => level === 0);
  });
  const [left, right] = [0, -1].map((place) =>
    wide.filter((ink) => {
      const column = place === 0 ? 0 : ink.width - 1;
      return rows(ink, (x) => x === column).length < 20;
    })
  );
  assertAlmostEquals(left.length / wide.length, 0.5, 0.07);
  assertEquals(left.length + right.length, wide.length);
  const lengths = right.map((ink) => rows(ink, (x) => x === ink.width - 1).length);
  assertEquals([Math.min(...lengths), Math.max(...lengths)], [3, 10]);
  assertAlmostEquals(mean(lengths), 6.5, 0.5);
  const starts = right.map((ink) => Math.min(...rows(ink, (x) => x === ink.width - 1)));
  assert(Math.min(...starts) === 0 && Math.max(...starts) >= 15, `${Math.max(...starts)}`);
});

Deno.test("segmentationArtefacts() leaves points and commas at the foot", () => {
  const margin = 6;
  const commas = of("comma").map((ink) => ({
    left: rows(ink, (x) => x < margin),
    right: rows(ink, (x) => x >= margin + 10),
  }));
  const right = commas.filter((ink) => ink.right.length > 0).length;
  assertAlmostEquals(right / commas.length, 0.7, 0.06);
  assert(commas.every((ink) => (ink.left.length > 0) !== (ink.right.length > 0)));
  const sides = commas.map((ink) => [...ink.left, ...ink.right]);
  assert(sides.every((found) => Math.min(...found) >= 13), "not at the foot");
  assert(sides.some((found) => Math.max(...found) >= 23), "never below the line");
  const lengths = sides.map((found) => Math.max(...found) - Math.min(...found) + 1);
  assertAlmostEquals(lengths.filter((length) => length <= 3).length / lengths.length, 0.55, 0.12);
  assert(Math.max(...lengths) >= 6 && Math.max(...lengths) <= 9, `${Math.max(...lengths)}`);
});

Deno.test("segmentationArtefacts() leaves rules beside, above or below the digit", () => {
  const margin = 6;
  const rules = of("rule").map((ink) => ({
    left: rows(ink, (x) => x < margin).length,
    right: rows(ink, (x) => x >= margin + 10).length,
    above: columns(ink, (y) => y < margin).length,
    below: columns(ink, (y) => y >= margin + 20).length,
    ink,
  }));
  const count = (is: (rule: typeof rules[0]) => boolean): number => rules.filter(is).length;
  const vertical = count((rule) => Math.max(rule.left, rule.right) > 15);
  assertAlmostEquals(vertical / rules.length, 0.36, 0.1); // some lie on the digit itself
  for (const side of ["left", "right", "above", "below"] as const) {
    assert(count((rule) => rule[side] > 7) > 0.1 * rules.length, side);
  }
  assert(rules.every(({ ink }) => inkMass(ink) < 200 + 30 * 2));
});

Deno.test("segmentationArtefacts() takes a line away, most often a horizontal one", () => {
  const gaps = of("gap").map((ink) => ({
    ink,
    across: Array.from({ length: 20 }, (_, y) => y)
      .filter((y) => ink.pixels.subarray(y * 10, y * 10 + 10).some((level) => level < 128)).length,
  }));
  const lost = gaps.map(({ ink }) => 200 - inkMass(ink));
  assert(Math.max(...lost) < 55 && mean(lost) > 9 && mean(lost) < 20, `${mean(lost)}`);
  const horizontal = gaps.filter(({ across }) => across <= 4).length;
  assertAlmostEquals(horizontal / gaps.length, 0.75, 0.1);
});

Deno.test("segmentationArtefacts() draws vertical rules that begin above the digit and end below", () => {
  const vertical = of("rule").filter((ink) => {
    return new Set(rows(ink, (x) => x < 5 || x > 17)).size > 18;
  });
  assert(vertical.length > 50);
  const isLonger = vertical.map((ink) => {
    const found = rows(ink, (x) => x < 5 || x > 17);
    return Math.min(...found) < 6 && Math.max(...found) >= 26;
  });
  // Of those that drift away from the digit, or touch it, only a part is seen beside it.
  assert(isLonger.filter(Boolean).length > 0.85 * vertical.length);
});

Deno.test("segmentationArtefacts() takes ink away for a gap, and adds none", () => {
  const ring = inkOf("#####", ...Array<string>(8).fill("#...#"), "#####");
  let gaps = 0;
  for (let i = 0; i < 400; i++) {
    const ink = segmentationArtefacts(ring, ring, rng.fork(i));
    if (ink.width !== 5 || ink.height !== 10 || inkMass(ink) >= inkMass(ring)) continue;
    gaps++;
    assert(ink.pixels.every((level, at) => level <= ring.pixels[at]));
  }
  assert(gaps > 20, `${gaps}`);
});

Deno.test("segmentationArtefacts() takes the side of the neighbour that faces the digit", () => {
  // Its left edge is faint, its right edge is full, the middle is in between.
  const neighbour = inkImage(3, 20, Uint8Array.from({ length: 60 }, (_, i) => 50 + 60 * (i % 3)));
  const outer = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0; i < 1000; i++) {
    const { width, height, pixels } = segmentationArtefacts(digit, neighbour, rng.fork(i));
    if (height !== 20 || width < 12 || width > 15) continue;
    for (const [side, x] of [["left", 0], ["right", width - 1]] as const) {
      const levels = Array.from({ length: 20 }, (_, y) => pixels[y * width + x]);
      const level = Math.max(...levels);
      if (level > 0 && level < 255) outer[side].add(level);
    }
  }
  // At the right: one column shows the faint edge, two the middle as well. At the left the reverse.
  assert(outer.right.has(50) && outer.left.has(170), JSON.stringify([...outer.left]));
});

Deno.test("segmentationArtefacts() chooses the kind by its first random number", () => {
  const ends: readonly [Kind, number, number][] = [
    ["edge", 0, 0.3],
    ["comma", 0.55, 0.75],
    ["rule", 0.75, 0.87],
  ];
  drawn.forEach((ink, i) => {
    const first = rng.fork(1000 + i).uniform();
    for (const [kind, least, end] of ends) {
      assertEquals(kindOf(ink) === kind, first >= least && first < end, `${kind}: ${first}`);
    }
  });
});

Deno.test("segmentationArtefacts() copes with digits as fine as a hair, and puts no sliver below a flat one", () => {
  for (let i = 0; i < 1000; i++) {
    segmentationArtefacts(bar(2, 20), bar(8, 18), rng.fork(i)); // throws if it cannot
    const first = rng.fork(i).uniform();
    if (first < 0.3 || first >= 0.55) continue;
    const { height } = segmentationArtefacts(bar(20, 3), bar(8, 18), rng.fork(i));
    assert(height >= 3 && height <= 10, `${height}`); // the longest sliver has 10 rows
  }
});
