import type { Operation, Shape } from "./operation.ts";

/** How an image enters a plan: cut to a part of it, each value scaled. */
export interface InputForm {
  /** Of the image as it comes. */
  readonly from: Shape;
  /** First row and column that are kept. */
  readonly top: number;
  readonly left: number;
  /** Of what is kept. */
  readonly shape: Shape;
  readonly scale: number;
  readonly offset: number;
}

/** Takes the cropping and scaling at the start of a model together.
 *
 * @param operations of the whole model
 * @param from the shape of its input
 * @returns the form, and how many operations it stands for
 */
export function inputForm(
  operations: readonly Operation[],
  from: Shape,
): { readonly form: InputForm; readonly count: number } {
  let form: InputForm = { from, top: 0, left: 0, shape: from, scale: 1, offset: 0 };
  let count = 0;
  for (const operation of operations) {
    if (operation.kind === "rescale") {
      const { scale, offset } = operation;
      form = { ...form, scale: form.scale * scale, offset: form.offset * scale + offset };
    } else if (operation.kind === "crop") {
      const { top, left, bottom, right } = operation;
      const [height, width, channels] = form.shape;
      const shape = [height - top - bottom, width - left - right, channels] as const;
      form = { ...form, top: form.top + top, left: form.left + left, shape };
    } else break;
    count++;
  }
  return { form, count };
}

/** Copies images into a plan in one pass.
 *
 * @param pixels `[count, height, width, channels]` of the form's `from`
 * @param target room for `[count, …form.shape]`
 */
export function copyInput(
  form: InputForm,
  pixels: Float32Array,
  target: Float32Array,
  count: number,
): void {
  const { from, top, left, shape, scale, offset } = form;
  const rowLength = shape[1] * shape[2];
  let to = 0;
  for (let image = 0; image < count; image++) {
    for (let row = 0; row < shape[0]; row++) {
      let at = ((image * from[0] + top + row) * from[1] + left) * from[2];
      for (const end = to + rowLength; to < end; to++, at++) {
        target[to] = pixels[at] * scale + offset;
      }
    }
  }
}
