import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
} from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawHand } from "../../../../bench/pages/hand/hand.ts";
import { writeRow } from "../../../../bench/pages/hand/write_row.ts";
import { digits } from "../../../support/written_digits.ts";

const hand = drawHand(digits, 40, rngFromSeed(1), { isDrawn: true, ways: { 1: [0], 7: [0] } });

const marksOf = (text: string, gap?: number): number => {
  const options = gap === undefined ? {} : { gap: () => gap };
  return connectedComponents(writeRow(text, hand, rngFromSeed(2), options), 128).components.length;
};

Deno.test("writeRow() writes each digit and sign apart from the next", () => {
  assertEquals(marksOf("1717"), 4);
  assertEquals(marksOf("1/7/17"), 6);
  assertEquals(marksOf("17=1"), 5);
  assertEquals(marksOf("1 7"), 2);
  assertEquals(marksOf("-1", -0.1), 1);
});

Deno.test("writeRow() lays the digits' middle at half the height of the ink", () => {
  const { width, height, pixels } = writeRow("77", hand, rngFromSeed(3), { wander: 0 });
  const rows = Array.from(
    { length: height },
    (_, y) => pixels.subarray(y * width, (y + 1) * width).some((level) => level > 100),
  );
  assertAlmostEquals((rows.indexOf(true) + rows.lastIndexOf(true)) / 2, height / 2, 2);
});

Deno.test("writeRow() writes signs where they belong: a comma at the foot, a dash half-way", () => {
  const middleOf = (sign: string): number => {
    const { width, pixels } = writeRow(sign, hand, rngFromSeed(4));
    let [sum, weight] = [0, 0];
    pixels.forEach((level, i) => {
      sum += level * Math.floor(i / width);
      weight += level;
    });
    return sum / weight;
  };
  assertGreater(middleOf(","), middleOf("-") + 12);
  assertAlmostEquals(middleOf("/"), middleOf("-"), 3);
  assert(middleOf(",") >= middleOf("."));
});
