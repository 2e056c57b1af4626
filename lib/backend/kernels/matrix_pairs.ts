import * as tf from "@tensorflow/tfjs";

/** Two tensors as the matrices of a product. */
export interface MatrixPairs {
  /** Rows and columns of each left matrix, as they lie in memory. */
  readonly left: readonly [rows: number, columns: number];
  /** Sizes of every product: `[M, K] · [K, N]`. */
  readonly M: number;
  readonly K: number;
  readonly N: number;
  /** Shape of the result: the leading axes, broadcast, then M and N. */
  readonly shape: number[];
  /** The numbers of the left and the right matrix of each product, in the order of the results. */
  readonly pairs: readonly (readonly [a: number, b: number])[];
}

/** Pairs the matrices of two tensors, whose leading axes broadcast as in an addition. (tfjs's own
 * kernels give too few values where both tensors broadcast.)
 *
 * @param a shape `[…, M, K]`, or `[…, K, M]` where `transposeA`
 * @param b shape `[…, K, N]`, or `[…, N, K]` where `transposeB`
 * @throws {Error} if one has fewer than two axes, the inner sizes differ or the leading axes do not
 *   broadcast
 */
export function matrixPairs(
  a: readonly number[],
  b: readonly number[],
  { transposeA, transposeB }: tf.BatchMatMulAttrs,
): MatrixPairs {
  const [rows, columns] = a.slice(-2);
  const [M, K] = transposeA ? [columns, rows] : [rows, columns];
  const [inner, N] = transposeB ? b.slice(-2).reverse() : b.slice(-2);
  if (a.length < 2 || b.length < 2 || K !== inner) {
    throw new Error(
      `Cannot multiply matrices: found shapes [${a}]${transposeA ? " transposed" : ""} and [${b}]${
        transposeB ? " transposed" : ""
      }, wanted two axes or more each and as many columns on the left as rows on the right; ` +
        "reshape or transpose one of them",
    );
  }
  const leading = tf.broadcast_util.assertAndGetBroadcastShape(a.slice(0, -2), b.slice(0, -2));
  const [lefts, rights] = [a, b].map((shape) => matrixNumbers(shape.slice(0, -2), leading));
  const pairs = lefts.map((left, i) => [left, rights[i]] as const);
  return { left: [rows, columns], M, K, N, shape: [...leading, M, N], pairs };
}

/** Of each index into `leading`, in order, the number of the matrix that a tensor has there. */
function matrixNumbers(own: readonly number[], leading: readonly number[]): number[] {
  let numbers = [0];
  for (const [axis, length] of leading.entries()) {
    const size = own[axis - (leading.length - own.length)] ?? 1;
    numbers = numbers.flatMap((number) =>
      Array.from({ length }, (_, i) => number * size + (size === 1 ? 0 : i))
    );
  }
  return numbers;
}
