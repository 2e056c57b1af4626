/** Folds a scale and a shift for each output into the product before them:
 *
 *     (x · W + b) · scale + shift  =  x · (W · scale) + (b · scale + shift)
 *
 * @param weights `[…, outputs]`
 * @param offsets `[outputs]`
 */
export function foldInto(
  weights: Float32Array,
  offsets: Float32Array,
  { scale, shift }: { readonly scale: Float32Array; readonly shift: Float32Array },
): { readonly weights: Float32Array; readonly offsets: Float32Array } {
  return {
    weights: weights.map((weight, i) => weight * scale[i % scale.length]),
    offsets: offsets.map((offset, i) => offset * scale[i] + shift[i]),
  };
}
