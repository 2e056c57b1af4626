import { UsageError } from "./arguments.ts";

/** One of several parts of some work, each for another machine or process. */
export interface Shard {
  /** Which part, from 1. */
  readonly part: number;
  /** How many there are. */
  readonly of: number;
}

/** The variables in which batch schedulers say which task of an array this is. */
export interface SchedulerVariables {
  readonly SLURM_ARRAY_TASK_ID?: string | undefined;
  readonly SLURM_ARRAY_TASK_MIN?: string | undefined;
  readonly SLURM_ARRAY_TASK_COUNT?: string | undefined;
  readonly JOB_COMPLETION_INDEX?: string | undefined;
  readonly JOB_COMPLETIONS?: string | undefined;
}

/** Those that are set. */
function schedulerVariables(): SchedulerVariables {
  const names = [
    "SLURM_ARRAY_TASK_ID",
    "SLURM_ARRAY_TASK_MIN",
    "SLURM_ARRAY_TASK_COUNT",
    "JOB_COMPLETION_INDEX",
    "JOB_COMPLETIONS",
  ];
  return Object.fromEntries(names.map((name) => [name, Deno.env.get(name)]));
}

/** The part that `--shard` names: `2/5`, or `auto`, which asks a scheduler's variables: those of a Slurm array
 * (https://slurm.schedmd.com/job_array.html), or the index of a Kubernetes job
 * (https://kubernetes.io/docs/concepts/workloads/controllers/job/), with the number of completions in
 * `JOB_COMPLETIONS`, which Kubernetes does not set itself.
 *
 * @throws {UsageError} if it is neither, or the variables are not set
 */
export function shardOption(
  given: string,
  variables: SchedulerVariables = schedulerVariables(),
): Shard {
  if (given === "auto") return ofScheduler(variables);
  const [part, of] = /^(\d+)\/(\d+)$/.exec(given)?.slice(1).map(Number) ?? [0, 0];
  if (part >= 1 && part <= of) return { part, of };
  throw new UsageError(
    `Cannot take "${given}" for --shard: wanted i/n with i from 1 to n, such as 2/5, or auto`,
  );
}

function ofScheduler(variables: SchedulerVariables): Shard {
  const [task, first, tasks, index, completions] = [
    variables.SLURM_ARRAY_TASK_ID,
    variables.SLURM_ARRAY_TASK_MIN ?? "0",
    variables.SLURM_ARRAY_TASK_COUNT,
    variables.JOB_COMPLETION_INDEX,
    variables.JOB_COMPLETIONS,
  ].map((value) => value === undefined || value === "" ? NaN : Number(value));
  const shard = Number.isNaN(task)
    ? { part: index + 1, of: completions }
    : { part: task - first + 1, of: tasks };
  if (Number.isInteger(shard.part) && shard.part >= 1 && shard.part <= shard.of) return shard;
  throw new UsageError(
    "Cannot tell the part of --shard auto: wanted SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT, or " +
      `JOB_COMPLETION_INDEX and JOB_COMPLETIONS, found ${JSON.stringify(variables)}; ` +
      "set them, or name the part, such as --shard 2/5",
  );
}

/** Those of some items that are in a part: every so-manieth, in their order. */
export async function* inShard<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { part, of }: Shard,
): AsyncGenerator<Item> {
  let i = 0;
  for await (const item of items) if (i++ % of === part - 1) yield item;
}
