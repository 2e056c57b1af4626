import { UsageError } from "@lib/commands/cli/arguments.ts";
import { defineCommand } from "@lib/commands/cli/define_command.ts";
import { assertEquals, assertRejects, assertStringIncludes } from "../../support/assert.ts";
import { captured } from "../captured.ts";

const count = defineCommand({
  name: "count",
  summary: "Counts files.",
  positionals: "FILE…",
  options: { json: { type: "boolean", help: "Prints JSON." } },
}, ({ positionals }, { print }, most: number = 2) => {
  print({ files: positionals.length }, ({ files }) => `${files} files`);
  return Promise.resolve(positionals.length > most ? 1 : undefined);
});

Deno.test("defineCommand() prints text, or JSON where it was asked for", async () => {
  const text = await captured(() => count(["a", "b"]));
  assertEquals(text, { code: 0, stdout: "2 files", stderr: "" });
  const json = await captured(() => count(["--json", "a", "b"]));
  assertEquals(json, { code: 0, stdout: '{"files":2}', stderr: "" });
});

Deno.test("defineCommand() hands on what tests give, and the exit code of the work", async () => {
  assertEquals((await captured(() => count(["a", "b"], 1))).code, 1);
});

Deno.test("defineCommand() answers --help without doing the work", async () => {
  const { code, stdout } = await captured(() => count(["--help", "a"]));
  assertEquals([code, stdout.includes("1 files")], [0, false]);
  assertStringIncludes(stdout, "Usage: deno task count [OPTIONS] FILE…");
});

Deno.test("defineCommand() refuses what the command does not take", async () => {
  await assertRejects(() => count(["--fast"]), UsageError, "--fast");
});

Deno.test({
  name: "defineCommand() ends with 143 on a polite kill where the work can be interrupted",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const wait = defineCommand(
      { name: "wait", summary: "Waits.", options: {}, interruptible: true },
      (_given, { signal }) =>
        new Promise<void>((_resolve, reject) => {
          const alive = setInterval(() => {}, 1000);
          signal.addEventListener("abort", () => {
            clearInterval(alive);
            reject(signal.reason);
          });
          Deno.kill(Deno.pid, "SIGTERM");
        }),
    );
    assertEquals(await wait([]), 143);
  },
});
