/** The sizes of a convolution with stride 1 and without padding. */
export interface Sizes {
  readonly n: number;
  readonly h: number;
  readonly w: number;
  readonly C: number;
  readonly O: number;
  readonly kh: number;
  readonly kw: number;
}

/** Output pixels down and across. */
export function outputSize({ h, w, kh, kw }: Sizes): [number, number] {
  return [h - kh + 1, w - kw + 1];
}

/** Visits each product of the convolution: the numbers of its input, weight and output. */
function forEachProduct(
  sizes: Sizes,
  visit: (input: number, weight: number, output: number) => void,
): void {
  const { n, h, w, C, O, kh, kw } = sizes;
  const [oh, ow] = outputSize(sizes);
  for (let image = 0; image < n; image++) {
    for (let v = 0; v < oh; v++) {
      for (let u = 0; u < ow; u++) {
        for (let i = 0; i < kh; i++) {
          for (let j = 0; j < kw; j++) {
            for (let c = 0; c < C; c++) {
              const input = ((image * h + v + i) * w + u + j) * C + c;
              const weight = ((i * kw + j) * C + c) * O;
              const output = ((image * oh + v) * ow + u) * O;
              for (let o = 0; o < O; o++) visit(input, weight + o, output + o);
            }
          }
        }
      }
    }
  }
}

/** The convolution in plain loops, in double precision. */
export function plainForward(
  sizes: Sizes,
  x: ArrayLike<number>,
  filter: ArrayLike<number>,
  bias: ArrayLike<number> | null,
  relu: boolean,
): Float64Array {
  const [oh, ow] = outputSize(sizes);
  const y = new Float64Array(sizes.n * oh * ow * sizes.O);
  forEachProduct(sizes, (input, weight, output) => {
    y[output] += x[input] * filter[weight];
  });
  if (bias !== null) { for (let i = 0; i < y.length; i++) y[i] += bias[i % sizes.O]; }
  return relu ? y.map((value) => Math.max(0, value)) : y;
}

/** Its gradients, in double precision. */
export function plainGradients(
  sizes: Sizes,
  x: ArrayLike<number>,
  filter: ArrayLike<number>,
  dy: ArrayLike<number>,
): { dw: Float64Array; dx: Float64Array } {
  const dw = new Float64Array(filter.length);
  const dx = new Float64Array(x.length);
  forEachProduct(sizes, (input, weight, output) => {
    dw[weight] += x[input] * dy[output];
    dx[input] += filter[weight] * dy[output];
  });
  return { dw, dx };
}

/** The largest of each 2 × 2 window of `y` `[n, oh, ow, O]`, and which it was.
 *
 * @param relu whether a largest ≤ 0 counts as cut off: 0, and argmax 4 */
export function plainPool(
  sizes: Sizes,
  y: ArrayLike<number>,
  relu: boolean,
): { pooled: Float64Array; argmax: Uint8Array } {
  const { n, O } = sizes;
  const [oh, ow] = outputSize(sizes);
  const [height, width] = [oh >> 1, ow >> 1];
  const pooled = new Float64Array(n * height * width * O);
  const argmax = new Uint8Array(pooled.length);
  for (let i = 0; i < pooled.length; i++) {
    let best = -Infinity;
    for (let corner = 0; corner < 4; corner++) {
      const value = y[pixelOf(i, corner, [oh, ow], O)];
      if (value > best) [best, argmax[i]] = [value, corner];
    }
    pooled[i] = relu ? Math.max(0, best) : best;
    if (relu && best <= 0) argmax[i] = 4;
  }
  return { pooled, argmax };
}

/** The gradient before the pool: each value at the pixel it came from, zeros elsewhere. */
export function plainUnpool(
  sizes: Sizes,
  dyPooled: ArrayLike<number>,
  argmax: Uint8Array,
): Float64Array {
  const [oh, ow] = outputSize(sizes);
  const dy = new Float64Array(sizes.n * oh * ow * sizes.O);
  for (let i = 0; i < argmax.length; i++) {
    if (argmax[i] < 4) dy[pixelOf(i, argmax[i], [oh, ow], sizes.O)] = dyPooled[i];
  }
  return dy;
}

/** Number in `y` of one of the four pixels behind number `i` of the pooled output. */
function pixelOf(i: number, corner: number, [oh, ow]: [number, number], O: number): number {
  const [height, width] = [oh >> 1, ow >> 1];
  const pixel = Math.floor(i / O);
  const column = 2 * (pixel % width) + corner % 2;
  const row = 2 * (Math.floor(pixel / width) % height) + (corner >> 1);
  const image = Math.floor(pixel / (width * height));
  return ((image * oh + row) * ow + column) * O + i % O;
}
