import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import { resample } from "@lib/image/resample.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { digitAt } from "@lib/preprocess/dataset/digit_at.ts";
import { cutLine, type DrawnCut } from "../../../bench/cutter/draw_cuts.ts";
import { labelCandidates } from "../../../bench/cutter/label_candidates.ts";
import { foreign, type OwnedLine, writtenLine } from "../../../bench/cutter/written_line.ts";
import { assert, assertEquals, assertGreater } from "../../support/assert.ts";

const { train } = await loadMnist("package");

/** A pixel of a line belongs to those who have ink there. */
function ownedLine(digits: readonly BoxedInk[], labels: readonly number[]): OwnedLine {
  const paper = boxedInk(
    inkImage(
      Math.max(...digits.map(({ box }) => box.x + box.width)) + 4,
      Math.max(...digits.map(({ box }) => box.y + box.height)) + 4,
    ),
  );
  const { ink } = overlay([paper, ...digits]);
  const owners = new Uint16Array(ink.pixels.length);
  digits.forEach((digit, i) => {
    overlay([paper, digit]).ink.pixels.forEach((level, at) => {
      if (level >= 64) owners[at] |= 1 << i;
    });
  });
  return { ink, labels, owners };
}

/** A digit of MNIST, twice as large. */
function drawDigit(index: number, x: number): BoxedInk {
  const ink = cropToInk(digitAt(train, index));
  return boxedInk(resample(ink, 2 * ink.width, 2 * ink.height), { x, y: 4 });
}

/** What some of the owners have of a line. */
function inkOf(
  { ink, owners }: OwnedLine,
  isHeld: (owner: number, x: number) => boolean,
): BoxedInk {
  const pixels = ink.pixels.map((level, at) => {
    return owners[at] > 0 && isHeld(owners[at], at % ink.width) ? Math.max(1, level) : 0;
  });
  return boxedInk(inkImage(ink.width, ink.height, pixels));
}

/** The candidates that hold all of a digit's box. */
function holding(cuts: readonly DrawnCut[], { box }: BoxedInk): DrawnCut[] {
  return cuts.filter(({ candidate: { box: own } }) => {
    return own.x <= box.x + 2 && own.x + own.width >= box.x + box.width - 2;
  });
}

const drawPair = (rng: Rng): { readonly indices: readonly number[]; readonly labels: number[] } => {
  const indices = [rng.integer(train.size), rng.integer(train.size)];
  return { indices, labels: indices.map((i) => train.labels[i]) };
};

Deno.test("of written lines each digit's ink is that digit, and less or more of it is none", () => {
  const rng = rngFromSeed(5);
  let joins = 0;
  for (let i = 0; i < 20; i++) {
    const line = writtenLine(train, rng.integer(train.size), rng.fork(i));
    line.labels.forEach((label, k) => {
      const columns: number[] = [];
      line.owners.forEach((owner, at) => {
        if (owner === 1 << k) columns.push(at % line.ink.width);
      });
      if (columns.length === 0) return; // another digit lies over it
      const middle = columns.sort((a, b) => a - b)[columns.length >> 1];
      const isOwn = (owner: number): boolean => owner !== foreign && (owner & (1 << k)) > 0;
      const half = inkOf(line, (owner, x) => isOwn(owner) && x < middle);
      const both = inkOf(line, (owner) => isOwn(owner) || isOwn(owner >> 1));
      const [own, part, join] = labelCandidates([inkOf(line, isOwn), half, both], line);
      assertEquals(own, label);
      assertEquals(part, nonDigitClass);
      if (k === line.labels.length - 1) return;
      const other = line.owners.filter((owner) => isOwn(owner >> 1) && !isOwn(owner)).length;
      const total = line.owners.filter((owner) => isOwn(owner >> 1) || isOwn(owner)).length;
      if (other / total < 0.25 || other / total > 0.75) return;
      joins++;
      assertEquals(join, nonDigitClass);
    });
  }
  assertGreater(joins, 20);
});

Deno.test("two digits apart are cut out whole, and nothing that holds both is a digit", () => {
  const rng = rngFromSeed(6);
  for (let i = 0; i < 20; i++) {
    const { indices, labels } = drawPair(rng);
    const one = drawDigit(indices[0], 4);
    const other = drawDigit(indices[1], 4 + one.box.width + 8 + rng.integer(20));
    const cuts = cutLine(ownedLine([one, other], labels));
    const found = cuts.filter(({ label }) => label !== nonDigitClass);
    for (const [k, digit] of [one, other].entries()) {
      const wholes = holding(found, digit);
      assertGreater(wholes.length, 0, `${labels}: ${labels[k]}`);
      assert(wholes.every(({ label }) => label === labels[k]));
    }
    const both = holding(holding(cuts, one), other);
    assert(both.every(({ label }) => label === nonDigitClass));
  }
});

Deno.test("two digits that touch are none together", () => {
  const rng = rngFromSeed(7);
  let joins = 0;
  for (let i = 0; i < 20; i++) {
    const { indices, labels } = drawPair(rng);
    const one = drawDigit(indices[0], 4);
    const other = drawDigit(indices[1], 4 + one.box.width - 3);
    const cuts = cutLine(ownedLine([one, other], labels));
    const both = holding(holding(cuts, one), other);
    joins += both.length;
    assert(both.every(({ label }) => label === nonDigitClass), `${labels}`);
  }
  assertGreater(joins, 10);
});

Deno.test("a wall that two digits share is foreign to neither, and neither lacks it", () => {
  const ring = (x: number): BoxedInk => {
    const ink = inkImage(20, 30, new Uint8Array(600).fill(255));
    for (let row = 4; row < 26; row++) ink.pixels.fill(0, row * 20 + 4, row * 20 + 16);
    return boxedInk(ink, { x, y: 2 });
  };
  const line = ownedLine([ring(4), ring(20)], [0, 0]); // four columns are of both
  const right = inkOf(line, (_, x) => x >= 24);
  assertEquals(labelCandidates([ring(4), ring(20), right], line), [0, 0, 0]);
});

Deno.test("what is of no digit is none, and a bar may be a 1", () => {
  const line = ownedLine([boxedInk(inkImage(6, 30, new Uint8Array(180).fill(255)), { x: 3 })], [1]);
  const cross = inkImage(30, 30);
  for (let k = 0; k < 30; k++) cross.pixels.fill(255, 30 * k + 13, 30 * k + 17);
  cross.pixels.fill(255, 13 * 30, 17 * 30);
  const others = { ...line, owners: line.owners.map((owner) => owner > 0 ? foreign : 0) };
  const bar = inkOf(others, () => true);
  assertEquals(labelCandidates([bar], line), [1]);
  assertEquals(labelCandidates([bar], others), [undefined]);
  const sheet = boxedInk(cross);
  const crossed: OwnedLine = {
    ink: cross,
    labels: [1],
    owners: Uint16Array.from(cross.pixels, (level) => level > 0 ? foreign : 0),
  };
  assertEquals(labelCandidates([sheet], crossed), [nonDigitClass]);
});

Deno.test("of a digit that was cut roughly everywhere the best cut is the digit, beside a whole one nothing is said of it", () => {
  const ink = inkImage(40, 30, new Uint8Array(1200).fill(255));
  for (let row = 6; row < 30; row++) ink.pixels.fill(0, row * 40 + 10, row * 40 + 30);
  const line = ownedLine([boxedInk(ink, { x: 4, y: 2 })], [7]);
  const total = line.owners.filter((owner) => owner > 0).length;
  const upTo = (share: number): BoxedInk => {
    let count = 0;
    return inkOf(line, () => ++count <= share * total);
  };
  const [half, less, more, whole] = [0.5, 0.75, 0.82, 1].map(upTo);
  assertEquals(labelCandidates([half, less, more], line), [nonDigitClass, undefined, 7]);
  assertEquals(labelCandidates([less, whole, more], line), [undefined, 7, undefined]);
  assertEquals(labelCandidates([half], line), [nonDigitClass]);
});
