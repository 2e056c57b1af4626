import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../backend/backend.ts";
import { predictShare, type SharedPrediction } from "./predict_share.ts";

/** What a worker that predicts is started with. */
export interface PredictingSetup {
  readonly model: tf.io.ModelArtifacts;
  readonly shared: SharedPrediction;
}

/** What it answers once nothing is left. */
export type PredictingReply = { readonly kind: "done" } | {
  readonly kind: "failed";
  readonly message: string;
};

/** One of several cores that predict the same images. Started as a module worker by `predictOnCores`. */
interface WorkerScope {
  postMessage(reply: PredictingReply): void;
  addEventListener(
    kind: "message",
    listener: (event: MessageEvent<PredictingSetup>) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;

async function predict({ model, shared }: PredictingSetup): Promise<void> {
  await initBackend("wasm");
  await predictShare(await tf.loadLayersModel(tf.io.fromMemory(model)), shared);
}

scope.addEventListener("message", ({ data }) => {
  predict(data).then(
    () => scope.postMessage({ kind: "done" }),
    (error: Error) => scope.postMessage({ kind: "failed", message: error.message }),
  );
});
