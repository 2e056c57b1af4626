import type { QueuedTrial, TrialReply } from "./queued_trial.ts";

/** Runs trials on a core of its own, one at a time. The core is taken when the first comes; one that dies takes its
 * trial along, and another takes its place. */
export class TrialTrainer {
  #worker: Worker | undefined;

  /** Runs a trial to its end. */
  async run(trial: QueuedTrial): Promise<TrialReply> {
    const url = new URL("./trial_worker.ts", import.meta.url);
    const worker = this.#worker ??= new Worker(url, { type: "module", name: "trial" });
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<TrialReply>): void => resolve(data);
      worker.onerror = (event): void => {
        event.preventDefault(); // or it ends the main thread as well
        worker.terminate();
        this.#worker = undefined;
        resolve({ failed: `its trainer failed: ${event.message}` });
      };
      worker.postMessage(trial);
    });
  }
}
