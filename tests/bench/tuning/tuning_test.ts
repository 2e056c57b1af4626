import { assert, assertEquals, assertStringIncludes } from "../../support/assert.ts";
import { tinyData } from "../../support/tiny_data.ts";
import { withFolder } from "../../support/with_folder.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type TuningFindings, tuningTable } from "../../../bench/tuning.ts";
import { compareSearches } from "../../../bench/tuning/compare_searches.ts";
import { kept } from "../../../bench/tuning/kept.ts";
import { pointsText } from "../../../bench/tuning/points_text.ts";
import { tuneQuick } from "../../../bench/tuning/tune_quick.ts";
import { tuningLines } from "../../../bench/tuning/tuning_lines.ts";
import type { Results } from "../../../bench/read_results.ts";

await initBackend("wasm");

const training = tinyData(400, rngFromSeed(1));
const profile = { ...profileNamed("smoke"), images: 400, validationSize: 100, epochs: 2 };

Deno.test("the benchmark of tuning goes on where it was, and ends with what it had", () =>
  withFolder(async (folder) => {
    const run = async (): Promise<TuningFindings> => ({
      searches: await compareSearches(profile, training, folder, {
        ...{ rounds: 2, images: 60, fresh: 100, epochs: 3, budget: 9 },
      }),
      quick: await tuneQuick(profile, training, folder, {
        ...{ trials: 3, finalists: 2, repeats: 1, seeds: 2 },
      }),
    });
    const found = await run();
    const { searches, quick } = found;
    assertEquals(searches.map(({ way, studies }) => [way, studies.length]), [
      ...[["random", 2], ["random, ASHA", 2], ["TPE, ASHA", 2]],
    ]);
    assertEquals([searches[0].trials, searches[0].epochs], [3, 9]);
    for (const { trials, epochs } of searches) {
      assert(trials >= 3 && epochs >= 9 && epochs < 12, `${trials} trials, ${epochs} epochs`);
    }
    assertEquals(searches[0].gain.mean, 0);
    assertEquals(quick.rows.map(({ seed }) => seed), [101, 102]);
    assert(Object.keys(quick.settings).includes("momentum"));
    // Seconds and all: they come from the files.
    assertEquals(await run(), found);
    const [lost] = await Array.fromAsync(Deno.readDir(folder));
    await Deno.remove(`${folder}/${lost.name}`);
    const again = await run();
    assertEquals(again.searches.map(({ mean }) => mean), searches.map(({ mean }) => mean));
    assertEquals(again.quick.mean, quick.mean);
    assertStringIncludes(tuningTable(found), "random, ASHA");
  }));

Deno.test("kept() computes once for each key", () =>
  withFolder(async (folder) => {
    let count = 0;
    const next = (key: object): Promise<number> =>
      kept(folder, key, () => Promise.resolve(++count));
    assertEquals([await next({ a: 1 }), await next({ a: 2 }), await next({ a: 1 })], [1, 2, 1]);
  }));

Deno.test("pointsText() gives sign, points, and the interval where there is one", () => {
  assertEquals(pointsText({ mean: 0.00123, half: 0.0004 }), "+0.12 ± 0.04");
  assertEquals(pointsText({ mean: -0.001, half: undefined }), "−0.10");
  assertEquals(pointsText({ mean: 0.126, half: 0.02 }, 0), "+13 ± 2");
});

Deno.test("tuningLines() tells what was won, of how many studies and seeds", () => {
  const gain = { mean: 0.002, half: 0.001 };
  const row = { mean: 0.98, gain, trials: 30, epochs: 90, studies: [1, 2, 3, 4, 5] };
  const tuning = {
    searches: [{ ...row, way: "random" }, { ...row, way: "random, ASHA" }],
    quick: {
      ...{ gain: { mean: -0.0004, half: 0.0003 }, rows: [1, 2, 3, 4, 5, 6] },
      ...{ mean: { before: 0.99, tuned: 0.9896 }, seconds: { before: 2.5, tuned: 1.24 } },
      saved: { mean: 0.504, half: 0.06 },
    },
  };
  const lines = tuningLines({ tuning } as unknown as Results);
  assertEquals(lines.map(({ here }) => here), [
    "+0.20 ± 0.10 points, 5 studies",
    "−0.04 ± 0.03 points, 6 seeds; training 1.2 s, before 2.5 s: +50 ± 6 % saved",
  ]);
  assertEquals(tuningLines({} as Results).map(({ here }) => here), [undefined, undefined]);
});
