/** What casts doubt on a whole line or page in the answer of `readImage`. */
import { rngFromSeed } from "@lib/base/rng.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { turn } from "@lib/image/turn.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { readingLimits } from "@lib/predict/limits.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { readTurned } from "@lib/predict/read_turned.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { drawHand } from "../../bench/pages/hand/hand.ts";
import { writeRow } from "../../bench/pages/hand/write_row.ts";
import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../support/assert.ts";
import { fill, put } from "../support/drawn_page.ts";
import { digits as dataset } from "../support/written_digits.ts";

await initBackend("wasm");
const reader = await loadHandwritingModel();

function lightOf({ width, height, pixels }: InkImage): LightImage {
  return lightImage(width, height, pixels.map((level) => 255 - level));
}

Deno.test("readImage() counts the doubt whether a page lies turned in all that it says of it", async () => {
  for (let seed = 0; seed < 3; seed++) {
    const rng = rngFromSeed(90 + seed);
    const hand = drawHand(dataset, 44, rng);
    const rows = ["34743", "77434"].map((text) => writeRow(text, hand, rng));
    const page = inkImage(Math.max(...rows.map(({ width }) => width)) + 80, 260);
    rows.forEach((row, i) => put(page, row, 40, 40 + 100 * i));
    const lying = lightOf(turn(page, seed % 2 === 0 ? "right" : "half"));
    const { lines, turned, odds } = await readTurned(reader, lying, findWriting(lying));
    assert(turned !== 0 && odds > 0.5 && odds < 1, `${seed}: ${turned}, ${odds}`);
    const reading = await readImage(reader, lying);
    assertEquals(reading.turned, turned);
    reading.lines.forEach(({ confidence, digits }, i) => {
      assertAlmostEquals(confidence, lines[i].confidence * odds, 1e-6, `line ${i}`);
      digits.forEach((digit, k) => {
        assertAlmostEquals(digit.confidence, lines[i].digits[k].confidence * odds, 1e-6);
      });
    });
    const whole = lines.reduce((product, line) => product * line.confidence, odds);
    assertAlmostEquals(reading.confidence, whole, 1e-6);
  }
});

Deno.test("readImage() doubts a number beside which something as large as a digit is no writing", async () => {
  for (let seed = 0; seed < 4; seed++) {
    const rng = rngFromSeed(70 + seed);
    const row = writeRow("3473", drawHand(dataset, 50, rng, { pen: 0.07 }), rng);
    const confidences: number[] = [];
    for (const gap of [8, 260]) {
      const page = inkImage(row.width + 400, 150);
      put(page, row, 40, 50);
      fill(page, [40 + row.width + gap, Math.round(50 + row.height / 2 - 23)], [42, 46]);
      const { lines: [line], rejected } = await readImage(reader, lightOf(page));
      assert(rejected.some(({ why }) => why === "object"), `${seed}, ${gap}`);
      confidences.push(line.confidence);
    }
    const [beside, far] = confidences;
    assertAlmostEquals(beside, readingLimits.withDropped * far, 1e-3, `${seed}`);
    assertGreater(far, 0);
  }
});
