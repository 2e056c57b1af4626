import { peakLoop } from "./peak_loop.ts";

/** For the engine to compile the loop well, and for a call that nothing else on the machine slows. */
const calls = 1_000;

/** The most floating-point operations a second, in thousands of millions (GFLOP/s), that one core
 * reaches in this engine: multiply-adds of four numbers each, with nothing to load or store. Takes a
 * tenth of a second.
 *
 * @throws {WebAssembly.CompileError} if the engine has no SIMD
 */
export function multiplyAddPeak(): number {
  const { run, operations } = peakLoop();
  let fastest = Infinity;
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return operations / fastest / 1e6;
}
