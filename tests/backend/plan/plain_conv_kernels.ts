import type { ConvKernels } from "@lib/backend/simd/conv_kernels.ts";
import type { WinogradKernels } from "@lib/backend/simd/winograd_kernels.ts";

/** The convolutions of the SIMD module in plain loops, in double precision: what they mean, not how.
 * Packed and transformed filters are copies here. */
export function plainConvKernels(memory: WebAssembly.Memory): ConvKernels {
  const f = new Float32Array(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  const copy = (from: number, to: number, count: number): void => {
    f.copyWithin(to / 4, from / 4, from / 4 + count);
  };

  /** The filter's sum at every output pixel and channel, handed to `take`. */
  function eachOutput(
    [x, filter, bias]: number[],
    [n, h, w, C, O, kh, kw]: number[],
    take: (image: number, row: number, column: number, o: number, sum: number) => void,
  ): void {
    for (let image = 0; image < n; image++) {
      for (let row = 0; row <= h - kh; row++) {
        for (let column = 0; column <= w - kw; column++) {
          for (let o = 0; o < O; o++) {
            let sum = bias === 0 ? 0 : f[bias / 4 + o];
            for (let i = 0; i < kh; i++) {
              const from = x / 4 + ((image * h + row + i) * w + column) * C;
              const tap = filter / 4 + i * kw * C * O + o;
              for (let k = 0; k < kw * C; k++) sum += f[from + k] * f[tap + k * O];
            }
            take(image, row, column, o, sum);
          }
        }
      }
    }
  }

  function forward(at: number[], y: number, sizes: number[], relu: number): void {
    let to = y / 4;
    eachOutput(at, sizes, (_image, _row, _column, _o, sum) => {
      f[to++] = relu && sum < 0 ? 0 : sum;
    });
  }

  function poolForward(
    at: number[],
    [y, argmax]: number[],
    sizes: number[],
    relu: number,
  ): void {
    const [n, h, w, , O, kh, kw] = sizes;
    const [ph, pw] = [(h - kh + 1) >> 1, (w - kw + 1) >> 1];
    f.fill(-Infinity, y / 4, y / 4 + n * ph * pw * O);
    eachOutput(at, sizes, (image, row, column, o, sum) => {
      if (row >> 1 >= ph || column >> 1 >= pw) return;
      const to = ((image * ph + (row >> 1)) * pw + (column >> 1)) * O + o;
      if (!(sum <= f[y / 4 + to])) {
        f[y / 4 + to] = sum;
        if (argmax !== 0) bytes[argmax + to] = row % 2 * 2 + column % 2;
      }
    });
    for (let i = 0; relu && i < n * ph * pw * O; i++) {
      if (f[y / 4 + i] > 0) continue;
      f[y / 4 + i] = 0;
      if (argmax !== 0) bytes[argmax + i] = 4;
    }
  }

  /** Walks over all products of the convolution, handed over as indices into x, y and filter. */
  function eachProduct(
    [n, h, w, C, O, kh, kw]: number[],
    visit: (x: number, y: number, filter: number) => void,
  ): void {
    let y = 0;
    eachOutput([0, 0, 0], [n, h, w, 0, O, kh, kw], (image, row, column, o) => {
      for (let i = 0; i < kh; i++) {
        for (let k = 0; k < kw * C; k++) {
          visit(((image * h + row + i) * w + column) * C + k, y, (i * kw * C + k) * O + o);
        }
      }
      y++;
    });
  }

  function backward([x, dy, filter, dw, dx]: number[], sizes: number[]): void {
    const [n, h, w, C, O, kh, kw] = sizes;
    const forFilter = new Float64Array(kh * kw * C * O);
    const forInput = new Float64Array(n * h * w * C);
    eachProduct(sizes, (xIndex, yIndex, filterIndex) => {
      forFilter[filterIndex] += f[x / 4 + xIndex] * f[dy / 4 + yIndex];
      forInput[xIndex] += f[filter / 4 + filterIndex] * f[dy / 4 + yIndex];
    });
    if (dw !== 0) f.set(forFilter, dw / 4);
    if (dx !== 0) f.set(forInput, dx / 4);
  }

  function unpooled(
    dy: number,
    argmax: number,
    n: number,
    oh: number,
    ow: number,
    O: number,
  ): Float32Array {
    const [ph, pw] = [oh >> 1, ow >> 1];
    const full = new Float32Array(n * oh * ow * O);
    for (let i = 0; i < n * ph * pw * O; i++) {
      const [o, pixel] = [i % O, Math.floor(i / O)];
      const [column, line] = [pixel % pw, Math.floor(pixel / pw)];
      const [row, image, corner] = [line % ph, Math.floor(line / ph), bytes[argmax + i]];
      if (corner === 4) continue;
      const [r, c] = [2 * row + (corner >> 1), 2 * column + corner % 2];
      full[((image * oh + r) * ow + c) * O + o] = f[dy / 4 + i];
    }
    return full;
  }

  const winograd: WinogradKernels = {
    transform(filter, U, UT, C, O): void {
      copy(filter, U, 9 * C * O);
      if (UT !== 0) copy(filter, UT, 9 * C * O);
    },
    forward: (x, U, bias, y, _scratch, n, h, w, C, O, relu) =>
      forward([x, U, bias], y, [n, h, w, C, O, 3, 3], relu),
    poolForward: (x, U, bias, y, argmax, _scratch, n, h, w, C, O, relu) =>
      poolForward([x, U, bias], [y, argmax], [n, h, w, C, O, 3, 3], relu),
    backward: (x, dy, UT, dw, dx, _scratch, n, h, w, C, O) =>
      backward([x, dy, UT, dw, dx], [n, h, w, C, O, 3, 3]),
    poolBackward(x, dy, argmax, UT, dw, dx, scratch, n, h, w, C, O): void {
      // The scratch is too small for the whole batch: image by image, summing up.
      const full = unpooled(dy, argmax, n, h - 2, w - 2, O);
      const sums = new Float64Array(9 * C * O);
      const perImage = (h - 2) * (w - 2) * O;
      for (let image = 0; image < n; image++) {
        f.set(full.subarray(image * perImage, (image + 1) * perImage), scratch / 4);
        const from = 4 * image * h * w * C;
        const sizes = [1, h, w, C, O, 3, 3];
        backward([x + from, scratch, UT, dw, dx === 0 ? 0 : dx + from], sizes);
        for (let i = 0; i < sums.length; i++) sums[i] += f[dw / 4 + i];
      }
      f.set(sums, dw / 4);
    },
  };

  return {
    packFilter: (filter, packed, K, O) => copy(filter, packed, K * O),
    packFilterTransposed: (filter, packed, taps, C, O) => copy(filter, packed, taps * C * O),
    convForward: (x, packed, bias, y, ...rest) => forward([x, packed, bias], y, rest, rest[7]),
    convPoolForward: (x, packed, bias, y, argmax, ...rest) =>
      poolForward([x, packed, bias], [y, argmax], rest, rest[7]),
    convFilterGradient: (x, dy, dw, ...sizes) => backward([x, dy, 0, dw, 0], sizes),
    convInputGradient: (dy, packed, dx, ...sizes) => backward([0, dy, packed, 0, dx], sizes),
    greyPoolFilterGradient(x, dy, argmax, dw, n, h, w, O, side): void {
      const full = unpooled(dy, argmax, n, h - side + 1, w - side + 1, O);
      const sums = new Float64Array(side * side * O);
      eachProduct([n, h, w, 1, O, side, side], (xIndex, yIndex, filterIndex) => {
        sums[filterIndex] += f[x / 4 + xIndex] * full[yIndex];
      });
      f.set(sums, dw / 4);
    },
    unpool: (dy, argmax, full, ...sizes) => f.set(unpooled(dy, argmax, ...sizes), full / 4),
    pooledBiasGradient(dy, argmax, dbias, rows, O): void {
      const sums = new Float64Array(O);
      for (let i = 0; i < rows * O; i++) if (bytes[argmax + i] < 4) sums[i % O] += f[dy / 4 + i];
      f.set(sums, dbias / 4);
    },
    winogradFilter: winograd.transform,
    winogradForward: winograd.forward,
    winogradPoolForward: winograd.poolForward,
    winogradBackward: winograd.backward,
    winogradPoolBackward: winograd.poolBackward,
    winograd4Filter: winograd.transform,
    winograd4Forward: winograd.forward,
    winograd4PoolForward: winograd.poolForward,
    winograd4Backward: winograd.backward,
    winograd4PoolBackward: winograd.poolBackward,
  };
}
