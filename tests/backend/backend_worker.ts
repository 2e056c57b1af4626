import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";

// Started afresh here: wasm takes longer than cpu, and must not come in last.
await Promise.all([initBackend("wasm"), initBackend("cpu")]);
const afterBoth = tf.getBackend();
const name = await initBackend("wasm");
const gradient = tf.grad((w) =>
  tf.conv2d(tf.ones<tf.Rank.R4>([1, 3, 3, 1]), w as tf.Tensor4D, 1, "valid")
);
const values = [...gradient(tf.ones([2, 2, 1, 1])).dataSync()];
const scope = self as unknown as { postMessage(message: unknown): void };
scope.postMessage({ afterBoth, name, values });
