import { instantiateSimd, packedMatrixBytes } from "@lib/backend/simd/module.ts";
import { peakLoop } from "@lib/backend/simd/peak_loop.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { percent } from "@lib/base/format.ts";
import { median } from "@lib/base/statistics.ts";
import { type Measured, writeResults } from "./write_results.ts";

interface Row {
  /** Rows of the left factor, columns of the right one, and what is summed over. */
  readonly sizes: readonly [M: number, N: number, K: number];
  /** Share of the peak to reach. */
  readonly target?: number;
}

const rows: readonly Row[] = [
  { sizes: [256, 256, 256], target: 0.9 },
  { sizes: [128, 128, 1600] },
  { sizes: [1600, 128, 128] },
  { sizes: [128, 10, 1600] },
];

/** Calls that warm up the engine: it recompiles what runs often. */
const warmUps = 100;
const callsPerRound = 20;

/** Speed of the matrix product on one core, packing included, as a share of what multiply-adds alone
 * reach, in turn. Of each round the fastest call counts: whatever else runs on the machine can
 * only slow a call down, and does so more where a call needs the caches.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/gemm.json`
 */
export async function benchGemm(rounds: number): Promise<Measured> {
  const peak = peakLoop();
  const tasks = [peak, ...rows.map(({ sizes }) => product(...sizes))];
  for (const { run } of tasks) for (let i = 0; i < warmUps; i++) run();
  await new Promise((resolve) => setTimeout(resolve, 200)); // for the engine to swap the code
  const speeds = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    const fastest = tasks.map(() => Infinity);
    for (let call = 0; call < callsPerRound; call++) {
      for (const [i, { run }] of tasks.entries()) {
        const start = performance.now();
        run();
        fastest[i] = Math.min(fastest[i], performance.now() - start);
      }
    }
    tasks.forEach(({ operations }, i) => speeds[i].push(operations / fastest[i] / 1e6));
  }
  const [peakSpeed, ...ours] = speeds.map((values) => Number(median(values).toFixed(1)));
  const results = rows.map(({ sizes, target }, i) => ({
    ...{ sizes, gigaflops: ours[i], target: target ?? null },
    shareOfPeak: Number((ours[i] / peakSpeed).toFixed(3)),
  }));
  const table = [
    `| matrix product (M × N × K) | GFLOP/s | of the peak, ${peakSpeed} | target |`,
    "| --- | --: | --: | --: |",
    ...results.map(({ sizes, gigaflops, shareOfPeak, target }) =>
      `| ${sizes.join(" × ")} | ${gigaflops} | ${percent(shareOfPeak, 0)} | ${
        target === null ? "–" : `≥ ${percent(target, 0)}`
      } |`
    ),
  ].join("\n");
  return {
    table,
    results: await writeResults("gemm", { threads: 1, rounds, peak: peakSpeed, rows: results }),
  };
}

function product(M: number, N: number, K: number): { run: () => void; operations: number } {
  const sizes = [4 * M * K, 4 * K * N, packedMatrixBytes(K, N), 4 * M * N];
  const [a, b, packed, c] = sizes.map((_, i) =>
    sizes.slice(0, i).reduce((sum, bytes) => sum + bytes + 64, 64)
  );
  const bytes = c + 4 * M * N + 64;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const floats = new Float32Array(memory.buffer);
  const rng = rngFromSeed(1);
  for (let i = 0; i < packed / 4; i++) floats[i] = rng.between(-1, 1);
  const kernels = instantiateSimd(memory);
  return {
    run: () => {
      kernels.packMatrix(b, packed, K, N, 0);
      kernels.gemm(a, K, packed, c, N, M, N, K, 0);
    },
    operations: 2 * M * N * K,
  };
}
