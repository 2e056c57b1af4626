import { loadMnist } from "@lib/download/load_mnist.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { bytesPerView } from "../../../bench/cutter/candidate_view.ts";
import { cutsToLearn } from "../../../bench/cutter/cuts_to_learn.ts";
import { assertEquals, assertNotEquals } from "../../support/assert.ts";

const { train } = await loadMnist("package");

Deno.test("chunks have half digits, the same by the same seed, and none comes twice", () => {
  const draw = (seed: number): Uint8Array[] => {
    const chunks = cutsToLearn(train, seed, 64);
    return [0, 1].map(() => {
      const { images, labels, size } = chunks.next().value!;
      assertEquals([images.length, labels.length, size], [64 * bytesPerView, 64, 64]);
      assertEquals(labels.filter((label: number) => label === nonDigitClass).length, 32);
      return images;
    });
  };
  const [first, second] = draw(1);
  assertEquals(draw(1), [first, second]);
  assertNotEquals(first, second);
  assertNotEquals(draw(2)[0], first);
});
