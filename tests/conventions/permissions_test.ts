import { assertEquals } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { permissionFaults } from "./permission_faults.ts";

const { tasks = {} } = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));

Deno.test("deno.json has the tasks that the README names", () => {
  const wanted = ["bench", "evaluate", "ok", "predict", "report", "start", "test", "train", "tune"];
  assertEquals(wanted.filter((name) => !(name in tasks)), []);
});

Deno.test("no task takes all permissions, each that runs code names its own", () => {
  assertEquals(permissionFaults(tasks), []);
});

Deno.test("permissionFaults() lets pass named permissions, checks and tasks of tasks", () => {
  assertEquals(
    permissionFaults({
      train: "deno run --allow-read --allow-write=data lib/commands/train.ts",
      report: { command: "deno run -P=report lib/commands/report.ts", description: "-A is not it" },
      ok: "deno fmt --check && deno lint && deno check && deno task test",
      all: { dependencies: ["ok", "train"] },
    }),
    [],
  );
});

Deno.test("permissionFaults() names the task and the part that is too free", () => {
  assertEquals(
    permissionFaults({
      a: "deno run -A a.ts",
      b: { command: "deno fmt && deno test --allow-all" },
      c: "deno run -qA --no-prompt c.ts",
      d: "deno task ok && deno run d.ts",
      e: "deno test --doc",
    }),
    [
      "a takes all permissions: deno run -A a.ts",
      "b takes all permissions: deno test --allow-all",
      "c takes all permissions: deno run -qA --no-prompt c.ts",
      "d names no permission: deno run d.ts",
      "e names no permission: deno test --doc",
    ],
  );
});
