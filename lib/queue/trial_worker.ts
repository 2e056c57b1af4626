import { initBackend } from "../backend/backend.ts";
import { loadData } from "../preprocess/load_data.ts";
import { dataDigest } from "../tune/data_digest.ts";
import { searchData } from "../tune/search_data.ts";
import { type Objective, runTrial } from "../tune/study.ts";
import { trainingObjective } from "../tune/training_objective.ts";
import type { QueuedTrial, TrialReply } from "./queued_trial.ts";

/** One of several workers that run trials, one after the other. Started as a module worker by `TrialTrainer`. */
interface WorkerScope {
  postMessage(reply: TrialReply): void;
  addEventListener(kind: "message", listener: (event: MessageEvent<QueuedTrial>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

/** The last study's objective: its images are loaded once. */
let last: { readonly study: string; readonly objective: Objective } | undefined;

async function objectiveOf({ study, profile, data }: QueuedTrial): Promise<Objective> {
  if (last?.study === study) return last.objective;
  await initBackend();
  const { train } = await loadData(data.from, ["train"]);
  const images = searchData(profile, train, data.images);
  const digest = dataDigest(images);
  if (digest !== data.digest) {
    throw new Error(
      `Cannot train on ${data.from}: found other images here (${
        digest.slice(0, 8)
      }) than where the study was ` +
        `sent (${data.digest.slice(0, 8)}), wanted the same`,
    );
  }
  // One core, whatever the machine has: on more of them, the sums differ by their rounding.
  last = { study, objective: trainingObjective(images, { profile, workers: 1 }) };
  return last.objective;
}

scope.addEventListener("message", async ({ data }) => {
  try {
    scope.postMessage({ trial: await runTrial(data.task, await objectiveOf(data)) });
  } catch (error) {
    scope.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
});
