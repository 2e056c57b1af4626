import { allocate } from "../../backend/plan/allocate.ts";
import { Plan } from "../../backend/plan/plan.ts";
import { FlatState } from "../steps/flat_state.ts";
import { PlanLearner } from "../steps/plan_learner.ts";
import { scoreByPlan } from "../steps/score_by_plan.ts";
import { SharedExchange } from "./shared_exchange.ts";
import {
  controlSlots,
  type WorkerReply,
  type WorkerRequest,
  type WorkerSetup,
} from "./shared_run.ts";

/** One of several workers that train one model: it learns its share of every batch, on weights of its
 * own that are the same everywhere. Started as a module worker by `WorkerEngine`, it does what it is
 * asked and says when it is done; while it learns, it talks to the others alone. */
class TrainingWorker {
  readonly #setup: WorkerSetup;
  readonly #learner: PlanLearner;
  readonly #state: FlatState;

  constructor(setup: WorkerSetup) {
    const { index, count, batchSize, blueprint, options, shared } = setup;
    const exchange = new SharedExchange(shared, index);
    const parts = allocate(blueprint, Math.ceil(batchSize / count), { exchange });
    if (parts === undefined) {
      throw new RangeError(`a batch of ${batchSize} needs more than a gigabyte for each worker`);
    }
    const plan = new Plan(parts);
    this.#setup = setup;
    this.#learner = new PlanLearner(plan, shared.train, options);
    this.#state = new FlatState([plan.weights.length, plan.running.length], shared.state);
    this.load();
  }

  load(): void {
    this.#learner.load(this.#state);
  }

  /** All workers leave the loop at the same step: only the first looks whether to stop, and lowers
   * the end before the last barrier of a step, behind which the others look where the end is. */
  train(firstStep: number, seed: number): void {
    const { index, count, batchSize, shared } = this.#setup;
    const { control, order, learningRates, losses } = shared;
    const epoch = { order, seed };
    for (let step = firstStep; step < Atomics.load(control, controlSlots.end); step++) {
      if (index === 0 && Atomics.load(control, controlSlots.stop) === 1) {
        Atomics.store(control, controlSlots.end, step + 1);
      }
      const first = step * batchSize;
      const total = Math.min(batchSize, order.length - first);
      const [start, end] = shareOf(total, index, count);
      const share = { first: first + start, size: end - start, total };
      losses[step * count + index] = this.#learner.step(epoch, share, learningRates[step]);
      // The others are out of the steps before this one, but may still be in this one.
      if (index === 0) Atomics.store(control, controlSlots.done, step);
    }
    if (index === 0) this.#learner.save(this.#state);
  }

  score(): void {
    const { index, count, shared: { validation, scores } } = this.#setup;
    const [start, end] = shareOf(validation.size, index, count);
    const part = { first: start, size: end - start };
    const { loss, right } = this.#learner.asEvaluated((plan) =>
      scoreByPlan(plan, validation, part)
    );
    scores.set([loss, right], 2 * index);
  }
}

/** Where a worker's share of some images begins and ends. */
function shareOf(total: number, index: number, count: number): readonly [number, number] {
  return [Math.floor(total * index / count), Math.floor(total * (index + 1) / count)];
}

let worker: TrainingWorker | undefined;

function answer(request: WorkerRequest): WorkerReply {
  try {
    if (request.kind === "start") worker = new TrainingWorker(request.setup);
    else if (request.kind === "load") worker!.load();
    else if (request.kind === "train") worker!.train(request.firstStep, request.seed);
    else worker!.score();
    return { kind: "done" };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

const scope = self as unknown as Pick<Worker, "postMessage" | "addEventListener">;
scope.addEventListener("message", (event) => {
  scope.postMessage(answer((event as MessageEvent<WorkerRequest>).data));
});
