import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import sharp from "sharp";
import { annotateImage } from "@lib/predict/annotate/annotate_image.ts";
import type { BoxedDigit, BoxedReading } from "@lib/predict/annotate/boxed_reading.ts";

function readingOf(digits: readonly BoxedDigit[]): BoxedReading {
  return { digits, lines: [{ digits, separators: [] }], rejected: [], turned: 0 };
}

/** Whether a pixel is the blue of sure digits. */
async function isBlue(bytes: Uint8Array, x: number, y: number): Promise<boolean> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const [red, green, blue] = data.subarray((y * info.width + x) * info.channels);
  return Math.abs(red - 0) < 40 && Math.abs(green - 114) < 40 && Math.abs(blue - 178) < 40;
}

function grey(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: "#999" } }).png().toBuffer();
}

Deno.test("annotateImage() draws boxes at their pixels, in a picture of the same size", async () => {
  const box = { x: 200, y: 120, width: 60, height: 100 };
  const digits = [{ digit: 7, confidence: 0.95, box }];
  const drawn = await annotateImage(await grey(400, 300), readingOf(digits), {
    name: "a",
    format: "png",
  });
  const { width, height, format, channels } = await sharp(drawn).metadata();
  assertEquals([width, height, format, channels], [400, 300, "png", 3]);
  for (const [x, y] of [[200, 170], [260, 170], [230, 120], [230, 220]]) {
    assert(await isBlue(drawn, x, y), `${x}, ${y}`);
  }
  assert(!await isBlue(drawn, 230, 170), "the digit itself stays free");
});

Deno.test("annotateImage() follows the orientation of the camera, and writes JPEG", async () => {
  const bytes = await sharp(await grey(300, 400)).withMetadata({ orientation: 6 }).jpeg()
    .toBuffer();
  const box = { x: 300, y: 100, width: 60, height: 100 };
  const drawn = await annotateImage(bytes, readingOf([{ digit: 7, confidence: 0.95, box }]), {
    name: "a",
    format: "jpeg",
  });
  const { width, height, format, orientation } = await sharp(drawn).metadata();
  assertEquals([width, height, format, orientation], [400, 300, "jpeg", undefined]);
  assert(await isBlue(drawn, 300, 150));
});

Deno.test("annotateImage() enlarges small digits by a whole factor, their labels with them", async () => {
  const box = { x: 4, y: 4, width: 14, height: 20 };
  const digits = [{ digit: 7, confidence: 0.95, box }];
  const drawn = await annotateImage(await grey(28, 28), readingOf(digits), {
    name: "a",
    format: "png",
  });
  const { width, height } = await sharp(drawn).metadata();
  assertEquals(width, 3 * 28);
  assertGreater(height, 3 * 28); // a margin for the labels
});

Deno.test("annotateImage() enlarges small digits of a turned page by how high they are when upright", async () => {
  const box = { x: 4, y: 4, width: 20, height: 8 };
  const reading = { ...readingOf([{ digit: 1, confidence: 0.95, box }]), turned: 90 } as const;
  const drawn = await annotateImage(await grey(40, 40), reading, { name: "a", format: "png" });
  const { width, height } = await sharp(drawn).metadata();
  assertEquals(height < 4 * 40, true);
  assertGreater(width, 3 * 40);
});

Deno.test("annotateImage() draws what was left out on the pixels of large pictures, too", async () => {
  const box = { x: 1000, y: 500, width: 3000, height: 2000 };
  const reading = { ...readingOf([]), rejected: [{ box }] };
  const drawn = await annotateImage(await grey(5000, 4000), reading, { name: "a", format: "png" });
  const { data, info } = await sharp(drawn).greyscale().raw().toBuffer({ resolveWithObject: true });
  const scale = info.width / 5000;
  // Whether there is a dash near: there are gaps between them.
  const isChanged = (x: number, y: number): boolean =>
    Array.from({ length: 150 }, (_, down) => {
      const at = Math.round(y * scale + down) * info.width + Math.round(x * scale);
      return data.subarray(at - 15, at + 15);
    }).some((row) => row.some((level) => Math.abs(level - 0x99) > 20));
  for (const y of [700, 1500, 2300]) assert(isChanged(1000, y) && isChanged(4000, y), String(y));
  assert(!isChanged(2500, 1500));
});

Deno.test("annotateImage() makes very large pictures smaller, boxes with them", async () => {
  const box = { x: 2500, y: 1500, width: 400, height: 600 };
  const digits = [{ digit: 7, confidence: 0.95, box }];
  const drawn = await annotateImage(await grey(5000, 4000), readingOf(digits), {
    name: "a",
    format: "jpeg",
  });
  const { width, height } = await sharp(drawn).metadata();
  assertLess(width * height, 12_500_001);
  assert(await isBlue(drawn, Math.round((2500 * width) / 5000), Math.round((1800 * width) / 5000)));
});

Deno.test("annotateImage() lays white ink on a see-through sheet on black", async () => {
  const pixels = Uint8Array.from({ length: 40 * 40 * 4 }, (_, i) => {
    return i % 4 === 3 ? (i < 400 ? 255 : 0) : 255;
  });
  const bytes = await sharp(pixels, { raw: { width: 40, height: 40, channels: 4 } }).png()
    .toBuffer();
  const drawn = await annotateImage(bytes, readingOf([]), { name: "a", format: "png" });
  const { data, info } = await sharp(drawn).raw().toBuffer({ resolveWithObject: true });
  assertEquals([data[0], data[(39 * 40 + 39) * info.channels]], [255, 0]);
});
