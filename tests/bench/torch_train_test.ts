import { assert, assertEquals, assertGreater } from "../support/assert.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { hasTorch, python } from "../../bench/python.ts";

const isThere = await hasTorch();

const cases: readonly (readonly [network: string, leastBytes: number, more: object])[] = [
  ["compact", 70_000, {}],
  ["compact", 70_000, { warp: 0.3 }],
  ["compact", 120_000, { warp: 0.3, width: 1.5, rate: 0.3, average: 0.9 }],
  ["deep", 80_000, { warp: 0.3 }],
];

for (const [network, leastBytes, more] of cases) {
  Deno.test({
    name: `torch_train.py teaches ${network} ${
      JSON.stringify(more)
    } from IDX files, saves it, and tells`,
    ignore: !isThere,
    fn: () =>
      withFolder(async (folder) => {
        const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
        const sets = { train: tinyData(500, forTrain), test: tinyData(1_010, forTest) };
        await writeIdxFolder(folder, sets);
        const script = projectPath("bench", "peers", "torch_train.py");
        const options = { out: folder, seed: 3, steps: 60, network, batch: 32, ...more };
        const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
        const { stdout, stderr, code } = await new Deno.Command(python, {
          args: [script, folder, ...args],
        }).output();
        assertEquals(code, 0, new TextDecoder().decode(stderr));
        const { peer, testAccuracy, secondsAfterImports } = JSON.parse(
          new TextDecoder().decode(stdout),
        );
        assert(/^PyTorch \d/.test(peer), peer);
        assertGreater(testAccuracy, 0.9);
        assertGreater(secondsAfterImports, 0);
        assertGreater((await Deno.stat(join(folder, "model.pt"))).size, leastBytes);
      }),
  });
}
