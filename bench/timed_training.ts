import { projectPath } from "@lib/base/paths.ts";
import config from "../deno.json" with { type: "json" };
import { python } from "./python.ts";
import { type MeasuredRun, runMeasured } from "./run_measured.ts";

/** What `train --json` prints, as far as it is needed. */
export interface OurTraining {
  readonly validationAccuracy: number;
  readonly testAccuracy: number;
  readonly backend: string;
  readonly workers: number;
}

/** What the peer prints. */
export interface PeerTraining {
  readonly peer: string;
  readonly testAccuracy: number;
  readonly secondsAfterImports: number;
}

/** What the task runs, permissions included, without the task runner, which is another process. */
const [, ...trainLine] = config.tasks.train.command.split(" ");

/** Loads the modules, so that no measured run has to compile them. */
export async function loadTrainingOnce(): Promise<void> {
  const options = { args: [...trainLine, "--help"], cwd: projectPath() };
  await new Deno.Command(Deno.execPath(), options).output();
}

/** `deno task train`, measured from outside.
 *
 * @param out folder of the model
 * @param options what else stands on its line: `["--profile", "quick", "--seed", "1"]`
 */
export function timedTraining(
  out: string,
  options: readonly string[],
): Promise<MeasuredRun & OurTraining> {
  return measured(Deno.execPath(), [...trainLine, ...options, "--out", out, "--json"], out);
}

/** `peers/torch_train.py`, measured likewise.
 *
 * @param data folder with MNIST's four files
 */
export function timedPeerTraining(
  out: string,
  data: string,
  options: readonly string[],
): Promise<MeasuredRun & PeerTraining> {
  const script = projectPath("bench", "peers", "torch_train.py");
  return measured(python, [script, data, ...options, "--out", out], out);
}

/** What a process printed as JSON, and what was seen of it. */
async function measured<Printed>(
  program: string,
  args: string[],
  out: string,
): Promise<MeasuredRun & Printed> {
  await Deno.mkdir(out, { recursive: true });
  const run = await runMeasured(program, args, out);
  return { ...run, ...JSON.parse(run.stdout) };
}
