import { assertEquals } from "../support/assert.ts";
import { digits } from "../support/written_digits.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { paperOfDigits } from "@lib/preprocess/paper_of_digits.ts";

Deno.test("paperOfDigits() tells which way round digits are, on any paper", () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 20; draw++) {
    const isDarkOnLight = rng.integer(2) === 0;
    const [low, high] = [rng.between(0, 120), rng.between(150, 255)];
    const odd = rng.integer(20);
    const images = Array.from({ length: 60 }, (_, i) => {
      const isDark = isDarkOnLight !== i < odd;
      return imageAt(digits, i).map((ink) => {
        const level = (isDark ? 255 - ink : ink) / 255;
        return low + (high - low) * level + rng.between(-3, 3);
      });
    });
    assertEquals(paperOfDigits(images), { isDarkOnLight, odd });
  }
});
