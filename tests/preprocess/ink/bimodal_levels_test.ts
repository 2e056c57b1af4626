import { assert, assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { bimodalLevels } from "@lib/preprocess/ink/bimodal_levels.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** An image of columns: in each of them `level` gives every pixel anew. */
function image(width: number, height: number, level: (x: number, y: number) => number): LightImage {
  const pixels = Uint8ClampedArray.from({ length: width * height }, (_, i) => {
    return level(i % width, Math.floor(i / width));
  });
  return lightImage(width, height, new Uint8Array(pixels.buffer));
}

/** Ink of level 80 on paper of level 180 with an even scatter of whole levels to both sides.
 *
 * @param share of the columns that are ink
 */
function sheet(
  { width = 100, height = 100, share = 0.1, ink = 0, paper = 0, rng = rngFromSeed(1) }: {
    readonly width?: number;
    readonly height?: number;
    readonly share?: number;
    readonly ink?: number;
    readonly paper?: number;
    readonly rng?: Rng;
  },
): LightImage {
  const scatter = (most: number): number => rng.integer(2 * most + 1) - most;
  return image(
    width,
    height,
    (x) => x < Math.round(share * width) ? 80 + scatter(ink) : 180 + scatter(paper),
  );
}

/** The lower median, by sorting. */
function middle(levels: number[]): number {
  return levels.toSorted((a, b) => a - b)[Math.ceil(levels.length / 2) - 1];
}

Deno.test("bimodalLevels() finds the levels of ink and paper on clean scans", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 20; round++) {
    const [dark, bright] = round % 4 === 0
      ? [0, 255]
      : [20 + rng.integer(60), 150 + rng.integer(80)];
    const share = rng.between(0.03, 0.18);
    const isInk = Array.from({ length: 80 * 60 }, () => rng.uniform() < share);
    const scan = image(80, 60, (x, y) => {
      return (isInk[y * 80 + x] ? dark : bright) + rng.integer(5) - 2;
    });
    const [ink, paper] = [true, false].map((wanted) => {
      return [...scan.pixels].filter((_, i) => isInk[i] === wanted);
    });
    assertEquals(bimodalLevels(scan), {
      bright: Math.max(...ink) + 1,
      darkShare: ink.length / isInk.length,
      usual: { dark: middle(ink), bright: middle(paper) },
      isTight: false,
    });
  }
});

Deno.test("bimodalLevels() finds two levels where they explain three quarters of the variance", () => {
  const rng = rngFromSeed(6);
  const counts = [0, 0];
  for (let round = 0; round < 300; round++) {
    const [spread, share] = [rng.between(10, 60), rng.between(0.1, 0.5)];
    // So small that nothing else decides.
    const small = image(16, 16, () => {
      return (rng.uniform() < share ? 70 : 180) + spread * rng.normal();
    });
    const isFound = explainedShare([...small.pixels]) >= 0.75;
    assertEquals(bimodalLevels(small) !== undefined, isFound, `round ${round}`);
    counts[Number(isFound)]++;
  }
  assert(Math.min(...counts) > 50, `${counts}`);
});

/** How much of the variance the best two classes explain, by trying all and adding up squares. */
function explainedShare(levels: number[]): number {
  const squares = (some: number[]): number => {
    const mean = some.reduce((sum, level) => sum + level, 0) / some.length;
    return some.reduce((sum, level) => sum + (level - mean) ** 2, 0);
  };
  let least = Infinity;
  for (let limit = 1; limit < 256; limit++) {
    const [below, above] = [levels.filter((v) => v < limit), levels.filter((v) => v >= limit)];
    if (below.length === 0 || above.length === 0) continue;
    least = Math.min(least, squares(below) + squares(above));
  }
  return 1 - least / squares(levels);
}

Deno.test("bimodalLevels() tells a tightly cut image of one digit by its share of ink or paper", () => {
  const isTight = (share: number, width = 100, height = 100): boolean | undefined => {
    return bimodalLevels(sheet({ share, width, height }))?.isTight;
  };
  assertEquals([0.2, 0.22, 0.25, 0.5, 0.75, 0.77, 0.8].map((share) => isTight(share)), [
    ...[false, true, true, true, true, true, false],
  ]);
});

Deno.test("bimodalLevels() takes no wide image for one digit, however tall it may be", () => {
  const isTight = (width: number, height: number): boolean | undefined => {
    return bimodalLevels(sheet({ share: 0.5, width, height }))?.isTight;
  };
  assertEquals(isTight(140, 100), true);
  assertEquals(isTight(150, 100), true);
  assertEquals(isTight(160, 100), false);
  assertEquals(isTight(100, 400), true);
});

Deno.test("bimodalLevels() finds none where ink and paper both scatter by more than 4 %", () => {
  // An even scatter of ±k levels has a median distance of k / 2; the levels are 100 apart.
  const isFound = (ink: number, paper: number): boolean => {
    return bimodalLevels(sheet({ ink, paper })) !== undefined;
  };
  assertEquals([isFound(6, 6), isFound(11, 11)], [true, false]);
  assertEquals([isFound(0, 20), isFound(20, 0)], [true, true]);
});

Deno.test("bimodalLevels() bears a scatter of 10 % in a tightly cut image", () => {
  const isFound = (ink: number, paper: number): boolean => {
    return bimodalLevels(sheet({ ink, paper, share: 0.4 })) !== undefined;
  };
  assertEquals([isFound(16, 16), isFound(24, 24)], [true, false]);
});

/** Whether levels are found if a few pixels in a thousand of the ink (or of the paper) lie farther away
 * from the other by so many of the 100 levels between the two. */
function bears(permille: number, off: number, { share = 0.1, ofPaper = false } = {}): boolean {
  const side = 200;
  const columns = share * side;
  let seen = 0;
  const page = image(side, side, (x) => {
    const isInk = x < columns;
    if (isInk === ofPaper) return isInk ? 110 : 160;
    const isOutlier = ++seen % Math.round(1000 / permille) === 0;
    return (isInk ? 110 : 160) + (isOutlier ? (isInk ? -off : off) / 2 : 0);
  });
  return bimodalLevels(page) !== undefined;
}

Deno.test("bimodalLevels() bears a third level up to half as far off, as of an uneven pen", () => {
  for (const ofPaper of [false, true]) {
    assertEquals([bears(20, 40, { ofPaper }), bears(20, 62, { ofPaper })], [true, false]);
  }
});

Deno.test("bimodalLevels() bears a third level farther off in a tightly cut image", () => {
  for (const ofPaper of [false, true]) {
    const found = [62, 88].map((off) => bears(20, off, { ofPaper, share: 0.4 }));
    assertEquals(found, [true, false]);
  }
});

Deno.test("bimodalLevels() takes four in a thousand for dust, not seven: those are ink in a shadow", () => {
  for (const ofPaper of [false, true]) {
    assertEquals([bears(4, 90, { ofPaper }), bears(7, 90, { ofPaper })], [true, false]);
  }
});

Deno.test("bimodalLevels() takes the soft edges of a thumbnail for no uneven light", () => {
  const isFound = (width: number, height: number, share: number, scatter: number): boolean => {
    return bimodalLevels(sheet({ width, height, share, ink: scatter, paper: scatter })) !==
      undefined;
  };
  assertEquals([isFound(20, 90, 0.1, 20), isFound(90, 20, 0.1, 20)], [true, true]);
  assertEquals([isFound(22, 90, 0.1, 20), isFound(90, 22, 0.1, 20)], [false, false]);
  assertEquals([isFound(64, 90, 0.4, 30), isFound(66, 90, 0.4, 30)], [true, false]);
});

Deno.test("bimodalLevels() finds none in uneven light, under a shadow, on a blank sheet", () => {
  const sloping = image(200, 200, (x) => (x % 50 < 5 ? 0.3 : 1) * (60 + 0.9 * x));
  assertEquals(bimodalLevels(sloping), undefined);
  const shadow = image(200, 200, (x, y) => y % 50 < 8 ? 40 : x > 100 ? 120 : 210);
  assertEquals(bimodalLevels(shadow), undefined);
  assertEquals(bimodalLevels(image(200, 200, () => 128)), undefined);
});
