import { initBackend } from "@lib/backend/backend.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { benchCutter } from "../../../bench/cutter.ts";
import { cutterNetwork } from "../../../bench/cutter/cutter_network.ts";
import { cutterTable } from "../../../bench/cutter/cutter_table.ts";
import { cutterKinds, ways } from "../../../bench/cutter/measure_cutter.ts";
import { trainCutter } from "../../../bench/cutter/train_cutter.ts";
import { assert, assertEquals, assertLess, assertStringIncludes } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";

Deno.test("the cutter learns, and the same by the same seed", async () => {
  await initBackend("wasm");
  const classifier = await loadHandwritingModel();
  const { train } = await loadMnist("package");
  const learn = async (seed: number): Promise<[number[], Float32Array]> => {
    const model = await cutterNetwork(classifier);
    const losses = await trainCutter(model, train, { seed, chunks: 4, chunk: 128 });
    return [losses, await model.getWeights()[0].data<"float32">()];
  };
  const [losses, weights] = await learn(1);
  assertEquals(losses.length, 4);
  assertLess(losses.at(-1)!, losses[0]);
  assertEquals(await learn(1), [losses, weights]);
});

Deno.test("the race runs from training to table", async () => {
  await withFolder(async (folder) => {
    let written: [string, object] | undefined;
    const { table, results } = await benchCutter({
      ...{ sizes: { chunks: 1, chunk: 64, pages: 1 }, folder },
      write: (name, content) => {
        written = [name, content];
        return Promise.resolve(content);
      },
    });
    assertEquals(written, ["cutter", results]);
    for (const kind of cutterKinds) assertStringIncludes(table, `| ${kind} `);
    const { race } = results as { readonly race: Record<string, Record<string, number>> };
    for (const result of Object.values(race)) {
      assertEquals(result.images, 3);
      for (const way of ways) assert(result[way] >= 0 && result[way] <= 1);
    }
    assertEquals((await Deno.stat(`${folder}/model.json`)).isFile, true);
  });
});

Deno.test("cutterTable() has a column for each way", () => {
  const line = {
    images: 9,
    classifier: 0.1,
    cutter: 0.2,
    mean: 0.3,
    line: 0.4,
    both: 0.5,
    team: 1,
  };
  const table = cutterTable({ line }, { classifier: 0.6, cutter: 0.7 });
  const cells = table.split("\n")[2].split("|").slice(1, -1).map((cell) => cell.trim());
  assertEquals(cells, ["line", "9", "10.0 %", "20.0 %", "30.0 %", "40.0 %", "50.0 %", "100.0 %"]);
  assertStringIncludes(table, "60.0 %");
});
