import * as tf from "@tensorflow/tfjs";
import { blueprintOf } from "../../backend/lowering/blueprint.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** How many of the wished workers a model can have: all where a plan is made of it, else one.
 *
 * @throws {RangeError} if the number is not an integer of at least 1 */
export function workersFor(model: LayersModel, wished: number): number {
  if (!Number.isInteger(wished) || wished < 1) {
    throw new RangeError(`Cannot train with ${wished} workers: must be an integer of at least 1`);
  }
  return tf.getBackend() === "wasm" && blueprintOf(model) !== undefined ? wished : 1;
}
