import { assertEquals } from "../../support/assert.ts";
import { syntheticDataset } from "../synthetic_dataset.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";

Deno.test("profileSplit() holds back what the profile says, but never more than a fifth", () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 20; draw++) {
    const all = syntheticDataset(Array.from({ length: 10 }, () => 1 + rng.integer(40)));
    const [images, validationSize] = [10 + rng.integer(400), 1 + rng.integer(200)];
    const { train, validation } = profileSplit({ seed: draw, images, validationSize }, all);
    const taken = Math.min(images, all.size);
    assertEquals(train.size + validation.size, taken);
    assertEquals(validation.size, Math.min(validationSize, Math.floor(taken / 5)));
  }
});
