import { assertEquals, assertMatch } from "./assert.ts";
import { runTask } from "./run_task.ts";
import { withFolder } from "./with_folder.ts";
import { join } from "node:path";

const program = `
  import { xoroshiro128plus } from "npm:pure-rand@8.4.2/generator/xoroshiro128plus";
  console.error(typeof xoroshiro128plus(1).next());
`;

/** A project of one task, whose package is in no cache yet. */
async function inBareProject(
  work: (config: string, cache: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const config = join(folder, "deno.json");
    const tasks = { say: { command: "deno run say.ts" }, fail: { command: "deno run none.ts" } };
    await Deno.writeTextFile(config, JSON.stringify({ tasks }));
    await Deno.writeTextFile(join(folder, "say.ts"), program);
    await work(config, join(folder, "cache"));
  });
}

async function reachesPackages(): Promise<boolean> {
  let reached = false;
  await inBareProject(async (config, cache) => {
    const args = ["cache", "--quiet", "--config", config, config.replace("deno.json", "say.ts")];
    const env = { DENO_DIR: cache };
    reached = (await new Deno.Command(Deno.execPath(), { args, env }).output()).success;
  });
  return reached;
}

Deno.test({
  name: "runTask() tells what a task wrote, without Deno's notices of downloads",
  ignore: !await reachesPackages(), // offline
  fn: () =>
    inBareProject(async (config, cache) => {
      const env = { DENO_DIR: cache };
      const { code, stdout, stderr } = await runTask("say", [], { config, env });
      assertEquals([code, stdout, stderr], [0, "", "number\n"]);
    }),
});

Deno.test("runTask() says what could not be fetched", () =>
  inBareProject(async (config) => {
    const message = await runTask("fail", [], { config }).then(String, String);
    assertMatch(message, /Cannot fetch what .*none\.ts imports/);
  }));
