import { dirname, resolve } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { fetchPackages } from "./fetch_packages.ts";

/** What a task wrote, and how it ended. */
export interface TaskRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a task of deno.json as a user does, in a process of its own, with the permissions written
 * there.
 *
 * @param name of the task
 * @param line the words after it
 * @param options.folder where the user stands, the project's root by default; outside of the project
 * the task is named by the project's configuration
 * @param options.input what comes through standard input
 * @param options.interrupt sends Ctrl-C once stderr holds this text
 * @param options.config another configuration than the project's
 * @param options.env variables to add to those of this process
 */
export async function runTask(
  name: string,
  line: readonly string[],
  options: {
    readonly folder?: string;
    readonly input?: Uint8Array;
    readonly interrupt?: string;
    readonly config?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<TaskRun> {
  const { folder = projectPath(), input, interrupt, env = {} } = options;
  const { config = projectPath("deno.json") } = options;
  const { tasks } = JSON.parse(await Deno.readTextFile(config));
  const [entry] = /\S+\.ts\b/.exec(tasks[name].command) ?? [];
  if (entry !== undefined) await fetchPackages(resolve(dirname(config), entry), { config, env });
  // Where the tests run as a task themselves, this one would be taken for a part of that.
  const { INIT_CWD: _, ...environment } = Deno.env.toObject();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "--config", config, name, ...line],
    cwd: folder,
    clearEnv: true,
    env: { ...environment, ...env, NO_COLOR: "1" },
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stdout = new Response(child.stdout).text();
  if (input !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(input);
    await writer.close();
  }
  let stderr = "";
  for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
    const before = stderr;
    stderr += text;
    if (interrupt && stderr.includes(interrupt) && !before.includes(interrupt)) {
      child.kill("SIGINT");
    }
  }
  return { code: (await child.status).code, stdout: await stdout, stderr };
}
