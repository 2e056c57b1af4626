import { packages } from "./packages.ts";

/** Which part of an axis: all of it, from a place to before another, or one place, which ends the axis. */
type Part = readonly [] | readonly [from: number, to: number] | number;

/** What is used of an array of `@jax-js/jax`. Who passes one on, or calls a method of it, has given it away;
 * `ref` is one more of the same. */
export interface JaxArray {
  readonly ref: JaxArray;
  readonly shape: readonly number[];
  readonly add: (other: JaxArray) => JaxArray;
  readonly sub: (other: JaxArray) => JaxArray;
  readonly mul: (other: JaxArray | number) => JaxArray;
  readonly sum: () => JaxArray;
  readonly reshape: (shape: readonly number[]) => JaxArray;
  readonly transpose: (axes: readonly number[]) => JaxArray;
  readonly slice: (...parts: Part[]) => JaxArray;
  readonly dispose: () => void;
  /** Computes it on the thread that asks. */
  readonly dataSync: () => Float32Array;
  /** Computes it on all cores. */
  readonly data: () => Promise<Float32Array>;
}

/** What is used of `@jax-js/jax`. */
export interface Jax {
  readonly numpy: {
    readonly array: (values: Float32Array) => JaxArray;
    readonly matmul: (a: JaxArray, b: JaxArray) => JaxArray;
    readonly maximum: (a: JaxArray, b: JaxArray) => JaxArray;
    readonly concatenate: (arrays: readonly JaxArray[], axis: number) => JaxArray;
  };
  readonly nn: {
    readonly relu: (x: JaxArray) => JaxArray;
    readonly softmax: (x: JaxArray) => JaxArray;
    readonly logSoftmax: (x: JaxArray) => JaxArray;
  };
  readonly jit: <F>(compute: F) => F;
  readonly valueAndGrad: <Rest extends readonly unknown[]>(
    of: (weights: readonly JaxArray[], ...rest: Rest) => JaxArray,
  ) => (weights: readonly JaxArray[], ...rest: Rest) => readonly [JaxArray, readonly JaxArray[]];
}

/** Name and version. */
export const jaxName = `jax-js ${packages["@jax-js/jax"]}`;

/** Loads the package, which is fetched where the cache has none; no compiler has seen its types. */
export function loadJax(): Promise<Jax> {
  return import(`npm:@jax-js/jax@${packages["@jax-js/jax"]}`);
}
