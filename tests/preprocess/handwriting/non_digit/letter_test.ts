import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { letter } from "@lib/preprocess/handwriting/non_digit/letter.ts";

const rng = rngFromSeed(24);

Deno.test("letter() is inside its paper, every time another", () => {
  const drawn = Array.from({ length: 300 }, (_, i) => letter(rng.fork(i)));
  for (const ink of drawn) {
    const box = inkBox(ink);
    assert(box !== undefined);
    assert(box.x > 0 && box.y > 0, "ink at the left or upper edge");
    assert(box.x + box.width < ink.width && box.y + box.height < ink.height, "or at the others");
    assert(Math.max(box.width, box.height) >= 10, `${box.width} × ${box.height}`);
  }
  assertEquals(new Set(drawn.map(({ pixels }) => pixels.join())).size, 300);
  assertEquals(letter(rng.fork(5)), drawn[5]);
});
