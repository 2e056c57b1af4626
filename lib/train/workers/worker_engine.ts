import type { Blueprint } from "../../backend/lowering/blueprint.ts";
import { FlatWeights } from "../../backend/plan/flat_weights.ts";
import type { Dataset } from "../../download/dataset.ts";
import { ModelState } from "../steps/model_state.ts";
import type { LearnerOptions } from "../steps/learner_options.ts";
import { controlSlots, type SharedRun } from "./shared_run.ts";
import type { EpochSteps, OptimiserState, StepEngine } from "../steps/step_engine.ts";
import type { Validation } from "../steps/validate.ts";
import { WorkerPool } from "./worker_pool.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** How workers train. */
export interface WorkerOptions extends LearnerOptions {
  readonly batchSize: number;
  /** How many workers there are. */
  readonly workers: number;
}

/** How often the main thread looks how far the workers are, in milliseconds. */
const lookInterval = 25;

/** Training steps by several workers, each with its share of every batch (data parallelism).
 *
 *     main thread            worker 1                    worker 2
 *     order, rates   ───→    gradients of its share      gradients of its share
 *                            └────────── sum, through shared memory ──────────┘
 *     losses         ←───    the same update             the same update
 *
 * While an epoch runs, the workers need nothing of the main thread, which is free for other things.
 */
export class WorkerEngine implements StepEngine {
  readonly #pool: WorkerPool;
  readonly #shared: SharedRun;
  readonly #state: ModelState;
  readonly #batchSize: number;
  readonly #count: number;
  readonly #ready: Promise<void>;
  #isModelStale = false;

  /** @param blueprint of the model
   * @param data what is learned, and what is scored */
  constructor(model: LayersModel, blueprint: Blueprint, { train, validation, options }: {
    readonly train: Dataset;
    readonly validation: Dataset;
    readonly options: WorkerOptions;
  }) {
    const { workers: count, batchSize } = options;
    const [trained, averaged] = [blueprint.trained, blueprint.averaged]
      .map((weights) => new FlatWeights(weights));
    this.#state = new ModelState(model, { trained, averaged }, SharedArrayBuffer);
    this.#batchSize = batchSize;
    this.#count = count;
    const steps = Math.ceil(train.size / batchSize);
    const shared: SharedRun = {
      control: new Int32Array(new SharedArrayBuffer(4 * controlSlots.length)),
      slots: [0, 1].map(() =>
        Array.from(
          { length: count },
          () => new Float32Array(new SharedArrayBuffer(4 * trained.length)),
        )
      ),
      state: this.#state.flat.buffer as SharedArrayBuffer,
      order: new Uint32Array(new SharedArrayBuffer(4 * train.size)),
      learningRates: new Float64Array(new SharedArrayBuffer(8 * steps)),
      losses: new Float64Array(new SharedArrayBuffer(8 * steps * count)),
      scores: new Float64Array(new SharedArrayBuffer(8 * 2 * count)),
      train: shareDataset(train),
      validation: shareDataset(validation),
    };
    this.#shared = shared;
    this.#pool = new WorkerPool(count);
    const { augmentation, labelSmoothing, momentum, nesterov, weightDecay } = options;
    const { averageDecay, optimiser } = options;
    const forLearners = {
      ...{ augmentation, labelSmoothing, momentum, nesterov, weightDecay },
      ...(averageDecay !== undefined && { averageDecay }),
      ...(optimiser !== undefined && { optimiser }),
    };
    this.#ready = this.#pool.ask((index) => ({
      kind: "start",
      setup: { index, count, batchSize, blueprint, options: forLearners, shared },
    }));
    this.#ready.catch(() => {}); // the first steps will hear of it
  }

  async *take({ epoch, firstStep, learningRates }: EpochSteps): AsyncGenerator<number, void> {
    await this.#ready;
    const { control, order } = this.#shared;
    order.set(epoch.order);
    this.#shared.learningRates.set(learningRates);
    Atomics.store(control, controlSlots.stop, 0);
    Atomics.store(control, controlSlots.done, firstStep);
    Atomics.store(control, controlSlots.end, learningRates.length);
    this.#isModelStale = true;
    const all = this.#pool.ask({ kind: "train", firstStep, seed: epoch.seed });
    all.catch(() => {}); // awaited below, maybe after the caller has had some losses
    try {
      for (let [step, isOver] = [firstStep, false]; !isOver;) {
        isOver = await isOverWithin(lookInterval, all);
        const done = Atomics.load(control, isOver ? controlSlots.end : controlSlots.done);
        for (; step < done; step++) yield this.#loss(step, epoch.order.length);
      }
    } finally {
      this.stop();
      await all;
    }
  }

  stop(): void {
    Atomics.store(this.#shared.control, controlSlots.stop, 1);
  }

  async validate(): Promise<Validation> {
    const { size } = this.#shared.validation;
    if (size === 0) throw new RangeError("Cannot validate on 0 images: wanted at least 1");
    await this.#ready;
    await this.#pool.ask({ kind: "score" });
    const { scores } = this.#shared;
    let [loss, right] = [0, 0];
    for (let i = 0; i < scores.length; i += 2) {
      loss += scores[i];
      right += scores[i + 1];
    }
    return { loss: loss / size, accuracy: right / size };
  }

  updateModel(): void {
    if (this.#isModelStale) this.#state.giveToModel();
    this.#isModelStale = false;
  }

  state(): Promise<OptimiserState> {
    return Promise.resolve(this.#state.optimiser());
  }

  async restore(state: OptimiserState): Promise<void> {
    this.#state.restore(state);
    this.#isModelStale = false;
    await this.#ready;
    await this.#pool.ask({ kind: "load" });
  }

  async dispose(): Promise<void> {
    await this.#ready.catch(() => {}); // a worker that is ended while it starts may not end
    this.updateModel();
    this.#pool.end();
  }

  #loss(step: number, images: number): number {
    const size = Math.min(this.#batchSize, images - step * this.#batchSize);
    let sum = 0;
    for (let i = 0; i < this.#count; i++) sum += this.#shared.losses[step * this.#count + i];
    return sum / size;
  }
}

/** The same data set in memory that workers see, too: as it is where it lies there, else copied. */
function shareDataset({ images, labels, size }: Dataset): Dataset {
  return { images: shared(images), labels: shared(labels), size };
}

function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** Waits for some work, but not longer than so many milliseconds; tells whether it is done. */
async function isOverWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const { promise: time, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  return await Promise.race([work.then(() => true), time]).finally(() => clearTimeout(timer));
}
