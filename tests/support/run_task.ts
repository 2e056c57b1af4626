import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { partNotices } from "./runtime_notices.ts";

/** What a task wrote, and how it ended. */
export interface TaskRun {
  readonly code: number;
  readonly stdout: string;
  /** What the task's program wrote. */
  readonly stderr: string;
  /** What Deno wrote to stderr beside it, while it filled its cache. */
  readonly notices: string;
}

/** Runs a task of deno.json as a user does, in a process of its own, with the permissions written
 * there.
 *
 * @param name of the task
 * @param line the words after it
 * @param options.folder where the user stands, the project's root by default; outside of the project
 * the task is named by the project's configuration
 * @param options.project the folder with `deno.json`, this project's root by default
 * @param options.env variables on top of those of this process
 * @param options.input what comes through standard input
 * @param options.interrupt sends Ctrl-C once stderr holds this text
 */
export async function runTask(
  name: string,
  line: readonly string[],
  options: {
    readonly folder?: string;
    readonly project?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: Uint8Array;
    readonly interrupt?: string;
  } = {},
): Promise<TaskRun> {
  const { project = projectPath(), folder = project, env, input, interrupt } = options;
  // Where the tests run as a task themselves, this one would be taken for a part of that.
  const { INIT_CWD: _, ...environment } = Deno.env.toObject();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "--config", join(project, "deno.json"), name, ...line],
    cwd: folder,
    clearEnv: true,
    env: { ...environment, NO_COLOR: "1", ...env },
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
  const { own, notices } = partNotices(stderr);
  return { code: (await child.status).code, stdout: await stdout, stderr: own, notices };
}
