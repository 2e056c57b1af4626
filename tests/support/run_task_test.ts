import { join } from "node:path";
import { assertEquals, assertMatch } from "./assert.ts";
import { runTask } from "./run_task.ts";
import { servePackage } from "./serve_package.ts";
import { withFolder } from "./with_folder.ts";

Deno.test("runTask() gives what the program wrote, also where Deno must fill an empty cache", () =>
  withFolder(async (project) => {
    await using packages = await servePackage();
    const env = {
      DENO_DIR: join(project, "cache"),
      NPM_CONFIG_REGISTRY: `http://127.0.0.1:${packages.addr.port}`,
    };
    await Deno.writeTextFile(
      join(project, "deno.json"),
      JSON.stringify({ tasks: { say: "deno run say.ts" } }),
    );
    await Deno.writeTextFile(
      join(project, "say.ts"),
      'import tiny from "npm:tiny@1.0.0"; console.log(tiny); console.error("own words");',
    );
    const cold = await runTask("say", [], { project, env });
    assertEquals([cold.code, cold.stdout, cold.stderr], [0, "7\n", "own words\n"], cold.notices);
    assertMatch(cold.notices, /^Download http:\/\/127\.0\.0\.1:\d+\/tiny/m);
    const warm = await runTask("say", [], { project, env });
    assertEquals(warm, { ...cold, notices: "" });
  }));
