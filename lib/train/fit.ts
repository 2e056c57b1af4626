/** Training by stochastic gradient descent, or by Adam.
 *
 * @module
 */

import { checkWritable } from "../base/check_writable.ts";
import { saveModel } from "../model/save_model.ts";
import { newEpoch } from "../preprocess/dataset/epoch.ts";
import { loadCheckpoint, type RunProgress, saveCheckpoint } from "./checkpoint.ts";
import { Clock } from "./clock.ts";
import { DivergedError } from "./diverged_error.ts";
import { checkFitOptions, type FitOptions, settingsOf } from "./fit_options.ts";
import type { TrainingData } from "./training_data.ts";
import { scheduledRate } from "./schedule.ts";
import type { EpochMetrics, Metrics, StepMetrics } from "./metrics.ts";
import { startEngine } from "./start_engine.ts";
import { asEvaluated, useAverage } from "./steps/averaged_weights.ts";
import type { StepEngine } from "./steps/step_engine.ts";
import { workerCount } from "./workers/worker_count.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What to do where checkpoints cannot be written: better said now than after an epoch. */
const advice = "copy the project to where it can be written to, or train without a folder";

/** Trains a model by SGD, or by Adam where the options say so, and tells after every step and every epoch how it goes.
 *
 * The same seed and number of workers give the same weights on the same machine, also when the run is
 * interrupted and resumed; another number of workers gives the same up to rounding. The validation
 * set only decides which epoch's model is kept in the folder; the model in memory ends with the last
 * epoch's weights.
 *
 * @param model from `buildNetwork`; trained in place
 * @param data `train` is learned, `validation` scored after each epoch
 * @throws {RangeError} if there is nothing to train on, or a number makes no sense
 * @throws {DivergedError} if the loss is not a finite number any more
 * @throws {Error} if the folder cannot be written to, before anything is learned
 * @throws {Error} if a worker fails; the last checkpoint stays as it was
 * @throws the signal's reason once it is aborted, after a checkpoint
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { fit } from "@lib/train/fit.ts";
 * import { prepareRun } from "@lib/train/prepare_run.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const profile = profileNamed("smoke"); // 2,000 images, about a second
 * const run = prepareRun(profile, (await loadMnist()).train);
 * let accuracy = 0;
 * for await (const metrics of fit(run.model, run, { ...profile, rng: run.rng })) {
 *   if (metrics.kind === "epoch") accuracy = metrics.validationAccuracy;
 * }
 * ok(accuracy > 0.9, `${accuracy}`);
 * ```
 */
export async function* fit(
  model: LayersModel,
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
    await useAverage(model, run.engine);
  } finally {
    await run.engine.dispose();
  }
}

class Run {
  readonly engine: StepEngine;
  progress: RunProgress = { epoch: 0, stepInEpoch: 0, lossSum: 0, images: 0, bestAccuracy: -1 };
  readonly #model: LayersModel;
  readonly #images: number;
  readonly #options: FitOptions;
  readonly #settings: string;
  readonly #stepsPerEpoch: number;
  readonly #clock = new Clock();
  #stepsBefore = 0;

  constructor(model: LayersModel, data: TrainingData, options: FitOptions) {
    const images = data.train.size;
    const { workers = workerCount(options.batchSize, images * options.epochs) } = options;
    this.engine = startEngine(model, data, { ...options, workers });
    this.#model = model;
    this.#images = images;
    this.#options = options;
    this.#settings = settingsOf(images, options);
    this.#stepsPerEpoch = Math.ceil(images / options.batchSize);
  }

  async start(): Promise<void> {
    const { resume, folder } = this.#options;
    if (folder !== undefined) await checkWritable(folder, advice);
    if (!resume) return;
    const { progress, optimiser } = await loadCheckpoint(folder!, this.#model, this.#settings);
    await this.engine.restore(optimiser);
    this.progress = progress;
    this.#stepsBefore = this.#step;
  }

  /** The rest of the epoch at hand. */
  async *steps(): AsyncGenerator<StepMetrics, void> {
    const { rng, signal } = this.#options;
    const epoch = newEpoch(this.#images, rng.fork(this.progress.epoch + 1));
    const learningRates = this.#learningRates();
    while (this.progress.stepInEpoch < this.#stepsPerEpoch) {
      const firstStep = this.progress.stepInEpoch;
      let isStopped = false;
      for await (const loss of this.engine.take({ epoch, firstStep, learningRates })) {
        const rate = learningRates[this.progress.stepInEpoch];
        this.#count(loss, rate);
        yield this.#stepMetrics(loss, rate);
        await this.#clock.breathe();
        if (!signal?.aborted && !this.#clock.isSaveDue()) continue;
        this.engine.stop();
        isStopped = true;
      }
      if (isStopped) await this.#save();
      signal?.throwIfAborted();
    }
  }

  async endEpoch(): Promise<EpochMetrics> {
    const { lossSum, images, bestAccuracy } = this.progress;
    const { folder, epochs } = this.#options;
    const { loss: validationLoss, accuracy } = await this.engine.validate();
    const isBest = accuracy > bestAccuracy;
    if (isBest && folder !== undefined) {
      await asEvaluated(this.#model, this.engine, () => saveModel(this.#model, folder));
    }
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

  /** Of every step of the epoch at hand. */
  #learningRates(): Float64Array {
    const { schedule, learningRate: peak } = this.#options;
    const before = this.progress.epoch * this.#stepsPerEpoch;
    return Float64Array.from(
      { length: this.#stepsPerEpoch },
      (_, step) => scheduledRate(schedule, peak, before + step, this.#steps),
    );
  }

  #count(loss: number, rate: number): void {
    if (!Number.isFinite(loss)) throw new DivergedError(this.#step + 1, rate);
    const { batchSize } = this.#options;
    const size = Math.min(batchSize, this.#images - this.progress.stepInEpoch * batchSize);
    this.progress.stepInEpoch++;
    this.progress.lossSum += loss * size;
    this.progress.images += size;
  }

  #stepMetrics(loss: number, rate: number): StepMetrics {
    const [step, steps] = [this.#step, this.#steps];
    const secondsLeft = this.#clock.secondsLeft(step - this.#stepsBefore, steps - step);
    const { epochs } = this.#options;
    const epoch = this.progress.epoch + 1;
    return { kind: "step", epoch, epochs, step, steps, loss, learningRate: rate, secondsLeft };
  }

  async #save(): Promise<void> {
    const { folder } = this.#options;
    if (folder === undefined) return;
    this.engine.updateModel();
    await saveCheckpoint(folder, this.#model, {
      optimiser: await this.engine.state(),
      progress: this.progress,
      settings: this.#settings,
    });
  }
}
