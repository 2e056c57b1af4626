import { join } from "node:path";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { byClass, writeImageFolder } from "../support/image_folder.ts";
import { withFolder } from "../support/with_folder.ts";
import { digits } from "../support/written_digits.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Dataset, imageAt, subset } from "@lib/download/dataset.ts";
import { readClassImages } from "@lib/preprocess/read_class_images.ts";

/** Some of MNIST's digits, drawn at random. */
function someDigits(seed: number, size: number): Dataset {
  return subset(digits, rngFromSeed(seed).permutation(digits.size).subarray(0, size));
}

Deno.test("readClassImages() takes images of 28 × 28 as they are, whichever way round", async () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 8; draw++) {
    const dataset = someDigits(draw, 10 + rng.integer(30));
    const isDarkOnLight = rng.integer(2) === 0;
    const format = (["png", "tiff"] as const)[rng.integer(2)];
    const style = { isDarkOnLight, format, isRgb: rng.integer(2) === 0 };
    await withFolder(async (folder) => {
      await writeImageFolder(folder, dataset, style);
      const { dataset: read, notes } = await readClassImages(folder);
      assertEquals(read, byClass(dataset), JSON.stringify(style));
      const way = isDarkOnLight ? "dark on light, inverted" : "bright on dark, taken as they are";
      assertEquals(notes.slice(0, 2), [`${dataset.size} images by class`, `28 × 28 ${way}`]);
    });
  }
});

Deno.test("readClassImages() brings images of other sizes to MNIST's", async () => {
  const rng = rngFromSeed(2);
  for (let draw = 0; draw < 4; draw++) {
    const dataset = someDigits(10 + draw, 10);
    const side = 40 + rng.integer(100);
    const style = { isDarkOnLight: rng.integer(2) === 0, format: "jpg", side } as const;
    await withFolder(async (folder) => {
      await writeImageFolder(folder, dataset, style);
      const { dataset: read, notes } = await readClassImages(folder);
      const wanted = byClass(dataset);
      assertEquals(read.labels, wanted.labels);
      for (let i = 0; i < read.size; i++) {
        const [found, own] = [imageAt(read, i), imageAt(wanted, i)];
        // Strokes are a little thicker, and a digit may lie a pixel beside its place.
        assert(correlation(found, own) > 0.5, `image ${i}: ${correlation(found, own)}`);
      }
      assertEquals(notes[1], "10 brought to 28 × 28");
    });
  }
});

Deno.test("readClassImages() tells what it passed over, and what is odd", () =>
  withFolder(async (folder) => {
    const dataset = subset(digits, [...digits.labels.keys()].filter((i) => digits.labels[i] < 8));
    const [dark, bright] = [subset(dataset, [0, 1, 2, 3, 4, 5]), subset(dataset, [6])];
    await writeImageFolder(folder, dark, { isDarkOnLight: true });
    const nested = join(folder, String(bright.labels[0]), "of one writer");
    await writeImageFolder(nested, bright);
    await Deno.rename(join(nested, String(bright.labels[0]), "0.png"), join(nested, "x.PNG"));
    for (const litter of ["Thumbs.db", ".DS_Store", "notes.txt"]) {
      await Deno.writeTextFile(join(folder, String(dark.labels[0]), litter), "");
    }
    const seen: [number, number][] = [];
    const { dataset: read, notes } = await readClassImages(folder, (...how) => seen.push(how));
    assertEquals(read.size, 7);
    assertEquals(seen, Array.from({ length: 7 }, (_, i) => [i + 1, 7]));
    const text = notes.join(", ");
    assertStringIncludes(text, "but 14.3 % of 28 × 28 look the other way round");
    assertStringIncludes(text, "1 other files passed over");
    const missing = Array.from({ length: 10 }, (_, digit) => digit)
      .filter((digit) => !read.labels.includes(digit));
    assertStringIncludes(text, `none of ${missing.join(", ")}`);
  }));

Deno.test("readClassImages() names the first image that it cannot take, and how many there are", async () => {
  const rng = rngFromSeed(3);
  const spoil: ((path: string) => Promise<void>)[] = [
    (path) => Deno.writeTextFile(path, "<!DOCTYPE html>"),
    (path) => Deno.writeFile(path, new Uint8Array()),
    async (path) => await Deno.truncate(path, 60),
  ];
  for (let draw = 0; draw < 6; draw++) {
    await withFolder(async (folder) => {
      const paths = await writeImageFolder(folder, subset(digits, [...Array(40).keys()]));
      const count = 1 + rng.integer(15);
      for (const i of rng.permutation(40).subarray(0, count)) {
        await spoil[rng.integer(spoil.length)](paths[i]);
      }
      const { message } = await assertRejects(() => readClassImages(folder), Error);
      const told = count < 10 ? `found ${count} of 40 that` : "found at least 10 of 40 that";
      assertStringIncludes(message, `${told} cannot be taken, the first: Cannot read ${folder}`);
      assertEquals(message.includes("\n"), false);
    });
  }
});

Deno.test("readClassImages() refuses folders without images, and one of blank images", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "3"));
    await assertRejects(
      () => readClassImages(folder),
      Error,
      "found 0 images in its folders 0 to 9",
    );
    const blank = { images: new Uint8Array(784), labels: Uint8Array.of(3), size: 1 };
    await writeImageFolder(folder, blank, { side: 60 });
    await assertRejects(
      () => readClassImages(folder),
      Error,
      "found no ink in 1 of 1, wanted dig",
    );
  }));

Deno.test("readClassImages() leaves out a few images without ink, and says which was the first", () =>
  withFolder(async (folder) => {
    const dataset = someDigits(30, 40);
    await writeImageFolder(folder, dataset, { side: 40 });
    const { dataset: whole } = await readClassImages(folder);
    const blank = { images: new Uint8Array(784), labels: Uint8Array.of(4), size: 1 };
    const [path] = await writeImageFolder(join(folder, "4"), blank, { side: 60 });
    const { dataset: read, notes } = await readClassImages(folder);
    assertEquals(read, whole);
    assertStringIncludes(notes.join(", "), `1 without ink left out, the first ${path}`);
  }));

/** Pearson's. */
function correlation(a: Uint8Array, b: Uint8Array): number {
  const mean = (of: Uint8Array): number => of.reduce((sum, level) => sum + level, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((level, i) => {
    ab += (level - meanA) * (b[i] - meanB);
    aa += (level - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}
