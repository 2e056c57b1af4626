import type { Rng } from "@lib/base/rng.ts";
import type { LayerKernels } from "@lib/backend/simd/layer_kernels.ts";
import { assert } from "../../support/assert.ts";
import { plainLayerKernels } from "../plan/plain_layer_kernels.ts";
import { Workspace } from "./workspace.ts";

/** What both sides have: preparing images is tested by itself. */
type Kernels = Omit<LayerKernels, "prepareImages">;

/** Rooms of arrays, the same in two memories: SIMD kernels work in one, plain loops in the other. */
export class KernelPair {
  readonly #simd: Workspace;
  readonly #plainMemory = new WebAssembly.Memory({ initial: 64 });
  readonly #plain: Kernels = plainLayerKernels(this.#plainMemory);
  #compared: [address: number, length: number][] = [];

  constructor(kind: "best" | "plain") {
    this.#simd = new Workspace(kind);
  }

  /** Forgets all arrays. */
  clear(): void {
    this.#simd.clear();
    this.#compared = [];
  }

  /** Puts floats into both memories. */
  put(values: ArrayLike<number>): number {
    const address = this.output(values.length);
    this.#simd.floats(address, values.length).set(values);
    new Float32Array(this.#plainMemory.buffer, address, values.length).set(values);
    return address;
  }

  /** Random floats from −1 to 1 in both memories. */
  random(rng: Rng, length: number): number {
    return this.put(Float32Array.from({ length }, () => rng.between(-1, 1)));
  }

  /** Bytes in both memories. */
  putBytes(values: Uint8Array): number {
    const address = this.scratch(values.length);
    this.#simd.bytes(address, values.length).set(values);
    new Uint8Array(this.#plainMemory.buffer, address, values.length).set(values);
    return address;
  }

  /** Room for floats that are to come out alike. */
  output(length: number): number {
    const address = this.scratch(4 * length);
    this.#compared.push([address, length]);
    return address;
  }

  /** Room for bytes that may come out differently. */
  scratch(bytes: number): number {
    const address = this.#simd.room(bytes);
    new Uint8Array(this.#plainMemory.buffer, address, bytes).set(this.#simd.bytes(address, bytes));
    return address;
  }

  /** Runs a kernel on both sides; asserts that all floats agree, up to `tolerance` of the largest in
   * their array, and that nothing was written past an array.
   * @returns what both gave back */
  run<T>(call: (kernels: Kernels) => T, tolerance = 2e-6): [simd: T, plain: T] {
    const results = [call(this.#simd.kernels), call(this.#plain)] as [T, T];
    this.#simd.checkGaps();
    for (const [address, length] of this.#compared) {
      const found = this.#simd.floats(address, length);
      const wanted = new Float32Array(this.#plainMemory.buffer, address, length);
      let scale = 1;
      for (const value of wanted) {
        if (Number.isFinite(value) && value !== rubbish) scale = Math.max(scale, Math.abs(value));
      }
      for (let i = 0; i < length; i++) {
        const isClose = Object.is(found[i], wanted[i]) ||
          Math.abs(found[i] - wanted[i]) <= tolerance * scale;
        assert(isClose, `at ${i} of ${length}: found ${found[i]}, wanted ${wanted[i]}`);
      }
    }
    return results;
  }

  /** The floats that the SIMD kernels see there; a view. */
  floats(address: number, length: number): Float32Array {
    return this.#simd.floats(address, length);
  }

  /** The bytes on both sides. */
  bytes(address: number, length: number): [simd: Uint8Array, plain: Uint8Array] {
    return [
      this.#simd.bytes(address, length).slice(),
      new Uint8Array(this.#plainMemory.buffer, address, length).slice(),
    ];
  }
}

/** What an untouched float holds. */
const rubbish = new Float32Array(new Uint8Array(4).fill(0xcd).buffer)[0];
