import { gzipSync } from "node:zlib";
import { dirname, join } from "node:path";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { encodeIdx } from "../support/encode_idx.ts";

const trainImages = encodeIdx({ shape: [3, 28, 28], data: new Uint8Array(3 * 784).fill(1) });
const trainLabels = encodeIdx({ shape: [3], data: new Uint8Array([1, 2, 3]) });
const testImages = encodeIdx({ shape: [1, 28, 28], data: new Uint8Array(784).fill(2) });
const testLabels = encodeIdx({ shape: [1], data: new Uint8Array([9]) });

const plain = {
  "train-images-idx3-ubyte": trainImages,
  "train-labels-idx1-ubyte": trainLabels,
  "t10k-images-idx3-ubyte": testImages,
  "t10k-labels-idx1-ubyte": testLabels,
};

function inFolder(
  files: Record<string, Uint8Array>,
  check: (folder: string) => Promise<void>,
): Promise<void> {
  return withFolder(async (folder) => {
    for (const [name, bytes] of Object.entries(files)) {
      await Deno.mkdir(dirname(join(folder, name)), { recursive: true });
      await Deno.writeFile(join(folder, name), bytes);
    }
    await check(folder);
  });
}

Deno.test("loadMnist() reads a folder of IDX files under all their usual names", async () => {
  const dotted = Object.entries(plain).map(([name, file]) => [name.replace("-idx", ".idx"), file]);
  const variants: Record<string, Uint8Array>[] = [
    plain,
    Object.fromEntries(dotted),
    Object.fromEntries(Object.entries(plain).map(([name, file]) => [`${name}.gz`, gzipSync(file)])),
    Object.fromEntries(dotted.map(([name, file]) => [`${name}.gz`, gzipSync(file as Uint8Array)])),
    // Unpacked on the way, the ending kept.
    Object.fromEntries(Object.entries(plain).map(([name, file]) => [`${name}.gz`, file])),
  ];
  for (const files of variants) {
    await inFolder(files, async (folder) => {
      const { train, test, source } = await loadMnist(folder);
      assertEquals([train.size, test.size], [3, 1]);
      assertEquals([...train.labels, ...test.labels], [1, 2, 3, 9]);
      assertEquals([train.images[0], test.images[783]], [1, 2]);
      assertEquals(source, `the folder ${folder}`);
    });
  }
});

/** The four files, each under a spelling of its own, packed or not, half of them in folders. */
function scattered(rng: Rng): Record<string, Uint8Array> {
  const spell = (name: string): string =>
    name.replace("-idx", rng.integer(2) === 0 ? "-idx" : ".idx") + ["", ".gz"][rng.integer(2)];
  return Object.fromEntries(
    Object.entries(plain).map(([name, bytes]) => [
      (rng.integer(2) === 0 ? `${spell(name)}/` : "") + spell(name),
      rng.integer(2) === 0 ? bytes : gzipSync(bytes),
    ]),
  );
}

Deno.test("loadMnist() finds files that were unpacked into folders named as they are", async () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 30; draw++) {
    const files = scattered(rng.fork(draw));
    await inFolder(files, async (folder) => {
      const { train, test } = await loadMnist(folder);
      assertEquals([...train.labels, ...test.labels], [1, 2, 3, 9], Object.keys(files).join());
    });
  }
});

Deno.test("loadMnist() takes the files beside folders that bear the other spelling", async () => {
  const files = Object.entries(plain).flatMap(([name, bytes]) => [
    [name.replace("-idx", ".idx"), bytes],
    [`${name}/${name}`, bytes.subarray(0, 20)], // half a copy, as an interrupted tool leaves it
  ]);
  await inFolder(Object.fromEntries(files), async (folder) => {
    const { train, test } = await loadMnist(folder);
    assertEquals([...train.labels, ...test.labels], [1, 2, 3, 9]);
  });
});

const wrong: readonly (readonly [text: string, found: string, advice: string])[] = [
  ["<!DOCTYPE html><html><body>404", "a web page (HTML)", "download the file itself"],
  ["\ufeff\n  <HTML lang=en>", "a web page (HTML)", "download the file itself"],
  ["<!-- moved --><html>", "a web page (HTML)", "download the file itself"],
  ['{"error": "not found"}', "JSON", "download the file itself"],
  ['[{"id": 1}]', "JSON", "download the file itself"],
  ['<?xml version="1.0"?><Error>', "XML", "download the file itself"],
  ["<Error><Code>AccessDenied", "XML", "download the file itself"],
  ["Too many requests\n", "text", "download the file itself"],
  ["version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer", "git lfs pull"],
  ["PK\x03\x04\0\0", "a ZIP archive", "unpack it first"],
];

Deno.test("loadMnist() names what lies there instead of an IDX file, packed or not", async () => {
  const rng = rngFromSeed(2);
  for (const [text, found, advice] of wrong) {
    const name = Object.keys(plain)[rng.integer(4)];
    const bytes = new TextEncoder().encode(text);
    for (const spoilt of [bytes, gzipSync(bytes)]) {
      const { [name]: _, ...others } = plain as Record<string, Uint8Array>;
      await inFolder({ ...others, [`${name}.gz`]: spoilt }, async (folder) => {
        const { message } = await assertRejects(() => loadMnist(folder), TypeError);
        const path = join(folder, `${name}.gz`);
        const start = `Cannot read ${path}: found ${found}, wanted an IDX file; ${advice}`;
        assertEquals(message.slice(0, start.length), start);
      });
    }
  }
});

Deno.test("loadMnist() lists the names it looked for where a file is missing", async () => {
  const { "t10k-labels-idx1-ubyte": _, ...three } = plain;
  await inFolder(three, async (folder) => {
    const { message } = await assertRejects(() => loadMnist(folder), Error, "found no labels");
    const names = ["t10k-labels-idx1-ubyte", "t10k-labels.idx1-ubyte", "t10k-labels-idx1-ubyte.gz"];
    assertEquals(names.filter((name) => !message.includes(name)), []);
  });
});

Deno.test("loadMnist() says which file of a folder is damaged, and how", async () => {
  const name = "train-images-idx3-ubyte";
  const table: [Record<string, Uint8Array>, string][] = [
    [{ ...plain, [name]: trainImages.subarray(0, 999) }, `${name}: found 999 bytes, wanted 2368`],
    [{ ...plain, [name]: new Uint8Array() }, `${name}: found an empty file`],
    [{ ...plain, [name]: trainLabels }, "are the two files swapped?"],
    [{ ...plain, [name]: testImages }, "found 1 images and 3 labels"],
    [{ ...plain, [name]: gzipSync(trainImages).subarray(0, 30) }, "found damaged gzip data"],
  ];
  for (const [files, message] of table) {
    await inFolder(files, async (folder) => {
      await assertRejects(() => loadMnist(folder), Error, message);
    });
  }
});

Deno.test("loadMnist() explains a folder that is none", async () => {
  await assertRejects(
    () => loadMnist("no/such/folder"),
    Error,
    "found nothing there, wanted a folder",
  );
  await inFolder(plain, async (folder) => {
    const path = join(folder, "t10k-labels-idx1-ubyte");
    await assertRejects(() => loadMnist(path), Error, "found a file there");
  });
});
