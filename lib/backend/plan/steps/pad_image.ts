import { type Arena, sizeOf } from "./arena.ts";
import type { Shape } from "../../lowering/operation.ts";

/** Room for padded images: the output of the filter is as large as the input, and where the margins
 * differ the larger ones are below and on the right, as in TensorFlow.
 *
 * @param shape of an image without padding
 * @param kh height of the filter
 * @param kw its width
 */
export function padImage(
  arena: Arena,
  [height, width, channels]: Shape,
  kh: number,
  kw: number,
): {
  readonly address: number;
  readonly shape: Shape;
  readonly margins: readonly [top: number, left: number, bottom: number, right: number];
} {
  const [top, left] = [(kh - 1) >> 1, (kw - 1) >> 1];
  const shape = [height + kh - 1, width + kw - 1, channels] as const;
  const margins = [top, left, kh - 1 - top, kw - 1 - left] as const;
  return { address: arena.floats(arena.batch * sizeOf(shape)), shape, margins };
}
