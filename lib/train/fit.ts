import type * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../download/dataset.ts";
import { saveModel } from "../model/save_model.ts";
import { shuffledBatches } from "../preprocess/batches.ts";
import { type Progress, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { Clock } from "./clock.ts";
import { DivergedError } from "./diverged_error.ts";
import { checkFitOptions, type FitOptions, settingsOf } from "./fit_options.ts";
import { learningRate } from "./learning_rate.ts";
import type { EpochMetrics, Metrics, StepMetrics } from "./metrics.ts";
import { Trainer } from "./trainer.ts";
import { validate } from "./validate.ts";

/** What is learned, and what each epoch is scored on. */
export interface TrainingData {
  readonly train: Dataset;
  readonly validation: Dataset;
}

/** Trains a model by SGD and tells after every step and every epoch how it goes.
 *
 * The same seed gives the same weights on the same machine, also when the run is interrupted and
 * resumed. The validation set only decides which epoch's model is kept in the folder; the model in
 * memory ends with the last epoch's weights.
 *
 * @param model from `buildNetwork`; trained in place
 * @param data `train` is learned, `validation` scored after each epoch
 * @throws {RangeError} if there is nothing to train on, or a number makes no sense
 * @throws {DivergedError} if the loss is no finite number any more
 * @throws the signal's reason once it is aborted, after a checkpoint
 */
export async function* fit(
  model: tf.LayersModel,
  data: TrainingData,
  options: FitOptions,
): AsyncGenerator<Metrics, void> {
  checkFitOptions(data.train.size, options);
  const run = new Run(model, data, options);
  try {
    await run.start();
    while (run.progress.epoch < options.epochs) {
      yield* run.steps();
      yield await run.endEpoch();
    }
    run.trainer.useAverage();
  } finally {
    run.trainer.dispose();
  }
}

class Run {
  readonly trainer: Trainer;
  progress: Progress = { epoch: 0, stepInEpoch: 0, lossSum: 0, images: 0, bestAccuracy: -1 };
  readonly #data: TrainingData;
  readonly #options: FitOptions;
  readonly #settings: string;
  readonly #stepsPerEpoch: number;
  readonly #clock = new Clock();
  #stepsBefore = 0;

  constructor(model: tf.LayersModel, data: TrainingData, options: FitOptions) {
    this.trainer = new Trainer(model, options);
    this.#data = data;
    this.#options = options;
    this.#settings = settingsOf(data.train.size, options);
    this.#stepsPerEpoch = Math.ceil(data.train.size / options.batchSize);
  }

  async start(): Promise<void> {
    const { resume, folder } = this.#options;
    if (!resume) return;
    this.progress = await readCheckpoint(folder!, this.trainer, this.#settings);
    this.#stepsBefore = this.#step;
  }

  /** The rest of the epoch at hand. A resumed one draws the batches that it has seen once more, so
   * that the random numbers go on where they were. */
  async *steps(): AsyncGenerator<StepMetrics, void> {
    const { batchSize, rng, augmentation, signal } = this.#options;
    const order = rng.fork(this.progress.epoch + 1);
    let index = 0;
    for (const batch of shuffledBatches(this.#data.train, batchSize, order, augmentation)) {
      if (index++ < this.progress.stepInEpoch) continue;
      const rate = this.#learningRate();
      const loss = await this.trainer.step(batch, rate);
      if (!Number.isFinite(loss)) throw new DivergedError(this.#step + 1, rate);
      this.progress.stepInEpoch++;
      this.progress.lossSum += loss * batch.size;
      this.progress.images += batch.size;
      yield this.#stepMetrics(loss, rate);
      await this.#clock.breathe();
      if (signal?.aborted || this.#clock.isSaveDue()) await this.#save();
      signal?.throwIfAborted();
    }
  }

  async endEpoch(): Promise<EpochMetrics> {
    const { lossSum, images, bestAccuracy } = this.progress;
    const { model, logits } = this.trainer;
    const { folder, epochs } = this.#options;
    const { loss: validationLoss, accuracy, isBest } = await this.trainer.asEvaluated(async () => {
      const scores = await validate(logits, this.#data.validation);
      const isBest = scores.accuracy > bestAccuracy;
      if (isBest && folder !== undefined) await saveModel(model, folder);
      return { ...scores, isBest };
    });
    const epoch = this.progress.epoch + 1;
    this.progress = {
      epoch,
      stepInEpoch: 0,
      lossSum: 0,
      images: 0,
      bestAccuracy: Math.max(accuracy, bestAccuracy),
    };
    await this.#save();
    return {
      kind: "epoch",
      ...{ epoch, epochs, step: this.#step, steps: this.#steps, loss: lossSum / images },
      ...{ validationLoss, validationAccuracy: accuracy, isBest, seconds: this.#clock.seconds() },
    };
  }

  get #step(): number {
    return this.progress.epoch * this.#stepsPerEpoch + this.progress.stepInEpoch;
  }

  get #steps(): number {
    return this.#options.epochs * this.#stepsPerEpoch;
  }

  #learningRate(): number {
    const { schedule, learningRate: peak } = this.#options;
    return learningRate(schedule, peak, this.#step, this.#steps);
  }

  #stepMetrics(loss: number, rate: number): StepMetrics {
    const [step, steps] = [this.#step, this.#steps];
    const secondsLeft = this.#clock.seconds() / (step - this.#stepsBefore) * (steps - step);
    const { epochs } = this.#options;
    const epoch = this.progress.epoch + 1;
    return { kind: "step", epoch, epochs, step, steps, loss, learningRate: rate, secondsLeft };
  }

  async #save(): Promise<void> {
    const { folder } = this.#options;
    if (folder === undefined) return;
    await writeCheckpoint(folder, this.trainer, {
      progress: this.progress,
      settings: this.#settings,
    });
  }
}
