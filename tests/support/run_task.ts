import { projectPath } from "@lib/base/paths.ts";

/** What a task wrote, and how it ended. */
export interface TaskRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a task of deno.json in a process of its own, with the permissions written there.
 *
 * @param name of the task
 * @param line the words after it
 * @param options.interrupt sends Ctrl-C once stderr holds this text
 */
export async function runTask(
  name: string,
  line: readonly string[],
  options: { readonly interrupt?: string } = {},
): Promise<TaskRun> {
  const { tasks } = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));
  const [, subcommand, ...words] = tasks[name].command.split(" ");
  const child = new Deno.Command(Deno.execPath(), {
    args: [subcommand, "--no-prompt", ...words, ...line],
    cwd: projectPath(),
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stdout = new Response(child.stdout).text();
  let stderr = "";
  for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
    const before = stderr;
    stderr += text;
    const { interrupt } = options;
    if (interrupt && stderr.includes(interrupt) && !before.includes(interrupt)) {
      child.kill("SIGINT");
    }
  }
  return { code: (await child.status).code, stdout: await stdout, stderr };
}
