// Trains with workers three times: to the end, until the caller has enough, until a worker fails.
// The process ends by itself if no worker is left.
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { printResult } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { fit } from "@lib/train/fit.ts";
import type { Metrics } from "@lib/train/metrics.ts";
import { tinyData } from "../support/tiny_data.ts";

await initBackend("wasm");
const images = tinyData(64, rngFromSeed(1));

function run(train: Dataset): AsyncGenerator<Metrics, void> {
  const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
  const options = { ...profileNamed("smoke"), rng: rngFromSeed(3), workers: 2 };
  return fit(model, { train, validation: images }, options);
}

const ends: string[] = [];
await Array.fromAsync(run(images));
ends.push("ended");
for await (const { step } of run(images)) if (step === 1) break;
ends.push("left");
await Array.fromAsync(run({ ...images, labels: new Uint8Array(64).fill(99) }))
  .catch(() => ends.push("failed"));
printResult(ends.join(", "));
