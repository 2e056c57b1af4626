import { join } from "node:path";
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { ProgressLine } from "@lib/commands/cli/progress.ts";
import { startCommand } from "@lib/commands/start.ts";
import { makeNotebook } from "../report/make_notebook.ts";
import { assertSelfContained } from "../report/assert_self_contained.ts";
import { type Captured, captured } from "./captured.ts";

const metrics = `await Deno.mkdir("../runs/smoke", { recursive: true });
await Deno.writeTextFile("../runs/smoke/metrics.json", JSON.stringify(
  { accuracy: 0.9918, interval: [0.9898, 0.9934], profile: Deno.env.get("PROFILE") }));`;

/** Runs the command on these notebooks, in a folder of their own. */
async function start(
  folder: string,
  notebooks: Record<string, string[]>,
  getData = (): Promise<string> => Promise.resolve("3 images"),
): Promise<Captured & { readonly progress: string }> {
  await Deno.mkdir(join(folder, "notebooks"));
  for (const [name, sources] of Object.entries(notebooks)) {
    const path = join(folder, "notebooks", `${name}.ipynb`);
    await Deno.writeTextFile(path, JSON.stringify(makeNotebook(...sources)));
  }
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  const result = await captured(() =>
    startCommand(["--profile", "smoke"], {
      notebooks: join(folder, "notebooks"),
      runs: join(folder, "runs"),
      reports: join(folder, "reports"),
      progress: new ProgressLine({ write, inPlace: false, width: 80 }),
      getData,
    })
  );
  return { ...result, progress: written.join("") };
}

Deno.test("start runs the notebooks in order, writes reports and index, prints the accuracy", () =>
  withFolder(async (folder) => {
    const { code, stdout, stderr, progress } = await start(folder, {
      "02_second": [`await Deno.readTextFile("../runs/first");`, metrics],
      "01_first": [`await Deno.mkdir("../runs", { recursive: true });
await Deno.writeTextFile("../runs/first", "done");`],
    });
    assertEquals([code, stderr], [0, ""]);
    assertMatch(
      progress,
      /^✓ data .* s {2}3 images\n✓ 01_first .* s {2}1 cells\n✓ 02_second .* s {2}2 cells\n$/,
    );
    const [accuracy, reports] = stdout.split("\n");
    assertEquals(accuracy, "Test accuracy: 99.18 % (95 % interval 98.98 % to 99.34 %)");
    assertMatch(reports, /^Reports: .*reports.index\.html$/);
    const files = [...Deno.readDirSync(join(folder, "reports"))].map(({ name }) => name).sort();
    assertEquals(files, ["01_first.html", "02_second.html", "index.html"]);
    for (const file of files) {
      assertSelfContained(await Deno.readTextFile(join(folder, "reports", file)));
    }
    const index = await Deno.readTextFile(join(folder, "reports", "index.html"));
    assertStringIncludes(index, "99.18 %");
    assert(index.indexOf("01_first.html") < index.indexOf("02_second.html"));
    const left = [...Deno.readDirSync(join(folder, "runs"))].map(({ name }) => name).sort();
    assertEquals(left, ["first", "smoke"], "no temporary files");
  }));

Deno.test("start stops at a failing cell with notebook, cell and error, and exit code 1", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "runs", "smoke"), { recursive: true });
    const { code, stdout, stderr, progress } = await start(folder, {
      "01_good": ["1"],
      "02_bad": ["1", "const digits = 10;\nnull.digits;"],
      "03_never": ["1"],
    });
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, "02_bad.ipynb, cell [2]:");
    assertStringIncludes(stderr, "    const digits = 10;\n    null.digits;");
    assertStringIncludes(stderr, "TypeError: Cannot read properties of null (reading 'digits')");
    assertMatch(progress, /✗ 02_bad .*in cell \[2\]\n$/);
    const files = [...Deno.readDirSync(join(folder, "reports"))].map(({ name }) => name);
    assertEquals(files, ["01_good.html"]);
  }));

Deno.test("start does not take an older run's metrics for its own", () =>
  withFolder(async (folder) => {
    const path = join(folder, "runs", "smoke", "metrics.json");
    await Deno.mkdir(join(folder, "runs", "smoke"), { recursive: true });
    await Deno.writeTextFile(path, `{"accuracy": 0.5}`);
    await Deno.utime(path, new Date(0), new Date(0));
    const { code, stdout } = await start(folder, { "01_first": ["1"] });
    assertEquals(code, 0);
    assertMatch(stdout, /^Reports: /);
  }));

Deno.test("start ends before the notebooks where the data are wrong", () =>
  withFolder(async (folder) => {
    const getData = (): Promise<string> => Promise.reject(new RangeError("bad data"));
    await assertRejects(
      () => start(folder, { "01_first": ["1"] }, getData),
      RangeError,
      "bad data",
    );
  }));

Deno.test("start --help says what it does; a wrong profile is a wrong usage", async () => {
  const { code, stdout } = await captured(() => startCommand(["--help"]));
  assertEquals(code, 0);
  assertStringIncludes(stdout, "Usage: deno task start");
  for (
    const line of [["--profile", "fast"], ["--profile", "handwriting"], ["--fast"], ["03_train"]]
  ) {
    await assertRejects(() => startCommand(line), UsageError);
  }
});

Deno.test({
  name: "report ends with 130 on Ctrl-C, leaves neither kernel nor file, and saves what was run",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder(async (folder) => {
      const notebooks = join(folder, "notebooks");
      await Deno.mkdir(notebooks);
      const busy = makeNotebook(
        "41 + 1",
        `Deno.writeTextFileSync("../pid", \`\${Deno.pid}\`); while (true);`,
      );
      await Deno.writeTextFile(join(notebooks, "01_busy.ipynb"), JSON.stringify(busy));
      const places = { notebooks, runs: join(folder, "runs"), reports: join(folder, "reports") };
      const script = `
        import { reportCommand } from ${
        JSON.stringify(import.meta.resolve("@lib/commands/report.ts"))
      };
        const line = ["--execute-to", ${JSON.stringify(join(folder, "executed"))}];
        Deno.exit(await reportCommand(line, ${JSON.stringify(places)}));`;
      const path = join(folder, "script.ts");
      await Deno.writeTextFile(path, script);
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "--allow-all", "--config", projectPath("deno.json"), path],
        stdout: "null",
        stderr: "null",
      }).spawn();
      const pid = await appears(join(folder, "pid"));
      child.kill("SIGINT");
      assertEquals((await child.status).code, 130);
      await assertRejects(async () => await Deno.kill(pid, "SIGCONT"), Deno.errors.NotFound);
      assertEquals([...Deno.readDirSync(join(folder, "runs"))], []);
      const saved = await Deno.readTextFile(join(folder, "executed", "01_busy.ipynb"));
      assertEquals(JSON.parse(saved).cells[0].outputs[0].data["text/plain"], ["42"]);
    }),
});

/** The number in a file, as soon as there is one. */
async function appears(path: string): Promise<number> {
  for (;;) {
    const text = await Deno.readTextFile(path).catch(() => "");
    if (text !== "") return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
