import fc from "fast-check";
import { assert, assertEquals, assertNotEquals, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import type { Augmentation } from "@lib/preprocess/dataset/augment.ts";
import {
  type Batch,
  epochBatch,
  orderedBatches,
  shuffledBatches,
} from "@lib/preprocess/dataset/batches.ts";
import { newEpoch } from "@lib/preprocess/dataset/epoch.ts";
import { scaleToUnit } from "@lib/preprocess/dataset/scale_to_unit.ts";
import { syntheticDataset } from "../synthetic_dataset.ts";

const dataset = syntheticDataset([5, 4, 3, 2, 1, 1, 1, 1, 1, 1]);

/** The numbers of the images in some batches, which `syntheticDataset` wrote into two pixels. */
function numbers(batches: Iterable<Batch>): number[] {
  return [...batches].flatMap(({ pixels, size }) =>
    Array.from(
      { length: size },
      (_, i) => Math.round(pixels[784 * i] * 255) * 256 + Math.round(pixels[784 * i + 1] * 255),
    )
  );
}

const all = Array.from({ length: dataset.size }, (_, i) => i);

Deno.test("orderedBatches() scales images to 0…1 and keeps the last, smaller batch", () => {
  const batches = [...orderedBatches(dataset, 8)];
  assertEquals(batches.map((batch) => batch.size), [8, 8, 4]);
  assertEquals(batches.map((batch) => batch.pixels.length), [8 * 784, 8 * 784, 4 * 784]);
  assertEquals(batches[2].pixels.subarray(784, 1568), scaleToUnit(imageAt(dataset, 17)));
  assertEquals(batches.flatMap((batch) => [...batch.labels]), [...dataset.labels]);
  assertEquals(numbers(batches), all);
});

Deno.test("Batches cover every image exactly once, with its own label", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(), (batchSize, seed) => {
    const batches = [...shuffledBatches(dataset, batchSize, rngFromSeed(seed))];
    assertEquals(batches.length, Math.ceil(dataset.size / batchSize));
    const order = numbers(batches);
    assertEquals([...order].sort((a, b) => a - b), all);
    const labels = batches.flatMap((batch) => [...batch.labels]);
    assertEquals(labels, order.map((index) => dataset.labels[index]));
    assertEquals(numbers(orderedBatches(dataset, batchSize)), all);
  }));
});

Deno.test("shuffledBatches() depends on the seed alone, and each epoch's stream gives another order", () => {
  const order = (seed: number, epoch: number): number[] =>
    numbers(shuffledBatches(dataset, 8, rngFromSeed(seed).fork(epoch)));
  assertEquals(order(1, 0), order(1, 0));
  assertNotEquals(order(1, 0), order(1, 1));
  assertNotEquals(order(1, 0), order(2, 0));
  const rng = rngFromSeed(3);
  assertNotEquals(
    numbers(shuffledBatches(dataset, 8, rng)),
    numbers(shuffledBatches(dataset, 8, rng)),
  );
});

Deno.test("shuffledBatches() varies images without changing their order or the data set", () => {
  const before = dataset.images.slice();
  const collect = (augmentation?: Augmentation): Batch[] => [
    ...shuffledBatches(dataset, 8, rngFromSeed(4), augmentation),
  ];
  const plain = collect();
  const varied = collect({ shift: 2, rotation: 10, scale: 0.1 });
  assertEquals(varied.map((batch) => batch.labels), plain.map((batch) => batch.labels));
  varied.forEach((batch, i) => assertNotEquals(batch.pixels, plain[i].pixels));
  assertEquals(varied, collect({ shift: 2, rotation: 10, scale: 0.1 }));
  assertEquals(collect({ shift: 0, rotation: 0, scale: 0 }), plain);
  assertEquals(dataset.images, before);
});

Deno.test("epochBatch() gives the parts of a batch as they are in the whole", () => {
  const epoch = newEpoch(dataset.size, rngFromSeed(6));
  const augmentation = { shift: 3, rotation: 0, scale: 0, group: 4 };
  const whole = epochBatch(dataset, epoch, { first: 8, size: 8 }, augmentation);
  const parts = [{ first: 8, size: 3 }, { first: 11, size: 0 }, { first: 11, size: 5 }]
    .map((part) => epochBatch(dataset, epoch, part, augmentation));
  assertEquals(parts.flatMap(({ labels }) => [...labels]), [...whole.labels]);
  assertEquals(parts.flatMap(({ pixels }) => [...pixels]), [...whole.pixels]);
  const batches = [...shuffledBatches(dataset, 8, rngFromSeed(6), augmentation)];
  assertEquals(batches[1], whole);
});

Deno.test("Each batch has arrays of its own", () => {
  const [first, second] = orderedBatches(dataset, 10);
  assert(first.pixels.buffer !== second.pixels.buffer);
  assert(first.labels.buffer !== second.labels.buffer);
});

Deno.test("Batches are refused at once where their size is no positive integer", () => {
  for (const size of [0, -1, 1.5, NaN]) {
    const message = `Cannot make batches of ${size} images: must be a positive integer`;
    assertThrows(() => orderedBatches(dataset, size), RangeError, message);
    assertThrows(() => shuffledBatches(dataset, size, rngFromSeed(5)), RangeError, message);
  }
});
