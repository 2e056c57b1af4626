import type * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { type Profile, profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { newEpoch } from "@lib/preprocess/dataset/epoch.ts";
import { startEngine } from "@lib/train/start_engine.ts";
import type { StepEngine } from "@lib/train/steps/step_engine.ts";
import { median } from "@lib/base/statistics.ts";
import { buildBenchNetwork, type NetworkName } from "./networks.ts";
import { measurePeer } from "./peer.ts";
import { PeerSpeeds } from "./peer_speeds.ts";
import { randomImages } from "./random_images.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** What is trained: a network of the benchmarks, or that of a profile. */
interface Task {
  readonly name: string;
  readonly profile: Profile;
  readonly build: () => tf.LayersModel;
  /** What the peer trains: the same. */
  readonly peer: NetworkName | null;
}

interface Row {
  readonly network: string;
  readonly batch: number;
  readonly imagesPerSecond: readonly [one: number, two: number];
  readonly speedUp: number;
  readonly peerImagesPerSecond: number | null;
  /** In which of its settings the peer is fastest, which is what counts. */
  readonly peerSetting: string | null;
}

const workers = [1, 2] as const;
const target = { speedUp: 1.85, overPeer: 2 };
const imagesPerRound = 5_120;
const still = { shift: 0, rotation: 0, scale: 0, shear: 0, group: 1 };
const [quick, best] = [profileNamed("quick"), profileNamed("best")];

const tasks: readonly Task[] = [
  {
    name: "keras",
    profile: { ...quick, batchSize: 128, augmentation: still },
    build: () => buildBenchNetwork("keras"),
    peer: "keras",
  },
  { name: "quick profile", profile: quick, build: () => networkOf(quick), peer: "narrow" },
  { name: "best profile", profile: best, build: () => networkOf(best), peer: null },
];

/** Images a second that one and two workers train, the preparing of the images included, and PyTorch
 * on two threads, which gets a prepared batch; in turn, round by round.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/workers.json`
 */
export async function benchWorkers(rounds: number): Promise<Measured> {
  const backend = await initBackend("wasm");
  let peer: string | null = null;
  const rows: Row[] = [];
  for (const task of tasks) {
    const ours: number[][] = [[], []];
    const theirs = new PeerSpeeds();
    const engines = workers.map((count) => engineOf(task, count));
    for (const engine of engines) await imagesPerSecond(engine, task.profile.batchSize);
    for (let round = 1; round <= rounds; round++) {
      printNote(`${task.name}: round ${round} of ${rounds}`);
      for (const [i, engine] of engines.entries()) {
        ours[i].push(await imagesPerSecond(engine, task.profile.batchSize));
      }
      theirs.add(await peerOf(task));
    }
    for (const engine of engines) await engine.dispose();
    peer ??= theirs.peer;
    const its = theirs.best();
    const [one, two] = ours.map((speeds) => Math.round(median(speeds)));
    rows.push({
      ...{ network: task.name, batch: task.profile.batchSize, imagesPerSecond: [one, two] },
      speedUp: Number((two / one).toFixed(2)),
      peerImagesPerSecond: its && its.imagesPerSecond,
      peerSetting: its && its.setting,
    });
  }
  const results = { backend, workers, peer, peerThreads: 2, rounds, target, rows };
  return { table: tableOf(rows, peer), results: await writeResults("workers", results) };
}

async function peerOf({ peer, profile }: Task): ReturnType<typeof measurePeer> {
  if (peer === null) return undefined;
  const { batchSize: batch } = profile;
  return await measurePeer({ task: "train", network: peer, batch, threads: 2 });
}

function networkOf({ network, width }: Profile): tf.LayersModel {
  return buildNetwork(network, { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1), width });
}

function engineOf({ build, profile }: Task, count: number): StepEngine {
  const train = randomImages(imagesPerRound);
  return startEngine(build(), { train, validation: train }, { ...profile, workers: count });
}

async function imagesPerSecond(engine: StepEngine, batch: number): Promise<number> {
  const steps = {
    epoch: newEpoch(imagesPerRound, rngFromSeed(3)),
    firstStep: 0,
    learningRates: new Float64Array(imagesPerRound / batch).fill(0.001),
  };
  const start = performance.now();
  for await (const _ of engine.take(steps)) continue;
  return 1000 * imagesPerRound / (performance.now() - start);
}

function tableOf(rows: readonly Row[], peer: string | null): string {
  const lines = rows.map(({ network, batch, imagesPerSecond: [one, two], ...row }) => {
    const other = row.peerImagesPerSecond;
    const ratio = other === null ? "–" : (two / other).toFixed(2);
    return `| ${network} | ${batch} | ${one} | ${two} | ${row.speedUp} | ${other ?? "–"} | ${
      row.peerSetting ?? "–"
    } | ${ratio} |`;
  });
  return [
    `| network | batch | 1 worker | 2 workers | ratio | ${
      peer ?? "PyTorch"
    }, 2 threads | its setting | 2 workers over it |`,
    "| --- | --: | --: | --: | --: | --: | --- | --: |",
    ...lines,
  ].join("\n");
}
