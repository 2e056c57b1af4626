import type { Weight } from "../lowering/operation.ts";

/** Where some weights of a model lie in one flat array of floats, one after another, each at a
 * multiple of 16 bytes; the gaps stay zero. */
export class FlatWeights {
  /** How many floats the array has. */
  readonly length: number;
  readonly #offsets: readonly number[];
  readonly #sizes: readonly number[];
  readonly #positions = new Map<number, number>();

  /** @param weights their order is that of the array */
  constructor(weights: readonly Weight[]) {
    let length = 0;
    this.#sizes = weights.map(({ shape }) => shape.reduce<number>((size, n) => size * n!, 1));
    this.#offsets = weights.map(({ id }, position) => {
      this.#positions.set(id, position);
      const offset = length;
      length += Math.ceil(this.#sizes[position] / 4) * 4;
      return offset;
    });
    this.length = length;
  }

  /** Where a weight begins, in floats from the start, `undefined` if it is none of these. */
  offset(weight: Weight): number | undefined {
    const position = this.#positions.get(weight.id);
    return position === undefined ? undefined : this.#offsets[position];
  }

  /** The parts of a flat array, weight by weight, as views. */
  parts<B extends ArrayBufferLike>(flat: Float32Array<B>): Float32Array<B>[] {
    return this.#offsets.map((offset, i) => flat.subarray(offset, offset + this.#sizes[i]));
  }
}
