import { projectPath } from "@lib/base/paths.ts";

/** Starts `deno task worker --single` as one process, so that it can be killed.
 *
 * @param url of its queue
 * @param line what else it is given
 */
export function startWorker(url: string, line: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--config", projectPath("deno.json")],
      ...["--lock", projectPath("lib", "queue", "deno.lock")],
      ...["--allow-read", "--allow-ffi", "--allow-net=127.0.0.1", "--allow-env"],
      ...[projectPath("lib", "commands", "worker.ts"), "--queue", url, "--single", ...line],
    ],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}
