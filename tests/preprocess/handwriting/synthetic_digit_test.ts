import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { degradeScan } from "@lib/preprocess/handwriting/scan/degrade_scan.ts";
import { segmentationArtefacts } from "@lib/preprocess/handwriting/scan/segmentation_artefacts.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { plainDigit } from "@lib/preprocess/handwriting/writer/plain_digit.ts";
import { schoolDigit } from "@lib/preprocess/handwriting/writer/school_digit.ts";
import { varyWriter } from "@lib/preprocess/handwriting/writer/vary_writer.ts";
import { disturb } from "@lib/preprocess/disturb/disturb.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { disturbedShare } from "@lib/preprocess/handwriting/disturbed_share.ts";
import { syntheticDigit } from "@lib/preprocess/handwriting/synthetic_digit.ts";
import { digits } from "../../support/written_digits.ts";

const rng = rngFromSeed(16);
const image = (index: number): Uint8Array => digits.images.slice(index * 784, (index + 1) * 784);
const digit = { pixels: image(2), label: digits.labels[2] };
const varied = Array.from({ length: 300 }, (_, i) => syntheticDigit(digit, image(3), rng.fork(i)));
/** Those that no dust, light or stroke across disturbs. */
const undisturbed = varied.filter((_, i) => rng.fork(i).uniform() < 1 - disturbedShare);

Deno.test("syntheticDigit() gives full strokes on 28×28, each time another image", () => {
  assert(varied.every((pixels) => pixels.length === 784));
  assert(undisturbed.every((pixels) => Math.max(...pixels) === 255));
  assert(new Set(varied.map((pixels) => pixels.join())).size > 270);
});

Deno.test("syntheticDigit() keeps the digit in the middle", () => {
  for (const pixels of undisturbed) {
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
function shareMade(make: (rng: Rng) => Uint8Array): number {
  return varied.filter((pixels, i) => {
    const own = rng.fork(i);
    own.uniform(); // which way
    return make(own).join() === pixels.join();
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

Deno.test("syntheticDigit() draws each way of writing as often as it should, and cuts a quarter of most badly", () => {
  /** A digit in one of the ways that are scanned. */
  const isSchooled = (own: Rng): boolean => own.uniform() < 0.18;
  const inOtherHand = (own: Rng): InkImage =>
    varyWriter(allographs(inkAt(2), digit.label, own), 1, own);
  const written = (own: Rng): InkImage => (isSchooled(own), inOtherHand(own));
  const schooled = (own: Rng): InkImage => {
    isSchooled(own);
    const shape = schoolDigit(digit.label, own.uniform(), own);
    return shape === undefined ? inkAt(2) : varyWriter(shape, 1, own);
  };
  const plain = (own: Rng): InkImage => varyWriter(plainDigit(digit.label, own), 0.5, own);
  const scanned = (hand: (own: Rng) => InkImage, isBadlyCut: boolean): number =>
    shareMade((own) => {
      const ink = hand(own);
      own.uniform(); // whether it is badly cut
      return normaliseDigit(
        degradeScan(isBadlyCut ? segmentationArtefacts(ink, inkAt(3), own) : ink, own),
      );
    });
  const clean = (own: Rng): Uint8Array => normaliseDigit(varyWriter(inkAt(2), 0.4, own));
  const others = 1 - 0.1 - 0.2 - 0.1 - disturbedShare;
  const shares = [
    [shareMade(clean), 0.2],
    [shareMade((own) => disturb(clean(own), own)), disturbedShare],
    [scanned(written, false), others * 0.82 * 0.75],
    [scanned(written, true), others * 0.82 * 0.25],
    [scanned(schooled, false), others * 0.18 * 0.75],
    [scanned(plain, false), 0.1 * 0.75],
  ];
  for (const [share, wanted] of shares) {
    assertAlmostEquals(share, wanted, 4 * Math.sqrt(wanted * (1 - wanted) / 300));
  }
});
