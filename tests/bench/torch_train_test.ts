import { assert, assertEquals, assertGreater } from "../support/assert.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { hasTorch, python } from "../../bench/python.ts";

const isThere = await hasTorch();

for (
  const [network, steps, leastBytes] of [["compact", 60, 70_000], ["deep", 60, 80_000]] as const
) {
  Deno.test({
    name: `torch_train.py teaches ${network} from IDX files, saves it, and prints one line`,
    ignore: !isThere,
    fn: () =>
      withFolder(async (folder) => {
        const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
        const sets = { train: tinyData(500, forTrain), test: tinyData(1_010, forTest) };
        await writeIdxFolder(folder, sets);
        const script = projectPath("bench", "peers", "torch_train.py");
        const options = { out: folder, seed: 3, steps, network, batch: 32 };
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
