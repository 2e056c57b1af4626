import type { ImageKernels } from "./image_kernels.ts";
import { instantiateSimd } from "./module.ts";

/** The memory that the kernels for images work in, and room in it. */
export interface ImageRoom {
  readonly kernels: ImageKernels;
  /** Lays arrays of so many bytes one after the other, and gives their addresses; what was there before is lost. */
  lay<Name extends string>(bytes: Readonly<Record<Name, number>>): Record<Name, number>;
  /** Puts numbers where an array was laid. */
  put(address: number, numbers: Uint8Array | Int32Array | Float64Array): void;
  /** The bytes there: a view, until the next `lay`. */
  bytes(address: number, length: number): Uint8Array;
}

let room: ImageRoom | undefined;

/** The room of this thread, made on the first call. Nobody keeps anything there from one call to the next. */
export function imageRoom(): ImageRoom {
  return room ??= newRoom();
}

function newRoom(): ImageRoom {
  const memory = new WebAssembly.Memory({ initial: 8 });
  const bytes = (address: number, length: number): Uint8Array => {
    return new Uint8Array(memory.buffer, address, length);
  };
  return {
    kernels: instantiateSimd(memory),
    lay<Name extends string>(sizes: Readonly<Record<Name, number>>): Record<Name, number> {
      let top = 0;
      const places = Object.entries<number>(sizes).map(([name, size]) => {
        const place = top;
        top = Math.ceil((top + size) / alignment) * alignment;
        return [name, place];
      });
      const missing = top - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      return Object.fromEntries(places) as Record<Name, number>;
    },
    put: (address, numbers) => {
      const { buffer, byteOffset, byteLength } = numbers;
      bytes(address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    },
    bytes,
  };
}

const [alignment, pageBytes] = [16, 65536];
