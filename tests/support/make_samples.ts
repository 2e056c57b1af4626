/** Makes the sample images of `data/samples/`: digits of MNIST's test set, written on synthetic
 * sheets and photographed. They come out the same every time.
 *
 * deno run --allow-read --allow-write=data/samples --allow-ffi --allow-env tests/support/make_samples.ts
 */
import sharp from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { bmpOf } from "./bmp.ts";
import { photograph, type Scene } from "../../bench/pages/photograph.ts";
import type { WrittenDigit } from "../../bench/pages/write_digits.ts";
import { lightImage } from "@lib/image/light_image.ts";

type Look = Omit<Scene, "digits">;

interface Sample {
  readonly file: string;
  /** Which test images are written, line by line. */
  readonly indices: readonly (readonly number[])[];
  readonly look: Look;
  /** Side of a digit's field, in pixels. */
  readonly size: number;
  /** Standard deviation of the lens, in pixels. */
  readonly blur?: number;
  /** As noted by a camera held sideways: the pixels are stored turned. */
  readonly orientation?: 6;
  readonly isTransparent?: boolean;
}

const white = [244, 243, 238] as const;
const ballpoint = [38, 52, 120] as const;
const pencil = [92, 92, 96] as const;

const samples: readonly Sample[] = [
  {
    file: "three_in_pencil.jpg",
    indices: [[76]],
    size: 230,
    blur: 0.9,
    look: {
      ...{ width: 320, height: 300, paper: [229, 221, 200], ink: pencil },
      ...{ shade: 0.35, texture: 3, grain: 0.45, threshold: 0.55 },
    },
  },
  {
    file: "seven_in_marker.png",
    indices: [[75]],
    size: 190,
    blur: 0.6,
    look: {
      ...{ width: 200, height: 220, paper: white, ink: [24, 24, 28] },
      ...{ shade: 0.1, lightFrom: 200, threshold: 0.35 },
    },
  },
  {
    file: "five_on_a_blackboard.jpg",
    indices: [[52]],
    size: 260,
    blur: 0.9,
    look: {
      ...{ width: 340, height: 300, paper: [52, 74, 64], ink: [226, 228, 218] },
      ...{ shade: 0.3, lightFrom: 140, texture: 5, grain: 0.4, threshold: 0.45 },
    },
  },
  {
    file: "eight_transparent.png",
    indices: [[110]],
    size: 170,
    isTransparent: true,
    look: { width: 180, height: 200, paper: white, ink: [16, 70, 120] },
  },
  {
    file: "two_held_sideways.jpg",
    indices: [[72]],
    size: 210,
    blur: 1.2,
    orientation: 6,
    look: {
      ...{ width: 280, height: 360, paper: [214, 212, 206], ink: ballpoint },
      ...{ shade: 0.45, lightFrom: 300, texture: 2.5, grain: 0.15, threshold: 0.5 },
    },
  },
  {
    file: "four_on_squared_paper.webp",
    indices: [[109]],
    size: 200,
    blur: 0.8,
    look: {
      ...{ width: 300, height: 300, paper: [240, 240, 236], ink: ballpoint },
      ...{ shade: 0.25, lightFrom: 80, texture: 2, grain: 0.15, squares: 42 },
    },
  },
  {
    file: "six_scanned.tiff",
    indices: [[140]],
    size: 150,
    blur: 0.5,
    look: { width: 170, height: 180, paper: [246, 246, 246], ink: [40, 40, 40], texture: 1.5 },
  },
  {
    file: "nine_drawn.bmp",
    indices: [[118]],
    size: 92,
    look: { width: 96, height: 104, paper: [255, 255, 255], ink: [0, 0, 0] },
  },
  {
    file: "zero_white_on_blue.gif",
    indices: [[10]],
    size: 140,
    look: { width: 160, height: 160, paper: [28, 62, 128], ink: [250, 250, 250] },
  },
  {
    file: "postal_code.jpg",
    indices: [[53, 101, 260, 47, 76]],
    size: 150,
    blur: 0.9,
    look: {
      ...{ width: 720, height: 240, paper: [205, 176, 132], ink: [34, 36, 48] },
      ...{ shade: 0.35, lightFrom: 20, texture: 4, grain: 0.12, threshold: 0.5 },
    },
  },
  {
    file: "telephone_number.jpg",
    indices: [[13, 5, 17, 66], [19, 90, 84, 23, 118, 35]],
    size: 118,
    blur: 0.9,
    look: {
      ...{ width: 720, height: 400, paper: [236, 234, 226], ink: ballpoint },
      ...{ shade: 0.4, lightFrom: 230, texture: 2.5, grain: 0.15, threshold: 0.5 },
    },
  },
];

const { test } = await loadMnist("package");
const labels: Record<string, string> = {};
for (const [i, sample] of samples.entries()) {
  labels[sample.file] = sample.indices
    .map((line) => line.map((index) => test.labels[index]).join("")).join("\n");
  await writeAtomic(projectPath("data", "samples", sample.file), await make(sample, i, test));
}
const text = JSON.stringify(labels, null, 2) + "\n";
await writeAtomic(projectPath("data", "samples", "labels.json"), text);

async function make(sample: Sample, seed: number, test: Dataset): Promise<Uint8Array> {
  const [forHand, forPhoto] = [0, 1].map((i) => rngFromSeed(seed).fork(i));
  const { look, blur, orientation, isTransparent } = sample;
  const { width, height } = look;
  const { rgb, ink } = photograph({ ...look, digits: writing(sample, forHand, test) }, forPhoto);
  if (isTransparent) {
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
      return i % 4 === 3 ? ink.pixels[i >> 2] : look.ink[i % 4];
    });
    return await sharp(rgba, { raw: { width, height, channels: 4 } }).png().toBuffer();
  }
  let image = sharp(rgb, { raw: { width, height, channels: 3 } });
  if (blur !== undefined) image = image.blur(blur);
  if (orientation !== undefined) image = image.rotate(270).withMetadata({ orientation });
  const format = sample.file.split(".").at(-1);
  switch (format) {
    case "jpg":
      return await image.jpeg({ quality: 80 }).toBuffer();
    case "webp":
      return await image.webp({ quality: 80 }).toBuffer();
    case "tiff":
      return await image.greyscale().tiff({ compression: "deflate" }).toBuffer();
    case "gif":
      return await image.gif({ colours: 16 }).toBuffer();
    case "bmp": {
      const pixels = rgb.filter((_, i) => i % 3 === 0);
      return bmpOf(lightImage(width, height, pixels), { bits: 8 });
    }
    default:
      return await image.png({ palette: true, colours: 64 }).toBuffer();
  }
}

/** Sets digits into lines, a little unevenly, as a hand does. */
function writing({ indices, look, size }: Sample, rng: Rng, test: Dataset): WrittenDigit[] {
  return indices.flatMap((line, row) => {
    const pitch = line.length === 1 ? 0 : size * 0.82;
    const left = look.width / 2 - (pitch * (line.length - 1)) / 2;
    const top = (look.height * (row + 1)) / (indices.length + 1) + (row * 2 - 1) * 0.06 * size;
    const slope = indices.length === 1 && line.length === 1 ? 0 : rng.between(-0.05, 0.05);
    return line.map((index, column) => ({
      image: imageAt(test, index),
      x: left + pitch * column + rng.between(-0.05, 0.05) * size,
      y: top + slope * pitch * (column - line.length / 2) + rng.between(-0.04, 0.04) * size,
      size: size * rng.between(0.94, 1.06),
      angle: rng.between(-6, 6),
    }));
  });
}
