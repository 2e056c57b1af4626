import { assert, assertEquals, assertLessOrEqual, assertMatch } from "../support/assert.ts";
import { difficultDocuments } from "../support/difficult_documents.ts";
import { type DifficultFile, difficultFiles } from "../support/difficult_files.ts";
import { partNotices } from "../support/runtime_notices.ts";
import { saidLines } from "../support/said_lines.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

/** What reading images may take, in MiB. */
const mostMemory = 600;

/** A line of `--json`. */
interface Line {
  readonly file: string;
  readonly text?: string;
  readonly error?: string;
}

interface Run {
  readonly code: number;
  readonly lines: readonly Line[];
  readonly errors: readonly string[];
  /** The most memory that it held, in MiB, where Linux tells. */
  readonly memory: number | undefined;
}

const sample = projectPath("data", "samples", "postal_code.jpg");

/** Runs the command itself, with the settings and permissions of the task, on some files and then on
 * an image that comes through standard input only when all others are read. */
async function predict(files: readonly string[], last: Uint8Array): Promise<Run> {
  const { tasks } = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));
  const words: string[] = tasks.predict.command.split(" ");
  const start = words.indexOf("deno");
  const child = new Deno.Command(Deno.execPath(), {
    args: [...words.slice(start + 1), "--json", "--workers", "1", ...files, "-"],
    cwd: projectPath(),
    env: {
      ...Object.fromEntries(words.slice(0, start).map((word) => word.split("="))),
      NO_COLOR: "1",
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stderr = new Response(child.stderr).text();
  let [out, memory] = ["", undefined as number | undefined];
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    out += text;
    if (memory !== undefined || out.split("\n").length <= files.length) continue;
    memory = await peakMemory(child.pid) ?? 0;
    const writer = child.stdin.getWriter();
    await writer.write(last);
    await writer.close();
  }
  const lines = out.trim().split("\n").map((text) => JSON.parse(text));
  const errors = saidLines(partNotices(await stderr).own);
  return { code: (await child.status).code, lines, errors, memory: memory || undefined };
}

/** Deno itself may read /proc only with all permissions. */
async function peakMemory(pid: number): Promise<number | undefined> {
  if (Deno.build.os !== "linux") return undefined;
  const { stdout } = await new Deno.Command("cat", { args: [`/proc/${pid}/status`] }).output();
  const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(new TextDecoder().decode(stdout)) ?? [];
  return Number(kibibytes) / 1024;
}

function check({ name, wanted }: DifficultFile, { text, error }: Line): void {
  if (typeof wanted === "string") return assertEquals(text ?? error, wanted, name);
  assertMatch(error ?? `read as "${text}"`, wanted, name);
  assert(!/\n/.test(error ?? ""), name);
}

Deno.test("predict reads or refuses every difficult file, within 600 MiB on one core, and reads on", () =>
  withFolder(async (folder) => {
    const table: DifficultFile[] = [
      ...await difficultFiles(),
      ...await difficultDocuments(),
      { name: "missing.png", bytes: "", wanted: /found no such file/ },
      { name: "folder.png", bytes: "", wanted: /found a folder without images/ },
      { name: "locked.jpg", bytes: await Deno.readFile(sample), wanted: /permission denied/ },
    ];
    for (const { name, bytes } of table) {
      const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
      if (name === "folder.png") await Deno.mkdir(join(folder, name));
      else if (name !== "missing.png") await Deno.writeFile(join(folder, name), content);
    }
    // Windows has no such modes, and the superuser reads all the same.
    const isObeyed = Deno.build.os !== "windows" && Deno.uid() !== 0;
    await Deno.chmod(join(folder, "locked.jpg"), 0o000).catch(() => {});
    if (!isObeyed) table.splice(-1, 1, { ...table.at(-1)!, wanted: "50823" });
    const good: DifficultFile = { name: sample, bytes: "", wanted: "50823" };
    table.splice(table.length >> 1, 0, good);

    const files = table.map(({ name }) => name === sample ? sample : join(folder, name));
    const { code, lines, errors, memory } = await predict(files, await Deno.readFile(sample));
    assertEquals(lines.map(({ file }) => file), [...files, "-"]);
    table.forEach((file, i) => check(file, lines[i]));
    assertEquals([lines.at(-1)!.text, code], ["50823", 1]);
    const refused = lines.flatMap(({ error }) => error ?? []);
    assertEquals(errors, refused.map((error) => `predict: ${error}`));
    for (const error of refused) assertMatch(error, /^Cannot read [^\n]+$/);
    if (memory !== undefined) assertLessOrEqual(memory, mostMemory);
  }));
