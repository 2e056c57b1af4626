import { join } from "node:path";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { findClassFolders } from "@lib/preprocess/find_class_folders.ts";

/** A folder with folders in it, as paths seen from it. */
function withFolders(
  paths: readonly string[],
  check: (root: string) => Promise<void>,
): Promise<void> {
  return withFolder(async (root) => {
    for (const path of paths) await Deno.mkdir(join(root, path), { recursive: true });
    await check(root);
  });
}

Deno.test("findClassFolders() finds classes beside or in folders for training and testing", async () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 30; draw++) {
    const one = <T>(of: readonly T[]): T => of[rng.integer(of.length)];
    const train = one(["train", "training", "Train", "TRAINING", "trainingSet", "train_set", ""]);
    const test = one(["test", "testing", "Testing", "testSet", undefined]);
    const isWrapped = test !== undefined && one([true, false]); // testSet/testSet/0
    const digit = (): string => String(rng.integer(10));
    const own = join(train, digit());
    const other = test === undefined ? [] : [join(test, isWrapped ? test : "", digit())];
    await withFolders([own, ...other, "letters", "10"], async (root) => {
      assertEquals(await findClassFolders(root), {
        train: join(root, train),
        ...(test !== undefined && { test: join(root, test, isWrapped ? test : "") }),
      }, JSON.stringify([own, other]));
    });
  }
});

Deno.test("findClassFolders() follows a folder into the one of its own name", () =>
  withFolders(["digits/digits/training/3"], async (root) => {
    assertEquals(await findClassFolders(join(root, "digits")), {
      train: join(root, "digits", "digits", "training"),
    });
  }));

Deno.test("findClassFolders() finds none where there are none", () =>
  withFolders(["10", "a", "33"], async (root) => {
    assertEquals(await findClassFolders(root), {});
  }));

Deno.test("findClassFolders() does not guess", async () => {
  const table: [string[], string][] = [
    [["train/0", "training/0"], "found folders train and training beside each other"],
    [["0", "train/0"], "found folders 0 to 9 and train beside each other"],
    [["0", "test"], "found no folders 0 to 9 in it, wanted one for each class"],
  ];
  for (const [paths, message] of table) {
    await withFolders(paths, async (root) => {
      await assertRejects(() => findClassFolders(root), Error, message);
    });
  }
});
