import { join } from "node:path";
import { rngFromSeed } from "@lib/base/rng.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { ResultsFile } from "@lib/commands/cli/results_file.ts";
import { assert, assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";

/** The results of some files of one to four pages, with long and odd texts. */
function someResults(seed: number): { name: string; results: unknown[] }[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: 12 }, (_, i) => {
    const name = ["scan", "a b#1", "ü\n", "x#2"][i % 4] + i;
    const pages = 1 + rng.integer(4);
    const results = Array.from({ length: pages }, (_, k) => ({
      ...(pages > 1 ? { file: `${name}#${k + 1}`, page: k + 1 } : { file: name }),
      text: "7".repeat(rng.integer(400)),
    }));
    return { name, results };
  });
}

Deno.test("a results file cut at any byte goes on with what is lost, and holds nothing twice", () =>
  withFolder(async (folder) => {
    const rng = rngFromSeed(92);
    for (let round = 0; round < 40; round++) {
      const path = join(folder, `${round}.jsonl`);
      const all = someResults(round);
      const first = await ResultsFile.open(path, false);
      for (const { results } of all) await first.add(results);
      await first.close();
      const whole = await Deno.readTextFile(path);
      await Deno.truncate(path, rng.integer((await Deno.stat(path)).size + 1));
      const second = await ResultsFile.open(path, true);
      const left = all.filter(({ name }) => !second.done.has(name));
      assert(left.length >= 1, "the last file's results may be cut off");
      assertEquals(all.slice(0, -left.length).map(({ name }) => name), [...second.done]);
      for (const { results } of left) await second.add(results);
      await second.close();
      assertEquals(await Deno.readTextFile(path), whole, `round ${round}`);
    }
  }));

Deno.test("a results file is never written over, nor is another file taken for one", () =>
  withFolder(async (folder) => {
    const path = join(folder, "results.jsonl");
    await (await ResultsFile.open(path, false)).close();
    const file = await ResultsFile.open(path, false); // an empty one is nothing to lose
    await file.add([{ file: "a", text: "1" }]);
    await file.close();
    await assertRejects(() => ResultsFile.open(path, false), UsageError, "--resume");
    for (const text of ["a,b\n1,2\n", '{"name":1}\n', "7\n"]) {
      await Deno.writeTextFile(path, text);
      await assertRejects(() => ResultsFile.open(path, true), Error, "no result");
      assertEquals(await Deno.readTextFile(path), text);
    }
    const nowhere = join(folder, "none", "results.jsonl");
    await assertRejects(() => ResultsFile.open(nowhere, true), UsageError, "name another place");
  }));
