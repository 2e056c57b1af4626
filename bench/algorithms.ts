import {
  instantiateSimd,
  packedFilterBytes,
  winogradFilterBytes,
  winogradGroup,
  winogradScratchBytes,
} from "@lib/backend/simd/module.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { median } from "@lib/base/statistics.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Channels in and out, and pixels along each side of the output. */
const settings = [4, 8, 16, 32].flatMap((channels) =>
  [8, 12, 24].map((side) => ({ channels, side }))
);

/** Images of a batch. */
const images = 32;

/** Calls that warm up the engine, and calls that are timed in a round. */
const [warmUps, callsPerRound] = [60, 12];

type Pass = "forward" | "filter gradient" | "input gradient";

const passes: readonly Pass[] = ["forward", "filter gradient", "input gradient"];

/** Winograd's convolution beside the direct one, on one core: the time of a 3 × 3 convolution pass with
 * all that it needs, the packing or transforming of the filter included, in turn. Of each round the
 * fastest call of either counts. `lib/backend/lowering/convolution_algorithm.ts` decides by it.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/algorithms.json`
 */
export async function benchAlgorithms(rounds: number): Promise<Measured> {
  const rows = [];
  for (const { channels, side } of settings) {
    const run = convolution(channels, side);
    const ratios = {} as Record<Pass, number>;
    for (const pass of passes) {
      for (let i = 0; i < warmUps; i++) [false, true].forEach((winograd) => run(pass, winograd));
      await new Promise((resolve) => setTimeout(resolve, 50)); // for the engine to swap the code
      const measured = Array.from({ length: rounds }, () => {
        const fastest = [Infinity, Infinity];
        for (let call = 0; call < callsPerRound; call++) {
          [false, true].forEach((winograd, i) => {
            const start = performance.now();
            run(pass, winograd);
            fastest[i] = Math.min(fastest[i], performance.now() - start);
          });
        }
        return fastest[1] / fastest[0];
      });
      ratios[pass] = Number(median(measured).toFixed(2));
    }
    rows.push({ channels, side, ratios });
  }
  const table = markdownTable([
    ["channels", "output", ...passes],
    ...rows.map(({ channels, side, ratios }) => [
      ...[String(channels), `${side} × ${side}`],
      ...passes.map((pass) => ratios[pass].toFixed(2)),
    ]),
  ]);
  return { table, results: await writeResults("algorithms", { threads: 1, rounds, images, rows }) };
}

function convolution(channels: number, side: number): (pass: Pass, winograd: boolean) => void {
  const [C, O, h, w] = [channels, channels, side + 2, side + 2];
  const group = winogradGroup(side, side);
  const sizes = {
    x: 4 * images * h * w * C,
    y: 4 * images * side * side * O,
    filter: 4 * 9 * C * O,
    packed: packedFilterBytes(3, 3, C, O),
    U: winogradFilterBytes(C, O),
    UT: winogradFilterBytes(C, O),
    dw: 4 * 9 * C * O,
    dx: 4 * images * h * w * C,
    scratch: winogradScratchBytes(side, side, C, O, group),
  };
  let end = 64;
  const at = Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => {
      const address = end;
      end += Math.ceil((bytes + 64) / 64) * 64;
      return [name, address];
    }),
  ) as Record<keyof typeof sizes, number>;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65536) });
  const rng = rngFromSeed(1);
  new Float32Array(memory.buffer).forEach((_, i, floats) => floats[i] = rng.between(-1, 1));
  const kernels = instantiateSimd(memory);
  const shape = [images, h, w, C, O] as const;
  const direct: Record<Pass, () => void> = {
    forward: () => {
      kernels.packFilter(at.filter, at.packed, 9 * C, O);
      kernels.convForward(at.x, at.packed, 0, at.y, ...shape, 3, 3, 0);
    },
    "filter gradient": () => kernels.convFilterGradient(at.x, at.y, at.dw, ...shape, 3, 3),
    "input gradient": () => {
      kernels.packFilterTransposed(at.filter, at.packed, 9, C, O);
      kernels.convInputGradient(at.y, at.packed, at.dx, ...shape, 3, 3);
    },
  };
  const winograd: Record<Pass, () => void> = {
    forward: () => {
      kernels.winogradFilter(at.filter, at.U, 0, C, O);
      kernels.winogradForward(at.x, at.U, 0, at.y, at.scratch, ...shape, 0, group);
    },
    "filter gradient": () =>
      kernels.winogradBackward(at.x, at.y, at.UT, at.dw, 0, at.scratch, ...shape, group),
    "input gradient": () => {
      kernels.winogradFilter(at.filter, at.U, at.UT, C, O);
      kernels.winogradBackward(at.x, at.y, at.UT, 0, at.dx, at.scratch, ...shape, group);
    },
  };
  return (pass, isWinograd) => (isWinograd ? winograd : direct)[pass]();
}
