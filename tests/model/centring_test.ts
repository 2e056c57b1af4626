import { join } from "node:path";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
import { centred, seesCentred, setSeesCentred } from "@lib/model/centring.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { predictOnCores } from "@lib/model/predict_on_cores.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { assert, assertEquals, assertNotEquals } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";

await initBackend("wasm");

const { images } = (await loadMnist("package")).train;
const imageAt = (index: number): Uint8Array =>
  images.slice(index * pixelsPerImage, (index + 1) * pixelsPerImage);

/** As far as its ink allows; `undefined` where none of that is two pixels off. */
function movedAtRandom(image: Uint8Array, rng: Rng): Uint8Array | undefined {
  const inked = [...image.keys()].filter((i) => image[i] > 0);
  const [columns, rows] = [inked.map((i) => i % imageSide), inked.map((i) => i / imageSide | 0)];
  const [left, right] = [-Math.min(...columns), imageSide - 1 - Math.max(...columns)];
  const [up, down] = [-Math.min(...rows), imageSide - 1 - Math.max(...rows)];
  const [across, along] = [left + rng.integer(right - left + 1), up + rng.integer(down - up + 1)];
  if (Math.max(Math.abs(across), Math.abs(along)) < 3) return undefined;
  const moved = new Uint8Array(pixelsPerImage);
  for (const i of inked) moved[i + along * imageSide + across] = image[i];
  return moved;
}

Deno.test("centred() leaves MNIST's images as they are, and brings moved ones back, wherever they were", () => {
  const rng = rngFromSeed(crypto.getRandomValues(new Uint32Array(1))[0]);
  let count = 0;
  for (let index = 0; index < 400; index++) {
    const image = imageAt(rng.integer(60_000));
    assertEquals(centred(image), image);
    const moved = movedAtRandom(image, rng);
    if (moved === undefined) continue;
    count++;
    assertEquals(centred(moved), image);
  }
  assert(count > 200, `${count} were moved`);
});

Deno.test("centred() takes each image by itself, and changes nothing that it was given", () => {
  const rng = rngFromSeed(3);
  const all = [5, 6, 7, 8].map((index) => movedAtRandom(imageAt(index), rng) ?? imageAt(index));
  const together = new Uint8Array(all.flatMap((image) => [...image]));
  const before = together.slice();
  assertEquals(centred(together), new Uint8Array(all.flatMap((image) => [...centred(image)])));
  assertEquals(together, before);
  assertEquals(centred(new Uint8Array(0)).length, 0);
});

Deno.test("centred() leaves bare paper, and what is larger than a digit, where it is; no ink is lost", () => {
  const rng = rngFromSeed(4);
  assertEquals(centred(new Uint8Array(pixelsPerImage)), new Uint8Array(pixelsPerImage));
  for (let i = 0; i < 200; i++) {
    const some = new Uint8Array(pixelsPerImage);
    const [x, y, width, height] = [9, 9, 19, 19].map((most) => rng.integer(most) + 1);
    for (let row = y; row < Math.min(imageSide, y + height); row++) {
      some.fill(200, row * imageSide + x, row * imageSide + Math.min(imageSide, x + width));
    }
    const sum = (pixels: Uint8Array): number => pixels.reduce((total, level) => total + level, 0);
    assertEquals(sum(centred(some)), sum(some));
    const large = some.slice();
    large[3] = large[25] = 90; // dust at both ends of the first row
    assertEquals(centred(large), large);
  }
});

/** A square of 11 pixels, its middle so many pixels off that of MNIST's images. */
function squareAt(right: number, down: number): Uint8Array {
  const image = new Uint8Array(pixelsPerImage);
  for (let y = 9 + down; y < 20 + down; y++) {
    image.fill(255, y * imageSide + 9 + right, y * imageSide + 20 + right);
  }
  return image;
}

Deno.test("centred() leaves what lies one pixel off, and moves from two on", () => {
  for (const [right, down] of [[1, 0], [0, -1], [-1, 1]]) {
    assertEquals(centred(squareAt(right, down)), squareAt(right, down));
  }
  for (const [right, down] of [[2, 0], [0, -2], [-5, 1], [8, -9]]) {
    assertEquals(centred(squareAt(right, down)), squareAt(0, 0));
  }
});

Deno.test("centred() moves a digit whose mass is at one end no further than its other end allows", () => {
  for (const isTurned of [false, true]) {
    for (const isMirrored of [false, true]) {
      const placed = (offset: number): Uint8Array => {
        const image = new Uint8Array(pixelsPerImage);
        for (let i = 0; i < 20; i++) {
          const at = isMirrored ? imageSide - 1 - i - offset : i + offset;
          const level = i < 2 ? 255 : 26; // nearly all of it at the end that lies outside
          for (let j = 13; j < 16; j++) {
            image[isTurned ? j * imageSide + at : at * imageSide + j] = level;
          }
        }
        return image;
      };
      assertEquals(centred(placed(1)), placed(8));
    }
  }
});

Deno.test("a model that is marked sees centred images, on one core and on two, also after saving and loading", () =>
  withFolder(async (folder) => {
    const model = buildNetwork("compact", { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) });
    const image = new Uint8Array(pixelsPerImage);
    for (let y = 1; y < 12; y++) image.fill(255, y * imageSide + 2, y * imageSide + 6);
    const many = new Uint8Array(Array.from({ length: 300 }, () => [...image]).flat());
    const moved = centred(many);
    const plain = await predictBatches(model, many);
    const wanted = await predictBatches(model, moved);
    assertNotEquals(plain.probabilities, wanted.probabilities);
    assertEquals(seesCentred(model), false);
    model.setUserDefinedMetadata({ other: 1 });
    setSeesCentred(model);
    assertEquals(model.getUserDefinedMetadata(), { other: 1, centred: true });
    await saveModel(model, join(folder, "model"));
    const loaded = await loadModel(join(folder, "model"));
    for (const each of [model, loaded]) {
      assertEquals(await predictBatches(each, many), wanted);
      assertEquals(await predictOnCores(each, many, { cores: 2 }), wanted);
      each.dispose();
    }
  }));
