import { assert, assertEquals, assertNotEquals } from "../support/assert.ts";
import { type Profile, profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { prepareRun } from "@lib/train/prepare_run.ts";
import { searchData } from "@lib/tune/search_data.ts";
import { projectFiles, type TextFile } from "./project_files.ts";
import { initBackend } from "@lib/backend/backend.ts";

await initBackend();
const { train } = await loadMnist("package");

for (const name of ["smoke", "quick", "handwriting"] as const) {
  Deno.test(`profile ${name}: whoever trains or searches validates on the same images`, () => {
    const seed = rngFromSeed(Date.now()).integer(2 ** 32);
    const profile: Profile = { ...profileNamed(name), seed };
    const { validation, model } = prepareRun(profile, train);
    model.dispose();
    const digest = sha256(validation.images);
    assertEquals(sha256(searchData(profile, train).validation.images), digest, `seed ${seed}`);
    const split = profileSplit(profile, train);
    assertEquals(split.validation.labels.length, profile.validationSize);
    if (name === "handwriting") return; // these are varied
    assertEquals(sha256(split.validation.images), digest, `seed ${seed}`);
    const other = profileSplit({ ...profile, seed: seed + 1 }, train);
    assertNotEquals(sha256(other.validation.images), digest, `seed ${seed}`);
  });
}

Deno.test("what a search learns is learned by the run, too, never validated on", () => {
  const profile = profileNamed("smoke");
  const keys = (images: Uint8Array): Set<string> =>
    new Set(
      Array.from({ length: images.length / 784 }, (_, i) =>
        sha256(images.subarray(784 * i, 784 * (i + 1)))),
    );
  const learned = keys(profileSplit(profile, train).train.images);
  for (const key of keys(searchData(profile, train, 300).train.images)) assert(learned.has(key));
});

/** What takes its validation images from elsewhere than the split of its profile. */
function ownSplits(files: readonly TextFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = path.endsWith(".ipynb")
      ? parseNotebook(text, path).cells.filter(({ cell_type }) => cell_type === "code")
        .map(({ source }) => source).join("\n")
      : text;
    const own = /\bsplitTrainValidation\(/.test(code) ? [`${path} splits by itself`] : [];
    const calls = [
      ...code.matchAll(/\b(profileSplit|prepareRun|trainingData|searchData)\(([^,)]*)/g),
    ];
    // Or the split of a shipped model, which never learned those validation images.
    const isKnown = /^(?:profile|profileNamed\("(?:handwriting|lines)")$/;
    const strange = calls.filter(([, , profile]) => !isKnown.test(profile.trim()))
      .map(([, maker, profile]) => `${path} gives ${maker}() ${profile.trim()}`);
    if (calls.length === 0 && /\bvalidation\b/.test(code)) {
      strange.push(`${path} has validation images of its own`);
    }
    return path.endsWith(".ipynb") ? [...own, ...strange] : own;
  });
}

Deno.test("notebooks and commands take their validation images from the split of the profile", async () => {
  const files = await projectFiles((path) =>
    /^(?:notebooks\/.*\.ipynb|(?:lib|bench|examples)\/.*\.ts)$/.test(path) &&
    !/\/(?:profile_split|split_train_validation)\.ts$/.test(path) &&
    path !== "bench/reading.ts" // which needs what the shipped model never learned
  );
  assertEquals(ownSplits(files), []);
  const notebooks = files.filter(({ path, text }) =>
    path.endsWith(".ipynb") && /profileSplit|prepareRun|searchData/.test(text)
  );
  assert(notebooks.length >= 3, `found ${notebooks.length} notebooks that split`);
});

Deno.test("ownSplits() notices a notebook that splits otherwise", () => {
  const notebook = (source: string): TextFile => ({
    path: "a.ipynb",
    text: JSON.stringify({
      cells: [{ cell_type: "code", source, metadata: {}, execution_count: null, outputs: [] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }),
  });
  assertEquals(
    ownSplits([
      notebook("const { train, validation } = profileSplit(profile, mnist.train);"),
      notebook("const { train, validation } = splitTrainValidation(all, rng);"),
      notebook("const { validation } = profileSplit(other, mnist.train);"),
      notebook('const { validation } = profileSplit(profileNamed("lines"), mnist.train);'),
      notebook("const data = searchData({ ...profile, seed: 2 }, mnist.train, 300);"),
      notebook("const validation = mnist.train;"),
    ]),
    [
      "a.ipynb splits by itself",
      "a.ipynb has validation images of its own",
      "a.ipynb gives profileSplit() other",
      "a.ipynb gives searchData() { ...profile",
      "a.ipynb has validation images of its own",
    ],
  );
});
