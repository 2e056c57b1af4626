import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { degradeScan } from "@lib/preprocess/handwriting/scan/degrade_scan.ts";
import { segmentationArtefacts } from "@lib/preprocess/handwriting/scan/segmentation_artefacts.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { plainDigit } from "@lib/preprocess/handwriting/writer/plain_digit.ts";
import { varyWriter } from "@lib/preprocess/handwriting/writer/vary_writer.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { syntheticDigit } from "@lib/preprocess/handwriting/synthetic_digit.ts";
import { digits } from "../../support/written_digits.ts";

const rng = rngFromSeed(16);
const image = (index: number): Uint8Array => digits.images.slice(index * 784, (index + 1) * 784);
const digit = { pixels: image(2), label: digits.labels[2] };
const varied = Array.from({ length: 300 }, (_, i) => syntheticDigit(digit, image(3), rng.fork(i)));

Deno.test("syntheticDigit() gives full strokes on 28×28, each time another image", () => {
  assert(varied.every((pixels) => pixels.length === 784 && Math.max(...pixels) === 255));
  assert(new Set(varied.map((pixels) => pixels.join())).size > 270);
});

Deno.test("syntheticDigit() keeps the digit in the middle", () => {
  for (const pixels of varied) {
    let [mass, right, down] = [0, 0, 0];
    pixels.forEach((level, i) => {
      mass += level;
      right += level * (i % 28 - 14);
      down += level * (Math.floor(i / 28) - 14);
    });
    assert(Math.abs(right / mass) < 2.5 && Math.abs(down / mass) < 2.5);
  }
});

Deno.test("syntheticDigit() depends on the random numbers alone, and changes nothing given", () => {
  assertEquals(syntheticDigit(digit, image(3), rng.fork(40)), varied[40]);
  assertEquals(digit.pixels, image(2));
});

Deno.test("syntheticDigit() copes with an image without ink", () => {
  const blank = { pixels: new Uint8Array(784), label: 3 };
  for (let i = 0; i < 100; i++) {
    assertEquals(syntheticDigit(blank, new Uint8Array(784), rng.fork(i)).length, 784);
  }
});

const inkAt = (index: number): InkImage => inkImage(imageSide, imageSide, image(index));

/** The share of images that are made in such a way, told by making each of them in this way as well. */
function shareMade(make: (rng: Rng) => InkImage): number {
  return varied.filter((pixels, i) => {
    const own = rng.fork(i);
    own.uniform(); // which way
    return normaliseDigit(make(own)).join() === pixels.join();
  }).length / varied.length;
}

Deno.test("syntheticDigit() leaves a tenth unchanged, but for a shift by a pixel", () => {
  const shifts = new Set<string>();
  const unchanged = varied.filter((pixels) => {
    for (const right of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        const isShifted = pixels.every((level, at) => {
          const [x, y] = [at % 28 - right, Math.floor(at / 28) - down];
          const isInside = x >= 0 && x < 28 && y >= 0 && y < 28;
          return level === (isInside ? digit.pixels[y * 28 + x] : 0);
        });
        if (!isShifted) continue;
        shifts.add(`${right} ${down}`);
        return true;
      }
    }
    return false;
  });
  // Four standard deviations of a binomial distribution.
  assertAlmostEquals(unchanged.length / 300, 0.1, 4 * Math.sqrt(0.1 * 0.9 / 300));
  assert(shifts.size >= 8, `${shifts.size} of the nine shifts`);
});

Deno.test("syntheticDigit() shows a fifth as a clean scan, draws a tenth in a plain hand, and cuts a quarter of the others badly", () => {
  const written = (own: Rng): InkImage =>
    varyWriter(allographs(inkAt(2), digit.label, own), 1, own);
  const clean = shareMade((own) => varyWriter(inkAt(2), 0.4, own));
  const wellCut = shareMade((own) => {
    const ink = written(own);
    own.uniform(); // whether it is badly cut
    return degradeScan(ink, own);
  });
  const badlyCut = shareMade((own) => {
    const ink = written(own);
    own.uniform();
    return degradeScan(segmentationArtefacts(ink, inkAt(3), own), own);
  });
  const plain = shareMade((own) => {
    const ink = varyWriter(plainDigit(digit.label, own), 0.5, own);
    own.uniform();
    return degradeScan(ink, own);
  });
  const shares = [
    [clean, 0.2],
    [wellCut, 0.6 * 0.75],
    [badlyCut, 0.6 * 0.25],
    [plain, 0.1 * 0.75],
  ];
  for (const [share, wanted] of shares) {
    assertAlmostEquals(share, wanted, 4 * Math.sqrt(wanted * (1 - wanted) / 300));
  }
});
