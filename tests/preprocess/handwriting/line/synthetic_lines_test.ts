import { noLabel } from "@lib/backend/ctc/ctc_loss.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { syntheticLine } from "@lib/preprocess/handwriting/line/synthetic_line.ts";
import { labelsPerLine, syntheticLines } from "@lib/preprocess/handwriting/line/synthetic_lines.ts";
import { assert, assertEquals } from "../../../support/assert.ts";

// Whoever changes a draw, its range or the order of draws changes these lines: then no one can train an older
// line reader again. Change the digest only together with the model.
const digest = "d3217ee629008fd89b93e5b8260b572c61e860e02068960c45d647984320845e";

const { train } = await loadMnist("package");
const indices = Uint32Array.from({ length: 300 }, (_, i) => i);
const drawn = syntheticLines(train, indices, rngFromSeed(1));

function textOf(i: number): number[] {
  const labels = drawn.labels.subarray(i * labelsPerLine, (i + 1) * labelsPerLine);
  return [...labels].filter((label) => label !== noLabel);
}

Deno.test("syntheticLines() writes the lines that the line reader was trained on", () => {
  assertEquals(sha256(new Uint8Array([...drawn.images, ...drawn.labels])), digest);
});

Deno.test("syntheticLines() writes the same lines in parts, as workers do", () => {
  const [first, rest] = [indices.subarray(0, 120), indices.subarray(120)];
  const one = syntheticLines(train, first, rngFromSeed(1));
  const other = syntheticLines(train, rest, rngFromSeed(1), { first: 120 });
  assertEquals([...one.labels, ...other.labels], [...drawn.labels]);
  assertEquals(sha256(new Uint8Array([...one.images, ...other.images])), sha256(drawn.images));
});

Deno.test("syntheticLines() writes one to nine digits, and now and then none", () => {
  const lengths = [...indices].map((i) => textOf(i).length);
  const none = lengths.filter((length) => length === 0).length;
  assert(none > 8 && none < 60, `${none} without a digit`);
  assert(new Set(lengths).size >= 8, `${[...new Set(lengths)]}`);
  assert(Math.max(...lengths) <= labelsPerLine);
});

Deno.test("a line has the digit it was asked for, unless it has none or did not fit", () => {
  const kept = [...indices].filter((i) => textOf(i).includes(train.labels[i])).length;
  assert(kept > 0.7 * indices.length, `${kept}`);
});

Deno.test("all ink of a line lies inside its image, with paper before and behind", () => {
  for (let i = 0; i < 100; i++) {
    const { ink } = syntheticLine(train, i, rngFromSeed(9).fork(i), 144);
    assertEquals([ink.width, ink.height], [144, 32]);
    for (let y = 0; y < 32; y++) {
      const row = ink.pixels.subarray(144 * y, 144 * (y + 1));
      assert(row.subarray(0, 14).every((level) => level === 0), `${i}: ink at the left`);
      assert(row.subarray(131).every((level) => level === 0), `${i}: ink at the right`);
    }
  }
});
