/** Sums that do not wait for each other: two units times four cycles of latency need eight. */
const sums = 12;
const rounds = 50_000;

/** A loop of multiply-adds alone, all in registers: what 128-bit SIMD can do at most in this engine,
 * on one core.
 *
 * @param isRelaxed whether with relaxed SIMD, as the kernels: by default where the engine has it
 * @returns a function that computes for about a tenth of a millisecond, and the floating-point
 *   operations of one call
 * @throws {WebAssembly.CompileError} if the engine has no such SIMD
 */
export function peakLoop(
  isRelaxed: boolean = WebAssembly.validate(peakModule(true)),
): { readonly run: () => number; readonly operations: number } {
  const module = new WebAssembly.Module(peakModule(isRelaxed));
  const { multiplyAdd } = new WebAssembly.Instance(module).exports as unknown as {
    multiplyAdd(rounds: number, x: number, y: number): number;
  };
  const operations = 2 * 4 * sums * rounds;
  return { run: () => multiplyAdd(rounds, 0.5, 0.25), operations };
}

/** The module, byte by byte (https://webassembly.github.io/spec/core/binary/), in short:
 *
 *     function multiplyAdd(rounds, x, y) {
 *       a = splat(x); b = splat(y); c0 = splat(0); c1 = splat(1); …
 *       do { c0 = relaxed_madd(a, b, c0); c1 = relaxed_madd(a, b, c1); … } while (--rounds);
 *       return lane 0 of c0 + c1 + …;
 *     }
 *
 * The factors come from outside: the compiler would write constants into every instruction. Without
 * relaxed SIMD it is `c0 = c0 * a + b`: a product of `a` and `b` would be computed only once.
 */
function peakModule(isRelaxed: boolean): Uint8Array<ArrayBuffer> {
  const [i32, f32, v128] = [0x7f, 0x7d, 0x7b];
  const [get, set, tee] = [0x20, 0x21, 0x22];
  const [splat, firstLane] = [[0xfd, 0x13], [0xfd, 0x1f, 0]];
  const [add, multiply, relaxedMadd] = [[0xfd, 0xe4, 1], [0xfd, 0xe6, 1], [0xfd, 0x85, 2]];
  const [a, b, c] = [3, 4, Array.from({ length: sums }, (_, i) => 5 + i)];
  const small = (value: number): Uint8Array => new Uint8Array(new Float32Array([value]).buffer);
  const body = [
    ...[1, 2 + sums, v128], // locals
    ...[get, 1, ...splat, set, a],
    ...[get, 2, ...splat, set, b],
    ...c.flatMap((sum, i) => [0x43, ...small(i), ...splat, set, sum]),
    ...[0x03, 0x40], // loop
    ...c.flatMap((sum) =>
      isRelaxed
        ? [get, a, get, b, get, sum, ...relaxedMadd, set, sum]
        : [get, sum, get, a, ...multiply, get, b, ...add, set, sum]
    ),
    ...[get, 0, 0x41, 1, 0x6b, tee, 0, 0x0d, 0], // go on unless --rounds is 0
    0x0b, // end of the loop
    ...[get, c[0]],
    ...c.slice(1).flatMap((sum) => [get, sum, ...add]),
    ...firstLane,
    0x0b,
  ];
  const name = new TextEncoder().encode("multiplyAdd");
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, i32, f32, f32, 1, f32]), // types
    ...section(3, [1, 0]), // functions
    ...section(7, [1, name.length, ...name, 0, 0]), // exports
    ...section(10, [1, ...sized(body)]), // code
  ]);
}

function section(kind: number, content: number[]): number[] {
  return [kind, ...sized(content)];
}

/** A length in LEB128, two bytes of it, and what is as long. */
function sized(content: number[]): number[] {
  return [content.length % 128 + 128, content.length >> 7, ...content];
}
