import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { peakOfStatus } from "./peak_of_status.ts";

/** A process, seen from outside. */
export interface MeasuredRun {
  readonly stdout: string;
  /** From its start to its end. */
  readonly wallSeconds: number;
  /** From its start to the last time that it wrote to its folder. */
  readonly secondsToSaved: number;
  /** The most memory that it had at once, in MiB; `null` where the system is not Linux. */
  readonly peakMiB: number | null;
}

const lookInterval = 100;

/** Runs a program in the project's root to its end, and watches it.
 *
 * @param folder where it saves what it makes
 * @throws {Error} if it fails, or saves nothing
 */
export async function runMeasured(
  program: string,
  args: string[],
  folder: string,
): Promise<MeasuredRun> {
  const command = new Deno.Command(program, {
    args,
    cwd: projectPath(),
    stdout: "piped",
    stderr: "piped",
  });
  const start = Date.now();
  const child = command.spawn();
  const ended = child.output().then((output) => ({ ...output, at: Date.now() }));
  const peakMiB = await watchedPeak(child.pid, ended);
  const { success, code, stdout, stderr, at } = await ended;
  const [text, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) {
    throw new Error(`Cannot measure ${[program, ...args].join(" ")}: exit code ${code}; ${errors}`);
  }
  return {
    stdout: text,
    wallSeconds: (at - start) / 1000,
    secondsToSaved: (await lastWrite(folder, start) - start) / 1000,
    peakMiB,
  };
}

/** Of a process, while it runs. Its file under /proc is read by `cat`: Deno opens it only to programs
 * that may do everything. */
async function watchedPeak(pid: number, ended: Promise<unknown>): Promise<number | null> {
  if (Deno.build.os !== "linux") return null;
  let peak: number | null = null;
  let isOver = false;
  const end = (): void => void (isOver = true);
  ended.then(end, end);
  while (!isOver) {
    const cat = new Deno.Command("/bin/cat", { args: [`/proc/${pid}/status`] });
    const { stdout } = await cat.output();
    peak = peakOfStatus(new TextDecoder().decode(stdout)) ?? peak;
    await new Promise((resolve) => setTimeout(resolve, lookInterval));
  }
  return peak;
}

/** When a file of the folder was last written to; milliseconds since 1970, like `start`. */
async function lastWrite(folder: string, start: number): Promise<number> {
  const times: number[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const { mtime } = await Deno.stat(join(folder, name));
    times.push(mtime?.getTime() ?? NaN);
  }
  const last = Math.max(...times);
  if (last >= start) return last;
  throw new Error(`Cannot tell when a model was saved: found nothing new in ${folder}`);
}
