import { projectPath } from "@lib/base/paths.ts";

/** Starts a command of `lib/commands/` that takes a queue, as one process, so that it can be killed.
 *
 * @param name of the command
 * @param line the words after it
 */
export function startCommand(name: string, line: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--config", projectPath("deno.json")],
      ...["--lock", projectPath("lib", "queue", "deno.lock")],
      ...["--allow-read", "--allow-write", "--allow-ffi", "--allow-net=127.0.0.1", "--allow-env"],
      ...[projectPath("lib", "commands", `${name}.ts`), ...line],
    ],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}
