import type { Dataset } from "@lib/download/dataset.ts";
import { cutsToLearn } from "./cuts_to_learn.ts";

/** What the worker is first told. */
export interface CutSetup {
  readonly dataset: Dataset;
  readonly seed: number;
  /** Candidates of a chunk. */
  readonly chunk: number;
}

let chunks: Generator<Dataset> | undefined;

const scope = self as unknown as Pick<Worker, "postMessage" | "addEventListener">;
scope.addEventListener("message", (event) => {
  const { data } = event as MessageEvent<CutSetup | "next">;
  if (data === "next") scope.postMessage(chunks!.next().value);
  else chunks = cutsToLearn(data.dataset, data.seed, data.chunk);
});
