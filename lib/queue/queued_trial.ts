import type { Profile } from "../base/profile.ts";
import type { Trial } from "../tune/trial.ts";
import type { TrialTask } from "../tune/trial_task.ts";

/** Where the images of a study come from, so that each worker loads the same ones. */
export interface QueuedData {
  /** As `loadData` takes it: a word, or the path of a folder that all machines share. */
  readonly from: string;
  /** How many a trial learns, as `searchData` takes it. */
  readonly images?: number;
  /** The digest of what is learned and validated on. */
  readonly digest: string;
}

/** A trial of a study in the queue: all that a worker needs to run it. */
export interface QueuedTrial {
  readonly kind: "trial";
  /** What messages call it. */
  readonly name: string;
  /** Which study it belongs to: the digest of its plan. */
  readonly study: string;
  readonly task: TrialTask;
  /** Decides what the settings of the task leave open. */
  readonly profile: Profile;
  readonly data: QueuedData;
}

/** How a trial came out, or one line that says why it did not. */
export type TrialReply = { readonly trial: Trial } | { readonly failed: string };
