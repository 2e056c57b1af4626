import { cpus } from "node:os";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { numberOf, readArguments } from "@lib/commands/arguments.ts";
import { printNote, printResult } from "@lib/commands/print.ts";
import { runCommand } from "@lib/commands/run_command.ts";
import { buildBenchNetwork, type NetworkName } from "./networks.ts";
import { measurePeer } from "./peer.ts";
import { resultsTable } from "./results_table.ts";

interface Row {
  readonly network: NetworkName;
  readonly batch: number;
  /** Images a second to reach. */
  readonly target?: number;
}

const rows: readonly Row[] = [
  { network: "keras", batch: 128, target: 300 },
  { network: "small", batch: 64 },
  { network: "narrow", batch: 32 },
];
const stepsPerRound = 15;

const command = {
  name: "bench",
  summary:
    "Measures how many images a second plain tfjs models train on, on one thread, beside PyTorch.",
  options: {
    rounds: { type: "string", value: "N", help: "Rounds, ours and the peer in turn (5)." },
    json: { type: "boolean", help: "Prints one line of JSON instead of a table." },
  },
} as const;

async function benchCommand(line: readonly string[]): Promise<number> {
  const read = readArguments(command, line);
  if (typeof read === "string") return printResult(read), 0;
  const rounds = numberOf("rounds", read.values.rounds, { least: 1, integer: true }) ?? 5;
  const backend = await initBackend("wasm");
  const steps = rows.map((row) => trainingStep(row, rngFromSeed(1)));
  const ours: number[][] = rows.map(() => []);
  const theirs: number[][] = rows.map(() => []);
  let peer: string | null = null;
  for (let round = 1; round <= rounds; round++) {
    printNote(`Round ${round} of ${rounds}`);
    for (const [i, { network, batch }] of rows.entries()) {
      ours[i].push(1000 * batch / medianTime(steps[i]));
      const result = await measurePeer(network, batch);
      if (result === undefined) continue;
      peer = result.peer;
      theirs[i].push(result.trainImagesPerSecond);
    }
  }
  if (peer === null) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  const results = {
    machine: { processor: cpus()[0].model.trim(), cores: navigator.hardwareConcurrency },
    versions: { deno: Deno.version.deno, tfjs: tf.version_core, peer },
    ...{ backend, threads: 1, rounds, measured: new Date().toISOString().slice(0, 10) },
    rows: rows.map(({ network, batch, target }, i) => ({
      ...{ network, batch, target: target ?? null },
      imagesPerSecond: Math.round(median(ours[i])),
      peerImagesPerSecond: peer === null ? null : Math.round(median(theirs[i])),
    })),
  };
  const path = projectPath("bench", "results", "training.json");
  await writeAtomic(path, `${JSON.stringify(results, null, 2)}\n`);
  printResult(read.values.json ? JSON.stringify(results) : resultsTable(results.rows, peer));
  return 0;
}

/** One step of SGD with momentum on one random batch: forward, backward, update. */
function trainingStep({ network, batch }: Row, rng: Rng): () => void {
  const model = buildBenchNetwork(network);
  const shape = [batch, ...model.inputs[0].shape.slice(1) as number[]];
  const size = tf.util.sizeFromShape(shape);
  const images = tf.tensor(Float32Array.from({ length: size }, () => rng.uniform()), shape);
  const digits = Int32Array.from({ length: batch }, () => rng.integer(10));
  const labels = tf.tidy(() => tf.oneHot(tf.tensor1d(digits, "int32"), 10).toFloat());
  const optimizer = tf.train.momentum(0.01, 0.9);
  return () => {
    optimizer.minimize(() => {
      const logits = model.apply(images, { training: true }) as tf.Tensor;
      return tf.losses.softmaxCrossEntropy(labels, logits);
    });
  };
}

/** Milliseconds of one step, after two that warm up. */
function medianTime(step: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < 2 + stepsPerRound; i++) {
    const start = performance.now();
    step();
    if (i >= 2) times.push(performance.now() - start);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

if (import.meta.main) await runCommand("bench", () => benchCommand(Deno.args));
