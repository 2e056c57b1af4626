import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Separator, writtenText } from "@lib/predict/read_line.ts";

const box = { x: 0, y: 0, width: 1, height: 1 };
const signs = ["/", "-", ",", ".", ":", "=", "+", "×"] as const;

Deno.test("writtenText() puts each sign behind as many digits as stand before it", () => {
  const rng = rngFromSeed(31);
  for (let i = 0; i < 100; i++) {
    const digits: { digit: number }[] = [];
    const separators: Separator[] = [];
    let text = "";
    for (let length = rng.integer(12); length > 0; length--) {
      if (rng.uniform() < 0.4) {
        const sign = signs[rng.integer(signs.length)];
        separators.push({ sign, box, after: digits.length });
        text += sign;
      } else {
        digits.push({ digit: rng.integer(10) });
        text += digits[digits.length - 1].digit;
      }
    }
    assertEquals(writtenText({ digits, separators }), text);
  }
});
