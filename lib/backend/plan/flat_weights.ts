import * as tf from "@tensorflow/tfjs";
import type { Weight } from "./operation.ts";

/** Where some weights of a model lie in one flat array of floats, one after another, each at a
 * multiple of 16 bytes; the gaps stay zero. */
export class FlatWeights {
  /** How many floats the array has. */
  readonly length: number;
  readonly #offsets: readonly number[];
  readonly #positions = new Map<number, number>();

  /** @param weights their order is that of the array */
  constructor(weights: readonly Weight[]) {
    let length = 0;
    this.#offsets = weights.map((weight, position) => {
      this.#positions.set(weight.id, position);
      const offset = length;
      length += Math.ceil(tf.util.sizeFromShape(weight.shape as number[]) / 4) * 4;
      return offset;
    });
    this.length = length;
  }

  /** The place of a weight in floats from the start, `undefined` if it is none of these. */
  offset(weight: Weight): number | undefined {
    const position = this.#positions.get(weight.id);
    return position === undefined ? undefined : this.#offsets[position];
  }

  /** The parts of a flat array, weight by weight, as views.
   *
   * @param weights those of the constructor, or of another model of the same structure
   */
  parts(flat: Float32Array<ArrayBuffer>, weights: readonly Weight[]): Float32Array<ArrayBuffer>[] {
    return weights.map(({ shape }, position) => {
      const offset = this.#offsets[position];
      return flat.subarray(offset, offset + tf.util.sizeFromShape(shape as number[]));
    });
  }

  /** Copies the values of the weights into the flat array. */
  read(flat: Float32Array<ArrayBuffer>, weights: readonly Weight[]): void {
    for (const [position, part] of this.parts(flat, weights).entries()) {
      part.set(weights[position].read().dataSync<"float32">());
    }
  }

  /** Gives the weights the values of the flat array. */
  write(flat: Float32Array<ArrayBuffer>, weights: readonly Weight[]): void {
    tf.tidy(() => {
      for (const [position, part] of this.parts(flat, weights).entries()) {
        const weight = weights[position];
        weight.write(tf.tensor(part.slice(), weight.shape as number[], "float32"));
      }
    });
  }
}
