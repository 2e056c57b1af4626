import { join } from "node:path";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { digitCsv } from "../support/digit_csv.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { byClass, writeImageFolder } from "../support/image_folder.ts";
import { withFolder } from "../support/with_folder.ts";
import { digits } from "../support/written_digits.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Dataset, subset } from "@lib/download/dataset.ts";
import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
import { keepForTesting } from "@lib/preprocess/dataset/keep_for_testing.ts";
import { loadData } from "@lib/preprocess/load_data.ts";

/** Digits to learn from and to be tested on, drawn at random. */
function drawn(seed: number): { train: Dataset; test: Dataset } {
  const order = rngFromSeed(seed).permutation(digits.size);
  return {
    train: subset(digits, order.subarray(0, 40)),
    test: subset(digits, order.subarray(40, 55)),
  };
}

/** Each way in which a folder may hold images to learn from and images to be tested on. */
const ways: Record<string, (folder: string, sets: ReturnType<typeof drawn>) => Promise<void>> = {
  idx: writeIdxFolder,
  csv: async (folder, { train, test }) => {
    await Deno.writeTextFile(join(folder, "mnist_train.csv"), digitCsv(train));
    await Deno.writeTextFile(join(folder, "mnist_test.csv"), digitCsv(test, { header: "none" }));
  },
  images: async (folder, { train, test }) => {
    await writeImageFolder(join(folder, "training"), byClass(train));
    await writeImageFolder(join(folder, "testing"), byClass(test));
  },
};

for (const [way, write] of Object.entries(ways)) {
  Deno.test(`loadData() loads both parts, or the one that is wanted: ${way}`, () =>
    withFolder(async (folder) => {
      const sets = drawn(way.length);
      await write(folder, sets);
      const order = way === "images" ? byClass : (set: Dataset): Dataset => set;
      const { train, test, source } = await loadData(folder, ["train", "test"]);
      assertEquals([train, test], [order(sets.train), order(sets.test)]);
      assertStringIncludes(source, `the folder ${folder}`);
      assertEquals((await loadData(folder, ["test"])).test, test);
      assertEquals((await loadData(folder, ["train"])).train, train);
    }));
}

Deno.test("loadData() keeps the same images for testing, whatever part is asked for", async () => {
  const { train: all } = drawn(7);
  const whole: Record<string, (folder: string) => Promise<unknown>> = {
    "train.csv": (folder) => Deno.writeTextFile(join(folder, "train.csv"), digitCsv(byClass(all))),
    classes: (folder) => writeImageFolder(folder, all),
    train: (folder) => writeImageFolder(join(folder, "train"), all),
  };
  const wanted = keepForTesting(byClass(all));
  for (const [way, write] of Object.entries(whole)) {
    await withFolder(async (folder) => {
      await write(folder);
      const { train, test, source } = await loadData(folder, ["train", "test"]);
      assertEquals({ train, test }, wanted, way);
      assertEquals(findOverlap(train, test), []);
      assertEquals((await loadData(folder, ["test"])).test, test);
      assertEquals((await loadData(folder, ["train"])).train, train);
      assertStringIncludes(source, `${test.size} of the ${all.size} kept for testing`);
    });
  }
});

Deno.test("loadData() needs nothing to learn from where only a test is wanted", () =>
  withFolder(async (folder) => {
    const { test } = drawn(8);
    const path = join(folder, "mnist_test.csv");
    await Deno.writeTextFile(path, digitCsv(test));
    for (const from of [folder, path]) {
      assertEquals((await loadData(from, ["test"])).test, test);
      const message = "found images for testing alone";
      await assertRejects(() => loadData(from, ["train", "test"]), Error, message);
    }
    assertEquals((await loadData(path, ["test"])).source, `the file ${path} (CSV)`);
  }));

Deno.test("loadData() does not take Kaggle's test.csv, which has no labels, for a test", () =>
  withFolder(async (folder) => {
    const { train, test } = drawn(9);
    await Deno.writeTextFile(join(folder, "train.csv"), digitCsv(train));
    const unlabelled = digitCsv(test).replace(/^[^,]*,/gm, "");
    await Deno.writeTextFile(join(folder, "test.csv"), unlabelled);
    const { message } = await assertRejects(() => loadData(folder, ["train", "test"]), TypeError);
    assertStringIncludes(message, "test.csv: found 784 columns, pixels without labels");
    await Deno.remove(join(folder, "test.csv"));
    assertEquals((await loadData(folder, ["train", "test"])).test.size, 6);
  }));

Deno.test("loadData() tells how far it is, up to the end", () =>
  withFolder(async (folder) => {
    await ways.images(folder, drawn(10));
    const seen: number[] = [];
    await loadData(folder, ["train", "test"], (fraction, news) => {
      assert(/^\d+ of (40|15) images$/.test(news), news);
      seen.push(fraction);
    });
    assertEquals([seen.length, seen.at(-1)], [55, 1]);
    assertEquals(seen, seen.toSorted((a, b) => a - b));
  }));

Deno.test("loadData() says in one line what it found in a folder without data", () =>
  withFolder(async (folder) => {
    await assertRejects(() => loadData(folder, ["test"]), Error, "found nothing in it, wanted IDX");
    for (const name of ["a.pdf", "b.txt", "c.zip", "d"]) {
      await Deno.writeTextFile(join(folder, name), "");
    }
    const { message } = await assertRejects(() => loadData(folder, ["test"]), Error);
    assertStringIncludes(message, "found a.pdf, b.txt, c.zip and 1 more, wanted IDX files");
    assertEquals(message.includes("\n"), false);
    const file = join(folder, "a.pdf");
    await assertRejects(
      () => loadData(file, ["test"]),
      Error,
      "found a file there, wanted a folder",
    );
    await assertRejects(() => loadData(`${file}x`, ["test"]), Error, "found nothing there");
  }));
