import * as tf from "@tensorflow/tfjs";

/** An operation that a learner may meet. */
export interface OperationCase {
  readonly run: () => tf.Tensor;
  /** What the error says where it does not work. */
  readonly throws?: string;
  /** Whether the cpu backend is the one that errs: then another test holds the values. */
  readonly differs?: boolean;
}

const image = (): tf.Tensor4D => tf.range(0, 36).reshape([1, 6, 6, 1]);
const volume = (): tf.Tensor5D => tf.range(-30, -3).reshape([1, 3, 3, 3, 1]);

/** Every operation that the page on the kernels names. */
export const operationCases: Readonly<Record<string, OperationCase>> = {
  "tf.math.confusionMatrix": { run: () => tf.math.confusionMatrix([0, 2, 1, 2], [0, 1, 1, 2], 3) },
  "tf.matMul, of whole numbers": {
    run: () => tf.matMul(tf.range(0, 6, 1, "int32").reshape([2, 3]), tf.ones([3, 2], "int32")),
  },
  "tf.gather, gradient": {
    run: () => tf.grad((x) => tf.gather(x, tf.tensor1d([1, 1, 0], "int32")))(tf.ones([3, 2])),
  },
  "tf.unsortedSegmentSum": {
    run: () => tf.unsortedSegmentSum(tf.range(0, 4), tf.tensor1d([0, 2, 0, -1], "int32"), 3),
  },
  "tf.conv3d, gradient": {
    run: () =>
      tf.grad((x) => tf.conv3d(x as tf.Tensor5D, tf.ones([2, 2, 2, 1, 1]), 1, "same"))(volume()),
  },
  "tf.conv3dTranspose": {
    run: () => tf.conv3dTranspose(volume(), tf.ones([2, 2, 2, 1, 1]), [1, 6, 6, 6, 1], 2, "same"),
  },
  "tf.conv2d, gradient, dilated": {
    run: () =>
      tf.grad((x) => tf.conv2d(x as tf.Tensor4D, tf.ones([2, 2, 1, 1]), 1, "same", "NHWC", 2))(
        image(),
      ),
    throws: "dilation rates greater than 1 are not yet supported in gradients",
  },
  "tf.conv2d, channels first": {
    run: () => tf.conv2d(image().reshape([1, 1, 6, 6]), tf.ones([2, 2, 1, 1]), 1, "same", "NCHW"),
    throws: "wasm backend Conv2D does not support dataFormat:'channelsFirst'",
  },
  "tf.conv2d, padding as a number around a filter that is higher than wide": {
    run: () => tf.conv2d(image(), tf.ones([3, 1, 1, 1]), 2, 1),
    throws: "Cannot convolve on backend wasm: found padding 1 and a filter of 3 × 1 pixels",
  },
  "tf.depthwiseConv2d, strides longer than the filter": {
    run: () => tf.depthwiseConv2d(image(), tf.ones([2, 2, 1, 1]), 4, "same"),
  },
  "tf.maxPool, padding beyond the window": { run: () => tf.maxPool(image(), 2, 3, 4) },
  "tf.avgPool, padding beyond the window": { run: () => tf.avgPool(image(), 2, 3, 4) },
  "tf.avgPool, gradient, same": {
    run: () => tf.grad((x) => tf.avgPool(x as tf.Tensor4D, 3, 2, "same"))(image()),
    differs: true,
  },
  "tf.maxPool, of whole numbers": {
    run: () => tf.maxPool(image().toInt(), 3, 2, "valid"),
    throws: "only float32 input is supported. Got int32",
  },
  "tf.maxPool3d, of negative numbers": { run: () => tf.maxPool3d(volume(), 2, 1, "same") },
  "tf.maxPool3d, gradient, same": {
    run: () => tf.grad((x) => tf.maxPool3d(x as tf.Tensor5D, [1, 3, 1], 1, "same"))(volume()),
    differs: true,
  },
  "tf.pool, dilated": { run: () => tf.pool(image(), 2, "max", "same", 2, 1) },
  "tf.dilation2d, of negative numbers": {
    run: () => tf.dilation2d(image().sub(40) as tf.Tensor4D, tf.ones([2, 2, 1]), 1, "same"),
  },
  "tf.cumsum, axis -1": {
    run: () => tf.cumsum(tf.range(0, 24).reshape([2, 3, 4]), -1),
    differs: true,
  },
  "tf.image.resizeNearestNeighbor, gradient": {
    run: () =>
      tf.grad((x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [3, 3]))(
        tf.ones([2, 2, 2, 1]),
        tf.range(0, 18).reshape([2, 3, 3, 1]),
      ),
    differs: true,
  },
  "tf.image.resizeBilinear, gradient": {
    run: () => tf.grad((x) => tf.image.resizeBilinear(x as tf.Tensor4D, [9, 4]))(image()),
  },
  "tf.image.cropAndResize": {
    run: () => {
      const box = tf.tensor2d([[0, 0.1, 1, 0.8]]);
      return tf.image.cropAndResize(image(), box, tf.tensor1d([0], "int32"), [3, 3]);
    },
  },
  "tf.image.rotateWithOffset": { run: () => tf.image.rotateWithOffset(image(), 0.3) },
  "tf.image.transform": {
    run: () => tf.image.transform(image(), tf.tensor2d([[1, 0.1, 1, 0, 1, -1, 0, 0]])),
  },
  "tf.topk": { run: () => tf.topk(tf.tensor2d([[3, 1, 2], [5, 9, 7]]), 2).indices },
  "tf.einsum": {
    run: () => tf.einsum("ij,jk->ik", tf.ones([2, 3]), tf.ones([3, 2])),
    throws: "Kernel 'Einsum' not registered for backend 'wasm'",
  },
  "tf.complex": {
    run: () => tf.real(tf.complex(tf.ones([2]), tf.ones([2]))),
    throws: "Kernel 'Complex' not registered for backend 'wasm'",
  },
  "tf.spectral.rfft": {
    run: () => tf.spectral.rfft(tf.ones([4])).abs(),
    throws: "Kernel 'Complex' not registered for backend 'wasm'",
  },
  "tf.tile, of words": {
    run: () => tf.tile(tf.tensor1d(["a", "b"]), [2]),
    throws: "Cannot tile words on backend wasm",
  },
};
