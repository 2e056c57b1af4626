import { assert } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { linkedZero } from "@lib/preprocess/handwriting/writer/linked_zero.ts";
import { bar } from "../../../support/shapes.ts";

const rng = rngFromSeed(22);
const [width, height, margin] = [12, 20, 12];
const box = { x: margin, y: margin, width, height };

Deno.test("linkedZero() draws to the left, to the right, or both, from the upper part", () => {
  const counts = { left: 0, right: 0, both: 0 };
  for (let i = 0; i < 200; i++) {
    const ink = bar(width, height, margin);
    linkedZero(ink, box, 2, rng.fork(i));
    const beside = [...ink.pixels.keys()].filter((at) => {
      const x = at % ink.width;
      return ink.pixels[at] > 64 && (x < margin - 1 || x > margin + width);
    });
    const isLeft = beside.some((at) => at % ink.width < margin);
    const isRight = beside.some((at) => at % ink.width > margin);
    if (isLeft && isRight) counts.both++;
    else if (isLeft) counts.left++;
    else if (isRight) counts.right++;
    const lowest = Math.max(margin, ...beside.map((at) => Math.floor(at / ink.width)));
    assert(lowest < margin + height / 2, `${lowest}`);
  }
  assert(Object.values(counts).every((count) => count > 30), JSON.stringify(counts));
});
