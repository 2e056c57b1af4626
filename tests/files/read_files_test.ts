import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import type { FileToRead } from "@lib/files/file_to_read.ts";
import { readFiles } from "@lib/files/read_files.ts";
import type { PageReading } from "@lib/files/read_pages.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { digits } from "../support/written_digits.ts";
import { tiffFile } from "../support/tiff_file.ts";

const light = (i: number): ReturnType<typeof lightImage> =>
  lightImage(28, 28, digits.images.slice(784 * i, 784 * (i + 1)).map((level) => 255 - level));

/** A document of some written digits, a page each. */
function document(first: number, pages: number): Uint8Array {
  return tiffFile(Array.from({ length: pages }, (_, i) => ({ image: light(first + i) })));
}

/** Files of one to three pages, some of them broken. */
function someFiles(seed: number, count: number): FileToRead[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: count }, (_, i) => {
    const kind = rng.integer(6);
    const bytes = document(rng.integer(150), 1 + rng.integer(3));
    const read = (): Promise<Uint8Array> => {
      if (kind === 0) {
        return Promise.reject(new ImageError(`file ${i}`, "found nothing, wanted it"));
      }
      return Promise.resolve(kind === 1 ? new Uint8Array([60, 61, 62]) : bytes);
    };
    return { name: `${i}`, file: `file ${i}`, read };
  });
}

async function all(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  workers: number,
): Promise<[name: string, pages: PageReading[]][]> {
  const read: [string, PageReading[]][] = [];
  for await (const { name, pages } of readFiles(files, { workers, single: true })) {
    read.push([name, await Array.fromAsync(pages)]);
  }
  return read;
}

Deno.test("readFiles() reads the same on several cores as on one, in the order of the files", async () => {
  const files = someFiles(81, 24);
  const alone = await all(files, 1);
  assertEquals(alone.map(([name]) => name), files.map(({ name }) => name));
  assert(alone.some(([, pages]) => pages.length === 3));
  const failed = alone.flatMap(([, pages]) => pages.filter(({ result }) => "error" in result));
  assert(failed.length > 2 && failed.length < 16);
  assertEquals(await all(files, 3), alone);
});

Deno.test("readFiles() asks for no more files than it needs, and ends when nobody takes them", async () => {
  for (const workers of [1, 2]) {
    let [asked, isEnded] = [0, false];
    const endless = async function* (): AsyncGenerator<FileToRead> {
      try {
        for (;;) yield await Promise.resolve({ ...someFiles(7, 1)[0], name: `${asked++}` });
      } finally {
        isEnded = true;
      }
    };
    const names: string[] = [];
    for await (const { name, pages } of readFiles(endless(), { workers, single: true })) {
      for await (const page of pages) assert(page.suffix.length < 3);
      if (names.push(name) === 5) break;
    }
    assertEquals(names, ["0", "1", "2", "3", "4"]);
    assert(asked <= 5 + 8 * workers + 2, `${asked} files asked for`);
    assertEquals(isEnded, true);
  }
});

Deno.test("readFiles() goes on with another worker where one has failed, and says so of its file", async () => {
  const files = someFiles(83, 1).flatMap((file) =>
    Array.from({ length: 9 }, (_, i): FileToRead => ({
      ...file,
      name: `${i}`,
      file: `file ${i}`,
      read: () => Promise.resolve(document(i, 1)),
      ...(i % 4 === 1 && { pathOf: () => Promise.reject(new Error("the disk is full")) }),
    }))
  );
  const read = await all(files, 2);
  assertEquals(read.map(([name]) => name), files.map(({ name }) => name));
  for (const [name, [{ result, readerFailed = false }]] of read) {
    assertEquals("error" in result, Number(name) % 4 === 1, name);
    assertEquals(readerFailed, "error" in result);
    if (!("error" in result)) continue;
    assertStringIncludes(
      result.error,
      `Cannot read file ${name}: its reader failed: the disk is full`,
    );
  }
});

Deno.test("readFiles() fails where there is no model, on one core as on several", async () => {
  const folder = projectPath("data", "samples");
  for (const workers of [1, 2]) {
    const readings = readFiles(someFiles(84, 2), { workers, folder });
    await assertRejects(() => readings.next(), Error, folder);
  }
});

Deno.test("readFiles() passes on what is wrong with the list of files", async () => {
  const broken = async function* (): AsyncGenerator<FileToRead> {
    yield await Promise.resolve(someFiles(85, 1)[0]);
    throw new RangeError("the list is torn");
  };
  for (const workers of [1, 2]) {
    await assertRejects(() => all(broken(), workers), RangeError, "the list is torn");
  }
});
