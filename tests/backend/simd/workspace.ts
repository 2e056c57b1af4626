import type { Rng } from "@lib/base/rng.ts";
import { plain } from "@lib/backend/simd/kernels.ts";
import type { ImageKernels } from "@lib/backend/simd/image_kernels.ts";
import { instantiateSimd, type SimdKernels } from "@lib/backend/simd/module.ts";

/** The SIMD kernels on a memory of their own, and room in it for arrays. What lies between the
 * arrays is watched: no kernel may write there. */
export class Workspace {
  readonly kernels: SimdKernels & ImageKernels;
  readonly #memory = new WebAssembly.Memory({ initial: 64 });
  #top = 1024;
  #gaps: number[] = [];

  /** @param kind `"plain"` takes the kernels without relaxed SIMD, which no engine at hand needs */
  constructor(kind: "best" | "plain" = "best") {
    const memory = this.#memory;
    this.kernels = kind === "best"
      ? instantiateSimd(memory)
      : new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.fromBase64(plain)), {
        env: { memory },
      })
        .exports as unknown as SimdKernels & ImageKernels;
  }

  /** Forgets all arrays. */
  clear(): void {
    this.#top = 1024;
    this.#gaps = [];
  }

  /** Room for an array, filled with rubbish; behind it a gap of 64 bytes.
   * @param bytes of the array
   * @returns its address */
  room(bytes: number): number {
    const address = this.#top;
    const end = address + bytes;
    this.#top = Math.ceil((end + gapBytes) / 16) * 16;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / 65536));
    new Uint8Array(this.#memory.buffer, address, this.#top - address).fill(rubbish); // NaN
    this.#gaps.push(end);
    return address;
  }

  /** Puts an array into the memory. */
  put(values: ArrayLike<number>): number {
    const address = this.room(4 * values.length);
    this.floats(address, values.length).set(values);
    return address;
  }

  /** The array there; a view. */
  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length);
  }

  /** The bytes there; a view. */
  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, address, length);
  }

  /** @throws {Error} if a kernel wrote behind an array */
  checkGaps(): void {
    for (const end of this.#gaps) {
      if (this.bytes(end, gapBytes).some((byte) => byte !== rubbish)) {
        throw new Error(`A kernel wrote past the array that ends at ${end}`);
      }
    }
  }
}

const rubbish = 0xff;
const gapBytes = 64;

/** Numbers from −1 to 1. */
export function randomFloats(rng: Rng, length: number): Float32Array {
  return Float32Array.from({ length }, () => rng.between(-1, 1));
}
