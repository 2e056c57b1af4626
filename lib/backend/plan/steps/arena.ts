import type { Shape } from "../../lowering/operation.ts";

/** Memory whose size and address are settled when the whole arena is. */
export interface Region {
  bytes: number;
  address: number;
}

/** What one step hands to the next: a batch of images or of flat vectors. */
export interface Value {
  /** Where `[batch, …shape]` floats lie. */
  readonly address: number;
  /** Where the gradient to them goes; `undefined` where nothing before them is trained. */
  readonly gradient: Region | undefined;
  readonly shape: Shape;
}

const alignment = 64;
/** Kernels may load up to 60 bytes past an array. */
const slack = 64;
/** Addresses are signed 32-bit numbers in JavaScript's calls; a gigabyte is far more than a batch
 * should need. */
const largestMemory = 2 ** 30;

/** Allocates the memory of a plan: everything once, before the first step.
 *
 *     │ weights │ gradients │ velocities │ squares │ values, argmax … │ shared regions │
 *
 * Values live as long as the plan, since the backward pass needs them. Gradients to values do not:
 * two shared regions serve in turn, one as input, one as output.
 */
export class Arena {
  /** How many images fit. */
  readonly batch: number;
  #end = alignment; // 0 means "none" to the kernels
  #values = 0;
  readonly #shared = new Map<string, Region>();

  constructor(batch: number) {
    this.batch = batch;
  }

  /** Memory of its own for some bytes. */
  bytes(count: number): number {
    const address = this.#end;
    this.#end += Math.ceil((count + slack) / alignment) * alignment;
    return address;
  }

  /** Memory of its own for some floats. */
  floats(count: number): number {
    return this.bytes(4 * count);
  }

  /** Memory that all who ask for the same name share, as large as the largest wish; to be used
   * within one call of a step. */
  shared(name: string, bytes: number): Region {
    const region = this.#shared.get(name) ?? { bytes: 0, address: 0 };
    region.bytes = Math.max(region.bytes, bytes);
    this.#shared.set(name, region);
    return region;
  }

  /** Memory for a step's result.
   *
   * @param isTrained whether a gradient to it is wanted */
  value(shape: Shape, isTrained: boolean): Value {
    const count = this.batch * sizeOf(shape);
    const name = `gradient ${this.#values++ % 2}`;
    const gradient = isTrained ? this.shared(name, 4 * count) : undefined;
    return { address: this.floats(count), gradient, shape };
  }

  /** Places the shared regions.
   * @returns the memory, all zero; `undefined` where it would be too large */
  finish(): WebAssembly.Memory | undefined {
    for (const region of this.#shared.values()) region.address = this.bytes(region.bytes);
    if (this.#end > largestMemory) return undefined;
    return new WebAssembly.Memory({ initial: Math.ceil(this.#end / 65_536) });
  }
}

/** How many values one image of that shape has. */
export function sizeOf([height, width, channels]: Shape): number {
  return height * width * channels;
}
