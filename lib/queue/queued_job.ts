import { createHash } from "node:crypto";
import type { Trial } from "../tune/trial.ts";
import { queueLimits } from "./limits.ts";
import type { QueuedFile } from "./queued_file.ts";
import type { QueuedTrial } from "./queued_trial.ts";

/** What a queue holds. */
export type QueuedJob = QueuedFile | QueuedTrial;

/** What comes of a job: the lines of a file, one for each of its pages, or a trial. */
export type JobResult = { readonly lines: readonly string[] } | { readonly trial: Trial };

/** Trials go before files, which are many and short. It also tells the two apart where rows are counted. */
export const priorities = { file: 0, trial: 1 } as const;

const seconds = { file: queueLimits.fileSeconds, trial: queueLimits.trialSeconds } as const;

/** A job as pg-boss takes it. The same file, or the same trial of a study, always has the same id, so that it can be
 * sent again. */
export function bossJob(data: QueuedJob): {
  readonly id: string;
  readonly data: QueuedJob;
  readonly priority: number;
  readonly expireInSeconds: number;
} {
  const { kind } = data;
  return { id: idOf(data), data, priority: priorities[kind], expireInSeconds: seconds[kind] };
}

function idOf(job: QueuedJob): string {
  const key = job.kind === "trial"
    ? [job.study, job.task.number]
    : [job.name, job.file, job.bytes, job.error];
  const hash = createHash("sha256").update(JSON.stringify(key)).digest("hex");
  // A UUID of version 8, whose bits are free (RFC 9562).
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
