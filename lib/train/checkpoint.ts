import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { writeAtomic } from "../base/write_atomic.ts";
import { encodeSafetensors, parseSafetensors, type StoredTensor } from "./safetensors.ts";
import type { OptimiserState } from "./steps/step_engine.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Where a run stands. */
export interface RunProgress {
  /** Epochs finished. */
  epoch: number;
  /** Steps done in the epoch at hand. */
  stepInEpoch: number;
  /** Sum of the losses of the epoch at hand, each times its batch size. */
  lossSum: number;
  /** Images seen in the epoch at hand. */
  images: number;
  /** Highest validation accuracy so far, −1 before the first. */
  bestAccuracy: number;
}

const fileName = "last.safetensors";

/** Writes everything that a run needs to go on, as one file, atomically.
 *
 * @param folder of the run; the file is called `last.safetensors`
 * @param model has the weights of the last step
 * @param optimiser what the last step left beside them
 * @param settings what must be the same when the run goes on
 */
export async function saveCheckpoint(
  folder: string,
  model: LayersModel,
  { optimiser, progress, settings }: {
    readonly optimiser: OptimiserState;
    readonly progress: RunProgress;
    readonly settings: string;
  },
): Promise<void> {
  const tensors = new Map<string, StoredTensor>();
  const { velocities, squares, steps, averages, updates } = optimiser;
  for (const [index, weight] of model.getWeights().entries()) {
    tensors.set(`weight/${index}`, await stored(weight));
  }
  for (const [index, values] of velocities.entries()) {
    const shape = model.trainableWeights[index].shape as number[];
    tensors.set(`velocity/${index}`, { values, shape });
  }
  for (const [index, values] of squares.entries()) {
    tensors.set(`square/${index}`, {
      values,
      shape: model.trainableWeights[index].shape as number[],
    });
  }
  for (const [index, values] of averages.entries()) {
    tensors.set(`average/${index}`, { values, shape: model.weights[index].shape as number[] });
  }
  const counts = { updates: String(updates), steps: String(steps) };
  const metadata = { progress: JSON.stringify(progress), settings, ...counts };
  await writeAtomic(join(folder, fileName), encodeSafetensors({ tensors, metadata }));
}

/** Gives a model the weights that {@link saveCheckpoint} wrote.
 *
 * @param settings must be those of the interrupted run
 * @returns where the run stands, and the state of its optimiser
 * @throws {Error} if there is no checkpoint, or its settings are not these
 */
export async function loadCheckpoint(
  folder: string,
  model: LayersModel,
  settings: string,
): Promise<{ readonly progress: RunProgress; readonly optimiser: OptimiserState }> {
  const path = join(folder, fileName);
  const { tensors, metadata } = parseSafetensors(await read(path), path);
  if (metadata.settings !== settings) {
    const [found, wanted] = differences(metadata.settings, settings);
    throw new Error(
      `Cannot resume from ${path}: it was trained with ${found}, wanted ${wanted}. ` +
        "Give the same settings, or start anew without resuming",
    );
  }
  const named = (kind: string): StoredTensor[] =>
    [...tensors].filter(([name]) => name.startsWith(`${kind}/`)).map(([, tensor]) => tensor);
  tf.tidy(() => model.setWeights(named("weight").map(tensorOf)));
  const optimiser = {
    velocities: named("velocity").map(({ values }) => values),
    squares: named("square").map(({ values }) => values),
    steps: Number(metadata.steps ?? 0), // earlier ones have none, and were trained by SGD
    averages: named("average").map(({ values }) => values),
    updates: Number(metadata.updates),
  };
  return { progress: JSON.parse(metadata.progress), optimiser };
}

/** Two lists of settings as JSON, without what is the same in both. */
function differences(...lists: readonly (string | undefined)[]): string[] {
  const [before, now] = lists.map((text) => new Map(Object.entries(JSON.parse(text ?? "{}"))));
  const isSame = (key: string): boolean =>
    JSON.stringify(before.get(key)) === JSON.stringify(now.get(key));
  return [before, now].map((settings) =>
    JSON.stringify(Object.fromEntries([...settings].filter(([key]) => !isSame(key))))
  );
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Error(`Cannot resume: found no ${path}. Start anew without resuming`);
  }
}

async function stored(tensor: tf.Tensor): Promise<StoredTensor> {
  return { values: await tensor.data<"float32">(), shape: tensor.shape };
}

function tensorOf({ values, shape }: StoredTensor): tf.Tensor {
  return tf.tensor(values, [...shape]);
}
