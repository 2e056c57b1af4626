import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import { terminalProgress, type Update } from "@lib/commands/cli/progress.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { scaleToUnit } from "@lib/preprocess/dataset/scale_to_unit.ts";
import { scheduledRate } from "@lib/train/schedule.ts";
import { bytesPerView } from "./candidate_view.ts";
import type { CutSetup } from "./cut_worker.ts";
import { trainingLimits as limits } from "./limits.ts";

/** Trains the cutter on candidates that a worker draws meanwhile; it sees none twice. The same seed gives the same
 * weights on the same machine.
 *
 * @param model from `cutterNetwork`; trained in place
 * @param dataset whose digits are written
 * @param options.chunks how many chunks of candidates it learns
 * @param options.chunk candidates of a chunk, a multiple of the batch
 * @returns the mean loss of each chunk, in nats
 * @throws {RangeError} if no plan can be made of the model: on another backend than wasm
 */
export async function trainCutter(
  model: LayersModel,
  dataset: Dataset,
  { seed, chunks, chunk = limits.chunk }: {
    readonly seed: number;
    readonly chunks: number;
    readonly chunk?: number;
  },
): Promise<number[]> {
  const { batch, learningRate: peak, warmUp, momentum, weightDecay } = limits;
  const plan = compilePlan(model, batch);
  if (plan === undefined) {
    throw new RangeError('Cannot train the cutter: found no plan, wanted initBackend("wasm")');
  }
  const steps = Math.floor(chunk / batch);
  const losses: number[] = [];
  const start = performance.now();
  const work = async (update: Update): Promise<void> => {
    for await (const { images, labels } of drawnChunks({ dataset, seed, chunk }, chunks)) {
      let sum = 0;
      for (let step = 0; step < steps; step++) {
        const [first, end] = [step * batch, (step + 1) * batch];
        const pixels = scaleToUnit(images.subarray(first * bytesPerView, end * bytesPerView));
        sum += plan.gradients(pixels, labels.subarray(first, end));
        const at = losses.length * steps + step;
        const learningRate = scheduledRate(
          { kind: "one-cycle", warmUp },
          peak,
          at,
          chunks * steps,
        );
        plan.sgdStep({ learningRate, momentum, nesterov: true, weightDecay });
      }
      losses.push(sum / (steps * batch));
      const left = (performance.now() - start) / 1000 * (chunks / losses.length - 1);
      const news = `loss ${losses.at(-1)!.toFixed(3)} · ${Math.ceil(left)} s left`;
      update(losses.length / chunks, news);
    }
  };
  await terminalProgress().run("train the cutter", work);
  plan.copyTo(model);
  return losses;
}

/** So many chunks, the next being drawn while one is learned. */
async function* drawnChunks(setup: CutSetup, count: number): AsyncGenerator<Dataset> {
  const worker = new Worker(new URL("./cut_worker.ts", import.meta.url), { type: "module" });
  const ask = (): Promise<Dataset> => {
    const { promise, resolve, reject } = Promise.withResolvers<Dataset>();
    worker.onmessage = ({ data }: MessageEvent<Dataset>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`Cannot draw candidates: the worker failed: ${event.message}`));
    };
    worker.postMessage("next");
    return promise;
  };
  try {
    worker.postMessage(setup);
    let next = ask();
    for (let i = 0; i < count; i++) {
      const chunk = await next;
      if (i < count - 1) next = ask();
      yield chunk;
    }
  } finally {
    worker.terminate();
  }
}
