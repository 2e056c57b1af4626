/** A byte address in the memory of the module; 0 where an optional array is left out. */
export type Pointer = number;

/** The convolutions of the SIMD module: stride 1, no dilation, no padding (pad the input first).
 *
 * Pointers are to float32 arrays, channels last, but `argmax`, one byte an element. Sizes: `n` images
 * of `h` × `w` pixels with `C` channels each; a filter of `kh` × `kw` with `O` output channels; output
 * pixels `oh` = h − kh + 1 by `ow` = w − kw + 1. So `x` is `[n, h, w, C]`, `filter` `[kh, kw, C, O]`,
 * `y` `[n, oh, ow, O]`. All sizes are taken; O a multiple of 4 is fast, of 8 fastest. Kernels may
 * load, but never store, up to 60 bytes past an array. `relu` is 0 or 1.
 */
export interface ConvKernels {
  /** Packs a filter, seen as a matrix `[K, O]` with K = kh × kw × C, for the forward pass.
   * @param packed `packedFilterBytes` */
  packFilter(filter: Pointer, packed: Pointer, K: number, O: number): void;

  /** Packs a filter for the gradient to the input.
   * @param packed `packedFilterBytes`
   * @param taps kh × kw */
  packFilterTransposed(
    filter: Pointer,
    packed: Pointer,
    taps: number,
    C: number,
    O: number,
  ): void;

  /** y = x ∗ filter, plus the bias where there is one, cut off at 0 where `relu` is 1. */
  convForward(
    x: Pointer,
    packed: Pointer,
    bias: Pointer,
    y: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    kh: number,
    kw: number,
    relu: number,
  ): void;

  /** The same, and of each 2 × 2 window only the largest.
   * @param y `[n, ⌊oh/2⌋, ⌊ow/2⌋, O]`
   * @param argmax the same shape: which of the window's pixels it was, 0 to 3 row by row (the
   *   first among equals), or 4 where `relu` cut it off; 0: not wanted */
  convPoolForward(
    x: Pointer,
    packed: Pointer,
    bias: Pointer,
    y: Pointer,
    argmax: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    kh: number,
    kw: number,
    relu: number,
  ): void;

  /** Gradient to the filter; overwrites `dw`. */
  convFilterGradient(
    x: Pointer,
    dy: Pointer,
    dw: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    kh: number,
    kw: number,
  ): void;

  /** Gradient to the input; overwrites `dx`. C a multiple of 4 is fast here.
   * @param packed the filter from `packFilterTransposed` */
  convInputGradient(
    dy: Pointer,
    packed: Pointer,
    dx: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    kh: number,
    kw: number,
  ): void;

  /** `unpool` and `convFilterGradient` in one, for one channel in and a filter of 3 × 3, with O a
   * multiple of 4, or of 5 × 5; overwrites `dw`.
   * @param side of the filter */
  greyPoolFilterGradient(
    x: Pointer,
    dyPooled: Pointer,
    argmax: Pointer,
    dw: Pointer,
    n: number,
    h: number,
    w: number,
    O: number,
    side: number,
  ): void;

  /** The gradient before a 2 × 2 max pool; overwrites all of `dy`, also what the pool dropped.
   * @param dyPooled `[n, ⌊oh/2⌋, ⌊ow/2⌋, O]`
   * @param argmax from the forward pass
   * @param dy `[n, oh, ow, O]` */
  unpool(
    dyPooled: Pointer,
    argmax: Pointer,
    dy: Pointer,
    n: number,
    oh: number,
    ow: number,
    O: number,
  ): void;

  /** Gradient to the bias before ReLU and a 2 × 2 max pool: the sum of each channel of the pooled
   * gradient where ReLU did not cut off; overwrites `dbias` `[O]`.
   * @param rows pooled pixels of the batch */
  pooledBiasGradient(
    dyPooled: Pointer,
    argmax: Pointer,
    dbias: Pointer,
    rows: number,
    O: number,
  ): void;

  /** Transforms a 3 × 3 filter for Winograd's convolution; C and O multiples of 4, as in all of
   * Winograd's.
   * @param U 16 × C × O floats, for the forward pass
   * @param UT as many, for the gradient to the input; 0 where it is not wanted */
  winogradFilter(filter: Pointer, U: Pointer, UT: Pointer, C: number, O: number): void;

  /** As `convForward` with a 3 × 3 filter, with 2.25 times fewer multiplications.
   * @param scratch `winogradScratchBytes`
   * @param group images transformed together, see `winogradGroup` */
  winogradForward(
    x: Pointer,
    U: Pointer,
    bias: Pointer,
    y: Pointer,
    scratch: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    relu: number,
    group: number,
  ): void;

  /** As `convPoolForward` with a 3 × 3 filter. */
  winogradPoolForward(
    x: Pointer,
    U: Pointer,
    bias: Pointer,
    y: Pointer,
    argmax: Pointer,
    scratch: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    relu: number,
    group: number,
  ): void;

  /** As `winogradFilter` for `winograd4Forward` and `winograd4Backward`.
   * @param U 36 × C × O floats, as UT has */
  winograd4Filter(filter: Pointer, U: Pointer, UT: Pointer, C: number, O: number): void;

  /** As `winogradForward` with tiles of 4 × 4 output pixels: 4 times fewer multiplications than the
   * direct one where the tiles fit the image. Its error is at most 1e-5 of the largest value.
   * @param scratch and `group` from `winogradSizes` */
  winograd4Forward: ConvKernels["winogradForward"];

  /** As `winogradPoolForward`, likewise.
   * @param argmax 0: not wanted */
  winograd4PoolForward: ConvKernels["winogradPoolForward"];

  /** Gradients to a 3 × 3 filter and to the input; each is overwritten, or left out where 0. */
  winogradBackward(
    x: Pointer,
    dy: Pointer,
    UT: Pointer,
    dw: Pointer,
    dx: Pointer,
    scratch: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    group: number,
  ): void;

  /** The same behind a 2 × 2 max pool: `unpool` and `winogradBackward` in one. */
  winogradPoolBackward(
    x: Pointer,
    dyPooled: Pointer,
    argmax: Pointer,
    UT: Pointer,
    dw: Pointer,
    dx: Pointer,
    scratch: Pointer,
    n: number,
    h: number,
    w: number,
    C: number,
    O: number,
    group: number,
  ): void;

  /** As `winogradBackward` with tiles of 4 × 4 output pixels. Its errors are at most 1e-5 of the
   * largest value of each gradient.
   * @param UT from `winograd4Filter`
   * @param scratch and `group` from `winogradSizes` */
  winograd4Backward: ConvKernels["winogradBackward"];

  /** As `winogradPoolBackward`, likewise. */
  winograd4PoolBackward: ConvKernels["winogradPoolBackward"];
}
