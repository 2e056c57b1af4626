import type { LayerKernels } from "@lib/backend/simd/layer_kernels.ts";

type Kernels = Omit<LayerKernels, "prepareImages">;

/** The other kernels of the SIMD module in plain loops, in double precision. Packed matrices are
 * copies here. */
export function plainLayerKernels(memory: WebAssembly.Memory): Kernels {
  const f = new Float32Array(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);

  function columns(
    rows: number,
    c: number,
    value: (at: number, column: number) => number,
  ): Float64Array {
    const sums = new Float64Array(c);
    for (let i = 0; i < rows * c; i++) sums[i % c] += value(i, i % c);
    return sums;
  }

  /** The four pixels of each pooling window; `visit` gets the index of the pooled float, which of the
   * four it is, and the index of its float. */
  function eachOfWindow(
    [n, h, w, C]: number[],
    visit: (pooled: number, corner: number, pixel: number) => void,
  ): void {
    let pooled = 0;
    for (let image = 0; image < n; image++) {
      for (let row = 0; row < h >> 1; row++) {
        for (let column = 0; column < w >> 1; column++) {
          for (let c = 0; c < C; c++, pooled++) {
            for (let corner = 0; corner < 4; corner++) {
              const [r, s] = [2 * row + (corner >> 1), 2 * column + corner % 2];
              visit(pooled, corner, ((image * h + r) * w + s) * C + c);
            }
          }
        }
      }
    }
  }

  return {
    padImages(x, y, n, h, w, C, top, left, bottom, right): void {
      const [H, W] = [h + top + bottom, w + left + right];
      f.fill(0, y / 4, y / 4 + n * H * W * C);
      for (let i = 0; i < n * h; i++) {
        const [image, row] = [Math.floor(i / h), i % h];
        const to = y / 4 + ((image * H + row + top) * W + left) * C;
        f.copyWithin(to, x / 4 + i * w * C, x / 4 + (i + 1) * w * C);
      }
    },
    cropImages(x, y, n, h, w, C, top, left, oh, ow): void {
      for (let i = 0; i < n * oh; i++) {
        const [image, row] = [Math.floor(i / oh), i % oh];
        const from = x / 4 + ((image * h + row + top) * w + left) * C;
        f.copyWithin(y / 4 + i * ow * C, from, from + ow * C);
      }
    },
    packMatrix(b, packed, K, N, transposed): void {
      for (let k = 0; k < K; k++) {
        for (let j = 0; j < N; j++) {
          f[packed / 4 + k * N + j] = f[b / 4 + (transposed ? j * K + k : k * N + j)];
        }
      }
    },
    gemm(a, lda, packedB, c, ldc, M, N, K, accumulate): void {
      for (let i = 0; i < M; i++) {
        for (let j = 0; j < N; j++) {
          let sum = accumulate ? f[c / 4 + i * ldc + j] : 0;
          for (let k = 0; k < K; k++) sum += f[a / 4 + i * lda + k] * f[packedB / 4 + k * N + j];
          f[c / 4 + i * ldc + j] = sum;
        }
      }
    },
    transpose(source, target, rows, columns): void {
      for (let i = 0; i < rows * columns; i++) {
        f[target / 4 + i % columns * rows + Math.floor(i / columns)] = f[source / 4 + i];
      }
    },
    biasAdd(x, bias, y, rows, c, relu): void {
      for (let i = 0; i < rows * c; i++) {
        const sum = f[x / 4 + i] + f[bias / 4 + i % c];
        f[y / 4 + i] = relu && sum < 0 ? 0 : sum;
      }
    },
    columnSums: (x, sums, rows, c) => f.set(columns(rows, c, (at) => f[x / 4 + at]), sums / 4),
    reluGradient(dy, y, dx, count): void {
      for (let i = 0; i < count; i++) f[dx / 4 + i] = f[y / 4 + i] > 0 ? f[dy / 4 + i] : 0;
    },
    maxPool2(x, y, argmax, n, h, w, C): void {
      eachOfWindow([n, h, w, C], (pooled, corner, pixel) => {
        const value = f[x / 4 + pixel];
        if (corner > 0 && value <= f[y / 4 + pooled]) return;
        f[y / 4 + pooled] = value;
        if (argmax !== 0) bytes[argmax + pooled] = corner;
      });
    },
    averagePool2(x, y, n, h, w, C): void {
      eachOfWindow([n, h, w, C], (pooled, corner, pixel) => {
        f[y / 4 + pooled] = (corner === 0 ? 0 : f[y / 4 + pooled]) + f[x / 4 + pixel] / 4;
      });
    },
    maxPool2Gradient(dy, argmax, dx, n, h, w, C): void {
      f.fill(0, dx / 4, dx / 4 + n * h * w * C);
      eachOfWindow([n, h, w, C], (pooled, corner, pixel) => {
        if (bytes[argmax + pooled] === corner) f[dx / 4 + pixel] = f[dy / 4 + pooled];
      });
    },
    maxPool2InputGradient(x, dy, dx, n, h, w, C): void {
      f.fill(0, dx / 4, dx / 4 + n * h * w * C);
      const winners = new Map<number, number>();
      eachOfWindow([n, h, w, C], (pooled, _place, pixel) => {
        const best = winners.get(pooled);
        const largest = best === undefined ? -Infinity : f[x / 4 + best];
        if (f[x / 4 + pixel] > largest) winners.set(pooled, pixel);
      });
      for (const [pooled, pixel] of winners) f[dx / 4 + pixel] = f[dy / 4 + pooled];
    },
    averagePool2Gradient(dy, dx, n, h, w, C): void {
      f.fill(0, dx / 4, dx / 4 + n * h * w * C);
      eachOfWindow([n, h, w, C], (pooled, _place, pixel) => {
        f[dx / 4 + pixel] = f[dy / 4 + pooled] / 4;
      });
    },
    batchNormStatistics(x, mean, squares, rows, c): void {
      const means = columns(rows, c, (at) => f[x / 4 + at] / rows);
      f.set(rows === 0 ? means.fill(NaN) : means, mean / 4);
      f.set(columns(rows, c, (at, j) => (f[x / 4 + at] - f[mean / 4 + j]) ** 2), squares / 4);
    },
    batchNormNormalise(x, gamma, beta, y, mean, inverseDeviation, rows, c, relu): void {
      for (let i = 0; i < rows * c; i++) {
        const normal = (f[x / 4 + i] - f[mean / 4 + i % c]) * f[inverseDeviation / 4 + i % c];
        const value = normal * f[gamma / 4 + i % c] + f[beta / 4 + i % c];
        f[y / 4 + i] = relu && value < 0 ? 0 : value;
      }
    },
    batchNormInference(x, scale, shift, y, rows, c, relu): void {
      for (let i = 0; i < rows * c; i++) {
        const value = f[x / 4 + i] * f[scale / 4 + i % c] + f[shift / 4 + i % c];
        f[y / 4 + i] = relu && value < 0 ? 0 : value;
      }
    },
    batchNormWeightGradients(dy, x, y, mean, inverseDeviation, dgamma, dbeta, rows, c): void {
      const given = (at: number): number => y !== 0 && f[y / 4 + at] <= 0 ? 0 : f[dy / 4 + at];
      const normal = (at: number): number =>
        (f[x / 4 + at] - f[mean / 4 + at % c]) * f[inverseDeviation / 4 + at % c];
      f.set(columns(rows, c, given), dbeta / 4);
      f.set(columns(rows, c, (at) => given(at) * normal(at)), dgamma / 4);
    },
    batchNormInputGradient(
      ...[dy, x, y, gamma, mean, inverseDeviation, dx, dgamma, dbeta, rows, c, total]
    ): void {
      for (let i = 0; i < rows * c; i++) {
        const j = i % c;
        const given = y !== 0 && f[y / 4 + i] <= 0 ? 0 : f[dy / 4 + i];
        const normal = (f[x / 4 + i] - f[mean / 4 + j]) * f[inverseDeviation / 4 + j];
        const common = (f[dbeta / 4 + j] + normal * f[dgamma / 4 + j]) / total;
        f[dx / 4 + i] = f[gamma / 4 + j] * f[inverseDeviation / 4 + j] * (given - common);
      }
    },
    softmaxCrossEntropy(logits, labels, dlogits, rows, classes, stride, smoothing, scale): number {
      let loss = 0;
      for (let row = 0; row < rows; row++) {
        const at = row * stride;
        const scores = [...f.subarray(logits / 4 + at, logits / 4 + at + classes)];
        const top = Math.max(...scores);
        const log = top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
        scores.forEach((score, j) => {
          const target = (j === bytes[labels + row] ? 1 - smoothing : 0) + smoothing / classes;
          loss -= target * (score - log);
          f[dlogits / 4 + at + j] = scale * (Math.exp(score - log) - target);
        });
      }
      return loss;
    },
    softmax(logits, y, rows, classes): void {
      for (let row = 0; row < rows; row++) {
        const at = row * classes;
        const scores = f.subarray(logits / 4 + at, logits / 4 + at + classes);
        const powers = [...scores].map((score) => Math.exp(score - Math.max(...scores)));
        const sum = powers.reduce((total, power) => total + power, 0);
        powers.forEach((power, j) => f[y / 4 + at + j] = power / sum);
      }
    },
    adam(
      weights,
      firstMoments,
      secondMoments,
      gradients,
      count,
      learningRate,
      beta1,
      beta2,
      correction1,
      correction2,
      epsilon,
    ): void {
      for (let i = 0; i < count; i++) {
        const gradient = f[gradients / 4 + i];
        const first = beta1 * f[firstMoments / 4 + i] + (1 - beta1) * gradient;
        const second = beta2 * f[secondMoments / 4 + i] + (1 - beta2) * gradient ** 2;
        f[firstMoments / 4 + i] = first;
        f[secondMoments / 4 + i] = second;
        f[weights / 4 + i] -= learningRate * (first / correction1) /
          (Math.sqrt(second / correction2) + epsilon);
      }
    },
    sgd(
      weights,
      velocities,
      gradients,
      count,
      learningRate,
      momentum,
      weightDecay,
      nesterov,
    ): void {
      for (let i = 0; i < count; i++) {
        const weight = f[weights / 4 + i];
        const gradient = f[gradients / 4 + i] + weightDecay * weight;
        const velocity = velocities === 0 ? gradient : momentum * f[velocities / 4 + i] + gradient;
        if (velocities !== 0) f[velocities / 4 + i] = velocity;
        f[weights / 4 + i] = weight -
          learningRate * (nesterov ? gradient + momentum * velocity : velocity);
      }
    },
  };
}
