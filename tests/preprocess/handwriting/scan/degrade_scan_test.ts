import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { degradeScan } from "@lib/preprocess/handwriting/scan/degrade_scan.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { bar } from "../../../support/shapes.ts";

const rng = rngFromSeed(9);
const digit = bar(5, 20);
const seen = Array.from({ length: 500 }, (_, i) => degradeScan(digit, rng.fork(i)));

Deno.test("degradeScan() sees a digit with 7 to 28 pixels", () => {
  const heights = seen.map((ink) => cropToInk(ink).height).sort((a, b) => a - b);
  assert(heights[0] >= 5 && heights[25] <= 10, `${heights[0]}, ${heights[25]}`);
  assert(heights[475] >= 22 && heights[499] <= 40, `${heights[475]}, ${heights[499]}`);
});

Deno.test("degradeScan() sees it at times in black and white, at times just as it is", () => {
  const isHard = ({ pixels }: typeof digit): boolean => {
    return pixels.filter((level) => level > 0 && level < 255).length < pixels.length / 50;
  };
  const hard = seen.filter((ink) => ink.width !== digit.width && isHard(ink)).length;
  assert(hard > 10 && hard < 250, `${hard}`);
  assert(seen.filter((ink) => ink === digit).length > 20);
});

Deno.test("degradeScan() depends on the random numbers alone", () => {
  assertEquals(degradeScan(digit, rng.fork(3)), seen[3]);
});
