import { assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawArc } from "@lib/image/draw_arc.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { polarity } from "@lib/preprocess/ink/polarity.ts";
import { smoothBackground } from "@lib/preprocess/ink/smooth_background.ts";

Deno.test("polarity() is that of the marks inside a picture, where a hard shadow covers much of it", () => {
  const rng = rngFromSeed(41);
  for (let round = 0; round < 20; round++) {
    const [width, height] = [180 + rng.integer(60), 150 + rng.integer(20)];
    const ink = inkImage(width, height);
    for (let x = 30; x < width - 30; x += 40) { // loops, which enclose paper
      drawArc(ink, [x, 25], [x, 65], 0.25, 4);
      drawArc(ink, [x, 65], [x, 25], 0.25, 4);
    }
    const edge = height * rng.between(0.5, 0.65);
    const slope = rng.between(-0.02, 0.02);
    const dark = ink.pixels.map((level, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return y > edge + slope * (x - width / 2) ? 25 : level > 127 ? 55 : 215;
    });
    const page = lightImage(width, height, dark);
    const negative = lightImage(width, height, dark.map((level) => 255 - level));
    assertEquals(polarity(page, smoothBackground(page)), "dark-on-light", `round ${round}`);
    assertEquals(polarity(negative, smoothBackground(negative)), "light-on-dark");
  }
});

Deno.test("polarity() is that of the marks inside a wide picture into which something dark reaches", () => {
  const rng = rngFromSeed(42);
  for (let round = 0; round < 20; round++) {
    const [width, height] = [340 + rng.integer(200), 190 + rng.integer(20)];
    const ink = inkImage(width, height);
    for (let x = 40; x < width - 40; x += 50) {
      drawArc(ink, [x, 45], [x, 85], 0.25, 4);
      drawArc(ink, [x, 85], [x, 45], 0.25, 4);
    }
    // A thumb, or a round shadow, that comes in from below.
    const [middle, half] = [width * rng.between(0.35, 0.65), width * rng.between(0.42, 0.5)];
    const high = height * rng.between(0.3, 0.4);
    const dark = ink.pixels.map((level, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      const isIn = ((x - middle) / half) ** 2 + ((height - y) / high) ** 2 < 1;
      return isIn ? 75 : level > 127 ? 100 : 228;
    });
    const page = lightImage(width, height, dark);
    const negative = lightImage(width, height, dark.map((level) => 255 - level));
    assertEquals(polarity(page, smoothBackground(page)), "dark-on-light", `round ${round}`);
    assertEquals(polarity(negative, smoothBackground(negative)), "light-on-dark", `round ${round}`);
  }
});

Deno.test("polarity() is that of what stands off the light, where all digits hang on a rule", () => {
  const rng = rngFromSeed(43);
  for (let round = 0; round < 20; round++) {
    const [width, height] = [220 + rng.integer(150), 100 + rng.integer(40)];
    const [ink, y] = [inkImage(width, height), 30 + rng.integer(20)];
    for (let x = 30; x < width - 30; x += 40) {
      drawArc(ink, [x, y], [x, y + 45], 0.3, 6);
      drawArc(ink, [x, y + 45], [x, y], 0.3, 6);
    }
    ink.pixels.fill(255, y * width, (y + 4) * width);
    const page = lightImage(width, height, ink.pixels.map((level) => level > 127 ? 40 : 245));
    const negative = lightImage(width, height, page.pixels.map((level) => 255 - level));
    assertEquals(polarity(page, smoothBackground(page)), "dark-on-light", `round ${round}`);
    assertEquals(polarity(negative, smoothBackground(negative)), "light-on-dark", `round ${round}`);
  }
});
