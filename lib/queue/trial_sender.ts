import { sha256 } from "../base/sha256.ts";
import type { StudyPlan } from "../tune/study_plan.ts";
import type { Trial } from "../tune/trial.ts";
import type { TrialTask } from "../tune/trial_task.ts";
import { queueLimits } from "./limits.ts";
import { type Patience, patiently } from "./patiently.ts";
import { pause } from "./pause.ts";
import type { QueuedData, QueuedTrial } from "./queued_trial.ts";
import { WorkQueue } from "./work_queue.ts";

/** A study whose trials are sent. */
export interface SentStudy {
  readonly plan: StudyPlan;
  /** Where its images are, for whoever trains on them. */
  readonly data: Omit<QueuedData, "digest">;
}

/** Has the trials of a study run by the workers of a queue. A trial that the queue has already, from whatever sender of
 * the same plan, is not run again. A database that goes away is waited for. */
export class TrialSender {
  readonly #queue: WorkQueue;
  readonly #study: SentStudy;
  readonly #id: string;
  readonly #closing = new AbortController();
  readonly #patience: Patience;

  private constructor(queue: WorkQueue, study: SentStudy, patience: Patience) {
    this.#queue = queue;
    this.#study = study;
    this.#id = sha256(new TextEncoder().encode(JSON.stringify(study.plan)));
    const signal = AbortSignal.any([patience.signal, this.#closing.signal]);
    this.#patience = { ...patience, signal };
  }

  /** Opens the queue, which is made where it is not there.
   *
   * @throws {QueueError} if it cannot be opened
   */
  static async open(url: URL, study: SentStudy, patience: Patience): Promise<TrialSender> {
    return new TrialSender(await WorkQueue.open(url, { note: patience.note }), study, patience);
  }

  /** Sends a trial, and waits until it has ended.
   *
   * @throws {Error} if it was given up, or the database fails otherwise
   * @throws the signal's reason once it is aborted; the trial stays in the queue
   */
  async run(task: TrialTask): Promise<Trial> {
    const { signal } = this.#patience;
    const key = { study: this.#id, number: task.number };
    for (let isSent = false;; isSent = true) {
      const trial = await this.#ask(() => this.#queue.trial(key));
      // PostgreSQL has its own order for the keys of JSON.
      if (trial !== undefined) return { ...trial, settings: task.settings };
      if (!isSent) await this.#ask(() => this.#queue.send([this.#queued(task)]));
      const error = await this.#ask(() => this.#queue.givenUp(key));
      if (error !== undefined) {
        throw new Error(
          `Cannot go on with the study: trial ${task.number} was given up (${error}); deno task queue --retry ` +
            "sends it again, and then the same command goes on",
        );
      }
      await pause(queueLimits.pollMs, signal);
      signal.throwIfAborted();
    }
  }

  /** Closes the queue. What was sent and has not ended stays there. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#queue.close();
  }

  #ask<Result>(ask: () => Promise<Result>): Promise<Result> {
    return patiently(ask, this.#patience);
  }

  #queued(task: TrialTask): QueuedTrial {
    const { plan, data } = this.#study;
    return {
      kind: "trial",
      name: `trial ${task.number} of study ${this.#id.slice(0, 8)}`,
      study: this.#id,
      task,
      profile: plan.profile,
      data: { ...data, digest: plan.data },
    };
  }
}
