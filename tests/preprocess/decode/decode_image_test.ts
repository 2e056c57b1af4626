import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
  assertRejects,
} from "../../support/assert.ts";
import { bmpOf } from "../../support/bmp.ts";
import { pngClaiming } from "../../support/png_file.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** A smooth picture without symmetry. */
const picture: LightImage = lightImage(
  60,
  40,
  Uint8Array.from({ length: 2400 }, (_, i) => 20 + 3 * (i % 60) + Math.floor(i / 60)),
);

function raw({ pixels, width, height }: LightImage, channels: 1 | 3 | 4 = 1): Sharp {
  return sharp(pixels, { raw: { width, height, channels } });
}

function plain(colour: { r: number; g: number; b: number; alpha?: number }): Sharp {
  const channels = colour.alpha === undefined ? 3 : 4;
  return sharp({ create: { width: 8, height: 6, channels, background: colour } });
}

function worst(image: LightImage, wanted: LightImage): number {
  assertEquals([image.width, image.height], [wanted.width, wanted.height]);
  return Math.max(...image.pixels.map((level, i) => Math.abs(level - wanted.pixels[i])));
}

Deno.test("decodeImage() gives the pixels of every lossless format back", async () => {
  const files = {
    png: await raw(picture).png().toBuffer(),
    "png, interlaced": await raw(picture).png({ progressive: true }).toBuffer(),
    webp: await raw(picture).webp({ lossless: true }).toBuffer(),
    gif: await raw(picture).gif({ dither: 0 }).toBuffer(),
    tiff: await raw(picture).tiff({ compression: "lzw" }).toBuffer(),
    bmp: bmpOf(picture),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const difference = worst(await decodeImage(bytes), picture);
    assertLess(difference, name === "gif" ? 3 : 1, name);
  }
});

Deno.test("decodeImage() comes close in the lossy formats", async () => {
  const files = {
    jpeg: await raw(picture).jpeg({ quality: 95 }).toBuffer(),
    "jpeg, progressive": await raw(picture).jpeg({ quality: 95, progressive: true }).toBuffer(),
    webp: await raw(picture).webp({ quality: 95 }).toBuffer(),
    avif: await raw(picture).avif({ quality: 95 }).toBuffer(),
  };
  for (const [name, bytes] of Object.entries(files)) {
    assertLess(worst(await decodeImage(bytes), picture), 10, name);
  }
});

Deno.test("decodeImage() decodes BMP of every depth, either way up", async () => {
  const steps = { 1: 255, 4: 17, 8: 1, 16: 9, 24: 1, 32: 1 };
  for (const bits of [1, 4, 8, 16, 24, 32] as const) {
    for (const topDown of [false, true]) {
      const image = lightImage(59, 40, picture.pixels.subarray(0, 59 * 40));
      const difference = worst(await decodeImage(bmpOf(image, { bits, topDown })), image);
      assertLess(difference, steps[bits] / 2 + 1, `${bits} bits, topDown ${topDown}`);
    }
  }
});

Deno.test("decodeImage() applies all eight orientations of EXIF", async () => {
  const { width, height } = picture;
  // Where the stored pixel in row r and column c comes from (EXIF 2.3, tag 274).
  const from: Record<number, (r: number, c: number) => [x: number, y: number]> = {
    1: (r, c) => [c, r],
    2: (r, c) => [width - 1 - c, r],
    3: (r, c) => [width - 1 - c, height - 1 - r],
    4: (r, c) => [c, height - 1 - r],
    5: (r, c) => [r, c],
    6: (r, c) => [width - 1 - r, c],
    7: (r, c) => [width - 1 - r, height - 1 - c],
    8: (r, c) => [r, height - 1 - c],
  };
  for (const [orientation, place] of Object.entries(from)) {
    const isUpright = Number(orientation) < 5;
    const [columns, rows] = isUpright ? [width, height] : [height, width];
    const pixels = Uint8Array.from({ length: columns * rows }, (_, i) => {
      const [x, y] = place(Math.floor(i / columns), i % columns);
      return picture.pixels[y * width + x];
    });
    const stored = raw(lightImage(columns, rows, pixels));
    const jpeg = stored.withMetadata({ orientation: Number(orientation) }).jpeg({ quality: 100 });
    const difference = worst(await decodeImage(await jpeg.toBuffer()), picture);
    assertLess(difference, 6, `orientation ${orientation}`);
  }
});

Deno.test("decodeImage() shows white paper through transparent parts", async () => {
  const level = async (alpha: number): Promise<number> => {
    const bytes = await plain({ r: 0, g: 0, b: 0, alpha }).png().toBuffer();
    return (await decodeImage(bytes)).pixels[0];
  };
  assertEquals([await level(0), await level(1)], [255, 0]);
  assertAlmostEquals(await level(0.5), 128, 1);
  const palette = await plain({ r: 0, g: 0, b: 0, alpha: 0 }).png({ palette: true }).toBuffer();
  assertEquals((await decodeImage(palette)).pixels[0], 255);
});

Deno.test("decodeImage() shows bright ink on a see-through sheet on black", async () => {
  const level = async (shade: number): Promise<number[]> => {
    const pixels = Uint8Array.from({ length: 8 * 6 * 4 }, (_, i) => {
      return i % 4 === 3 ? (i % 32 === 3 ? 255 : 0) : shade;
    });
    const bytes = await sharp(pixels, { raw: { width: 8, height: 6, channels: 4 } }).png()
      .toBuffer();
    const decoded = await decodeImage(bytes);
    return [decoded.pixels[0], decoded.pixels[4]];
  };
  assertEquals(await level(255), [255, 0]);
  assertEquals(await level(20), [20, 255]);
});

Deno.test("decodeImage() makes large pictures smaller, and says how large they were", async () => {
  const large = sharp({ create: { width: 4000, height: 2000, channels: 3, background: "#888" } });
  const turned = await large.withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { width, height, full } = await decodeImage(turned);
  assertEquals(full, { width: 2000, height: 4000 });
  assertAlmostEquals(height / width, 2, 0.01);
  assertLess(width * height, 4_010_000);
});

Deno.test("decodeImage() takes the luminance of colours: green is bright, blue is dark", async () => {
  const level = async (r: number, g: number, b: number): Promise<number> => {
    return (await decodeImage(await plain({ r, g, b }).png().toBuffer())).pixels[0];
  };
  const [red, green, blue] = [
    await level(255, 0, 0),
    await level(0, 255, 0),
    await level(0, 0, 255),
  ];
  // 0.2126, 0.7152 and 0.0722 of linear light, in sRGB's levels.
  assertEquals([red, green, blue], [127, 220, 76]);
  assertEquals(await level(90, 90, 90), 90);
});

Deno.test("decodeImage() makes yellow strokes stand off a sheet of any opacity", async () => {
  const [width, height] = [80, 50];
  for (const alpha of [undefined, 0, 255]) {
    const channels = alpha === undefined ? 3 : 4;
    const pixels = Uint8Array.from({ length: width * height * channels }, (_, i) => {
      const isInk = Math.floor(i / channels) % width % 20 < 4 && i > 800 && i < 8000;
      if (i % channels === 3) return isInk ? 255 : alpha!;
      return isInk && i % channels === 2 ? 0 : 255;
    });
    const bytes = await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer();
    const { pixels: light } = await decodeImage(bytes);
    assertGreater(Math.abs(light[15 * width + 30] - light[15 * width + 22]), 150);
  }
});

Deno.test("decodeImage() brings 16 bits to 8, and CMYK to grey", async () => {
  const deep = await raw(picture).toColourspace("grey16").png().toBuffer();
  assertEquals((await sharp(deep).metadata()).depth, "ushort");
  assertLess(worst(await decodeImage(deep), picture), 2);
  const printed = await raw(picture).toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer();
  assertEquals((await sharp(printed).metadata()).space, "cmyk");
  const { pixels } = await decodeImage(printed);
  assertLess(pixels[0], pixels[30]);
  assertLess(pixels[30], pixels[59]);
});

Deno.test("decodeImage() takes the first frame of an animation", async () => {
  const frames = [plain({ r: 9, g: 9, b: 9 }), plain({ r: 200, g: 200, b: 200 })];
  const inputs = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
  const gif = await sharp(inputs, { join: { animated: true } }).gif().toBuffer();
  assertEquals((await sharp(gif).metadata()).pages, 2);
  const { width, height, pixels } = await decodeImage(gif);
  assertEquals([width, height], [8, 6]);
  assertAlmostEquals(pixels[0], 9, 2);
});

Deno.test("decodeImage() decodes one pixel", async () => {
  const image = lightImage(1, 1, Uint8Array.of(77));
  assertEquals(await decodeImage(await raw(image).png().toBuffer()), image);
});

Deno.test("decodeImage() refuses a truncated file of every format, and names it", async () => {
  await withFolder(async (folder) => {
    const files = {
      "a.png": await raw(picture).png().toBuffer(),
      "b.jpg": await raw(picture).jpeg().toBuffer(),
      "c.webp": await raw(picture).webp().toBuffer(),
      "d.gif": await raw(picture).gif().toBuffer(),
      "e.tif": await raw(picture).tiff().toBuffer(),
      "f.bmp": bmpOf(picture),
      "g.avif": await raw(picture).avif().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(files)) {
      for (const share of [0.3, 0.6, 0.95]) {
        const path = join(folder, name);
        await Deno.writeFile(path, bytes.subarray(0, Math.floor(bytes.length * share)));
        const error = await assertRejects(() => decodeImage(path), ImageError, "truncated");
        assert(error.message.startsWith(`Cannot read ${path}: `), error.message);
        assert(!error.message.includes("\n"), error.message);
      }
    }
  });
});

Deno.test("decodeImage() refuses a damaged JPEG that is whole in length", async () => {
  const bytes = await raw(picture).jpeg().toBuffer();
  bytes.fill(0xff, bytes.length >> 1, bytes.length - 20);
  await assertRejects(() => decodeImage(bytes), ImageError, "truncated or damaged JPEG");
});

Deno.test("decodeImage() refuses absurd sizes on the header's word", async () => {
  const claims = pngClaiming(12_000, 12_000);
  await assertRejects(() => decodeImage(claims), ImageError, "found 12,000 × 12,000 pixels");
  await assertRejects(() => decodeImage(pngClaiming(2 ** 31 - 1, 2 ** 31 - 1)), ImageError);
  const bmp = bmpOf(lightImage(1, 1, Uint8Array.of(0)));
  new DataView(bmp.buffer).setInt32(18, 2 ** 31 - 1, true);
  await assertRejects(() => decodeImage(bmp), ImageError, "wanted at most 100 megapixels");
});

Deno.test("decodeImage() says what was handed over instead of an image", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "photo.png");
    await Deno.writeTextFile(path, "<!DOCTYPE html><html></html>");
    await assertRejects(() => decodeImage(path), ImageError, "photo.png: found an HTML page");
  });
  await assertRejects(() => decodeImage(new Uint8Array()), ImageError, "found an empty file");
});

Deno.test("decodeImage() calls an image as it is told to in messages", async () => {
  const error = await assertRejects(
    () => decodeImage(new TextEncoder().encode("text"), { name: "standard input" }),
    ImageError,
  );
  assert(error.message.startsWith("Cannot read standard input: found text"), error.message);
});
