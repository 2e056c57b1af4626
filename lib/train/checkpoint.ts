import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { writeAtomic } from "../base/write_atomic.ts";
import { readSafetensors, type StoredTensor, writeSafetensors } from "./safetensors.ts";
import type { Trainer } from "./trainer.ts";

/** Where a run stands. */
export interface Progress {
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
export async function writeCheckpoint(
  folder: string,
  trainer: Trainer,
  { progress, settings }: { progress: Progress; settings: string },
): Promise<void> {
  const tensors = new Map<string, StoredTensor>();
  trainer.updateModel();
  const { model } = trainer;
  for (const [index, weight] of model.getWeights().entries()) {
    tensors.set(`weight/${index}`, await stored(weight));
  }
  for (const [index, values] of trainer.velocities().entries()) {
    const shape = model.trainableWeights[index].shape as number[];
    tensors.set(`velocity/${index}`, { values, shape });
  }
  const { averages, updates } = trainer.average?.state() ?? { averages: [], updates: 0 };
  for (const [index, value] of averages.entries()) {
    tensors.set(`average/${index}`, await stored(value));
  }
  const metadata = { progress: JSON.stringify(progress), settings, updates: String(updates) };
  await writeAtomic(join(folder, fileName), writeSafetensors({ tensors, metadata }));
}

/** Brings a trainer to where {@link writeCheckpoint} left it.
 *
 * @returns where the run stands
 * @throws {Error} if there is no checkpoint, or its settings are not these
 */
export async function readCheckpoint(
  folder: string,
  trainer: Trainer,
  settings: string,
): Promise<Progress> {
  const path = join(folder, fileName);
  const { tensors, metadata } = readSafetensors(await read(path), path);
  if (metadata.settings !== settings) {
    throw new Error(
      `Cannot resume from ${path}: it was trained with ${metadata.settings}, wanted ${settings}. ` +
        "Give the same settings, or start anew without resuming",
    );
  }
  const named = (kind: string): StoredTensor[] =>
    [...tensors].filter(([name]) => name.startsWith(`${kind}/`)).map(([, tensor]) => tensor);
  tf.tidy(() => trainer.model.setWeights(named("weight").map(tensorOf)));
  trainer.restore(named("velocity").map(({ values }) => values));
  trainer.average?.restore(named("average").map(tensorOf), Number(metadata.updates));
  return JSON.parse(metadata.progress);
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
