import type { Pointer } from "./conv_kernels.ts";

/** The rest of the SIMD module: padding, matrix products, pooling, normalisation, loss, update.
 *
 * Pointers are to float32 arrays, channels last, where nothing else is said. `relu` is 0 or 1.
 */
export interface LayerKernels {
  /** y `[n, top + h + bottom, left + w + right, C]` = x with zeros around it. */
  padImages(
    x: Pointer,
    y: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    top: number,
    left: number,
    bottom: number,
    right: number,
  ): void;
  /** y `[n, oh, ow, C]` = the part of x from row `top` and column `left` on. */
  cropImages(
    x: Pointer,
    y: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    top: number,
    left: number,
    oh: number,
    ow: number,
  ): void;
  /** Packs the right factor of a product for `gemm`.
   * @param b `[K, N]`, or `[N, K]` where `transposed` is 1
   * @param packed `packedMatrixBytes` */
  packMatrix(b: Pointer, packed: Pointer, K: number, N: number, transposed: number): void;
  /** c `[M, N]` = a `[M, K]` · b, added to what is there where `accumulate` is 1.
   * @param lda floats from a row of a to the next
   * @param packedB from `packMatrix`
   * @param ldc floats from a row of c to the next */
  gemm(
    a: Pointer,
    lda: number,
    packedB: Pointer,
    c: Pointer,
    ldc: number,
    M: number,
    N: number,
    K: number,
    accumulate: number,
  ): void;
  /** target `[columns, rows]` = source `[rows, columns]`, transposed. */
  transpose(source: Pointer, target: Pointer, rows: number, columns: number): void;
  /** y `[rows, c]` = x + bias, cut off at 0 where `relu` is 1; y may be x.
   * @param bias `[c]`; 0: none */
  biasAdd(x: Pointer, bias: Pointer, y: Pointer, rows: number, c: number, relu: number): void;
  /** sums `[c]` = the sum of each column of x `[rows, c]`. */
  columnSums(x: Pointer, sums: Pointer, rows: number, c: number): void;
  /** dx = dy where y, the output of ReLU, is above 0, else 0; dx may be dy. */
  reluGradient(dy: Pointer, y: Pointer, dx: Pointer, count: number): void;
  /** y `[n, ⌊h/2⌋, ⌊w/2⌋, C]` = the largest of each 2 × 2 pixels; NaN counts as the largest.
   * @param argmax bytes of y's shape: which of the four, 0 to 3 row by row, the first among
   *   equals; 0: not wanted */
  maxPool2(
    x: Pointer,
    y: Pointer,
    argmax: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
  ): void;
  /** y `[n, ⌊h/2⌋, ⌊w/2⌋, C]` = the mean of each 2 × 2 pixels. */
  averagePool2(x: Pointer, y: Pointer, n: number, h: number, w: number, C: number): void;
  /** Gradient to the input of `maxPool2`; overwrites all of dx `[n, h, w, C]`. */
  maxPool2Gradient(
    dy: Pointer,
    argmax: Pointer,
    dx: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
  ): void;
  /** The same where argmax was not kept; the largest is found again, NaN never being it. */
  maxPool2InputGradient(
    x: Pointer,
    dy: Pointer,
    dx: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
  ): void;
  /** Gradient to the input of `averagePool2`; overwrites all of dx `[n, h, w, C]`. */
  averagePool2Gradient(dy: Pointer, dx: Pointer, n: number, h: number, w: number, C: number): void;
  /** What batch normalisation needs to know of x `[rows, c]`; 0 rows give mean NaN.
   * @param mean `[c]`, written
   * @param squares `[c]`, written: the sum of the squared distances from the mean */
  batchNormStatistics(
    x: Pointer,
    mean: Pointer,
    squares: Pointer,
    rows: number,
    c: number,
  ): void;
  /** y `[rows, c]` = (x − mean) · inverseDeviation · gamma + beta, with one of each a channel; y may
   * be x.
   * @param inverseDeviation `[c]`, 1 / √(variance + epsilon) */
  batchNormNormalise(
    x: Pointer,
    gamma: Pointer,
    beta: Pointer,
    y: Pointer,
    mean: Pointer,
    inverseDeviation: Pointer,
    rows: number,
    c: number,
    relu: number,
  ): void;
  /** y `[rows, c]` = x · scale + shift, with one of each a channel; y may be x. */
  batchNormInference(
    x: Pointer,
    scale: Pointer,
    shift: Pointer,
    y: Pointer,
    rows: number,
    c: number,
    relu: number,
  ): void;
  /** Gradients to gamma and beta of `batchNormNormalise`, for the statistics being those of x;
   * overwrites dgamma and dbeta.
   * @param y its output, where ReLU was on; 0: it was not */
  batchNormWeightGradients(
    dy: Pointer,
    x: Pointer,
    y: Pointer,
    mean: Pointer,
    inverseDeviation: Pointer,
    dgamma: Pointer,
    dbeta: Pointer,
    rows: number,
    c: number,
  ): void;
  /** Gradient to x, likewise; overwrites dx, which may be dy.
   * @param y its output, where ReLU was on; 0: it was not
   * @param dgamma of the whole batch, of which these rows may be a part; so is dbeta
   * @param total rows of the whole batch */
  batchNormInputGradient(
    dy: Pointer,
    x: Pointer,
    y: Pointer,
    gamma: Pointer,
    mean: Pointer,
    inverseDeviation: Pointer,
    dx: Pointer,
    dgamma: Pointer,
    dbeta: Pointer,
    rows: number,
    c: number,
    total: number,
  ): void;
  /** Cross-entropy of softmax(logits), in nats, against labels of which the share `smoothing` is
   * spread evenly over the classes; and its gradient × `scale`. dlogits may be the logits.
   * @param labels bytes, each below `classes`
   * @param stride floats from a row to the next, of both; what lies between is left alone
   * @returns the sum over the rows, in double precision */
  softmaxCrossEntropy(
    logits: Pointer,
    labels: Pointer,
    dlogits: Pointer,
    rows: number,
    classes: number,
    stride: number,
    smoothing: number,
    scale: number,
  ): number;
  /** y `[rows, classes]` = softmax of each row of the logits; y may be the logits. */
  softmax(logits: Pointer, y: Pointer, rows: number, classes: number): void;
  /** One step of Adam over flat buffers; overwrites weights and both moments.
   * @param correction1 1 − beta1 ^ step, the step counted from 1
   * @param correction2 1 − beta2 ^ step */
  adam(
    weights: Pointer,
    firstMoments: Pointer,
    secondMoments: Pointer,
    gradients: Pointer,
    count: number,
    learningRate: number,
    beta1: number,
    beta2: number,
    correction1: number,
    correction2: number,
    epsilon: number,
  ): void;
  /** One step of stochastic gradient descent over flat buffers, as `lib/train/steps/sgd.ts` does it;
   * overwrites weights and velocities.
   * @param velocities 0: none are kept; without momentum */
  sgd(
    weights: Pointer,
    velocities: Pointer,
    gradients: Pointer,
    count: number,
    learningRate: number,
    momentum: number,
    weightDecay: number,
    nesterov: number,
  ): void;
  /** y `[n, 28 − 2 · crop, 28 − 2 · crop]` = pixel · scale + offset of picked images, shifted, then
   * cropped; no ink (the offset) where the shifted image ends.
   * @param images bytes, `[*, 28, 28]`
   * @param indices int32: which images
   * @param shifts int8 pairs (right, down), one an image; 0: none */
  prepareImages(
    images: Pointer,
    indices: Pointer,
    shifts: Pointer,
    y: Pointer,
    n: number,
    crop: number,
    scale: number,
    offset: number,
  ): void;
}
