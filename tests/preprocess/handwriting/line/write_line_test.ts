import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { writeLine } from "@lib/preprocess/handwriting/line/write_line.ts";
import { assert, assertEquals } from "../../../support/assert.ts";

const { train } = await loadMnist("package");

Deno.test("writeLine() tells where the ink of each digit is", () => {
  const rng = rngFromSeed(8);
  for (let i = 0; i < 40; i++) {
    const { ink, labels, digits } = writeLine(train, i, rng.fork(i), { widest: 120 });
    assertEquals(digits.length, labels.length);
    for (const { box, ink: own } of digits) {
      for (let y = 0; y < box.height; y++) {
        for (let x = 0; x < box.width; x++) {
          const level = ink.pixels[(box.y + y) * ink.width + box.x + x];
          assert(level >= own.pixels[y * box.width + x], `line ${i}: ${box.x + x}, ${box.y + y}`);
        }
      }
    }
  }
});
