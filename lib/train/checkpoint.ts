import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { writeAtomic } from "../base/write_atomic.ts";
import { encodeSafetensors, parseSafetensors, type StoredTensor } from "./safetensors.ts";
import type { Trainer } from "./trainer.ts";

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
 * @param settings what must be the same when the run goes on
 */
export async function saveCheckpoint(
  folder: string,
  trainer: Trainer,
  { progress, settings }: { progress: RunProgress; settings: string },
): Promise<void> {
  const tensors = new Map<string, StoredTensor>();
  trainer.updateModel();
  const { model } = trainer;
  const { velocities, averages, updates } = await trainer.state();
  for (const [index, weight] of model.getWeights().entries()) {
    tensors.set(`weight/${index}`, await stored(weight));
  }
  for (const [index, values] of velocities.entries()) {
    const shape = model.trainableWeights[index].shape as number[];
    tensors.set(`velocity/${index}`, { values, shape });
  }
  for (const [index, values] of averages.entries()) {
    tensors.set(`average/${index}`, { values, shape: model.weights[index].shape as number[] });
  }
  const metadata = { progress: JSON.stringify(progress), settings, updates: String(updates) };
  await writeAtomic(join(folder, fileName), encodeSafetensors({ tensors, metadata }));
}

/** Brings a trainer to where {@link saveCheckpoint} left it.
 *
 * @returns where the run stands
 * @throws {Error} if there is no checkpoint, or its settings are not these
 */
export async function loadCheckpoint(
  folder: string,
  trainer: Trainer,
  settings: string,
): Promise<RunProgress> {
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
  tf.tidy(() => trainer.model.setWeights(named("weight").map(tensorOf)));
  await trainer.restore({
    velocities: named("velocity").map(({ values }) => values),
    averages: named("average").map(({ values }) => values),
    updates: Number(metadata.updates),
  });
  return JSON.parse(metadata.progress);
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
