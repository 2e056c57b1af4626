import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Pointer } from "./conv_kernels.ts";
import { instantiateSimd, type SimdKernels } from "./module.ts";

/** The SIMD kernels on tfjs's own heap: they work on its tensors in place. */
export interface SimdHeap {
  readonly kernels: SimdKernels;
  /** Where a tensor lies. */
  address(tensor: tf.TensorInfo): Pointer;
  /** Room for the intermediate values of one kernel, 64-byte aligned; the next call gives the same
   * room again, or more. It may move the views of the heap that JavaScript holds. */
  scratch(bytes: number): Pointer;
}

const heaps = new WeakMap<BackendWasm, SimdHeap>();

/** The SIMD kernels of a wasm backend, started on the first call. */
export function simdHeap(backend: BackendWasm): SimdHeap {
  const known = heaps.get(backend);
  if (known !== undefined) return known;
  const wasm = backend.wasm as unknown as EmscriptenModule;
  let [room, size] = [0, 0];
  const heap: SimdHeap = {
    kernels: instantiateSimd(wasm.asm.memory),
    address: ({ dataId }): Pointer => backend.getMemoryOffset(dataId),
    scratch(bytes): Pointer {
      if (bytes > size) {
        if (room !== 0) wasm._free(room);
        size = bytes;
        room = wasm._malloc(size + alignment) >>> 0; // an address above 2 GiB comes out negative
      }
      return Math.ceil(room / alignment) * alignment;
    },
  };
  heaps.set(backend, heap);
  return heap;
}

const alignment = 64;

/** What tfjs's module has beyond its types. */
interface EmscriptenModule {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}
