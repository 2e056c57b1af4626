/** Images for the network, out of the whole set: picked, shifted, cropped, scaled.
 *
 *     image, 28 × 28         shifted by (right, down)     y, the crop: 28 − 2 · crop pixels a side
 *     ┌──────────┐           ┌──────────┐
 *     │  ┌────┐  │           │ ┌┄┄┄┄┄┄┐ │                y = pixel · scale + offset,
 *     │  │ink │  │     →     │ ┆┌────┐┆ │                offset where the shifted image ends
 *     │  └────┘  │           │ ┆│ink │┆ │
 *     └──────────┘           └─┴┴┄┄┄┄┴┴─┘
 *
 * @param images bytes, [*, 28, 28]
 * @param indices i32: which images
 * @param shifts i8 pairs (right, down), one an image; 0: none */
export function prepareImages(
  images: usize, indices: usize, shifts: usize, y: usize,
  n: i32, crop: i32, scale: f32, offset: f32,
): void {
  const side = 28 - 2 * crop;
  for (let i = 0; i < n; i++) {
    const image = images + <usize>load<i32>(indices + (<usize>i << 2)) * 784;
    const shift = shifts + (<usize>i << 1);
    const right: i32 = shifts ? load<i8>(shift) : 0, down: i32 = shifts ? load<i8>(shift, 1) : 0;
    const first = min(max(right - crop, 0), side); // columns of y that have pixels
    const end = max(min(28 + right - crop, side), first);
    for (let row = 0; row < side; row++) {
      const from = row + crop - down;
      if (from < 0 || from >= 28) {
        fill(y, 0, side, offset);
      } else {
        fill(y, 0, first, offset);
        scaleBytes(image + from * 28 + crop - right, y, first, end, scale, offset);
        fill(y, end, side, offset);
      }
      y += <usize>side << 2;
    }
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function fill(y: usize, from: i32, end: i32, value: f32): void {
  for (let i = from; i < end; i++) store<f32>(y + (<usize>i << 2), value);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function scaleBytes(x: usize, y: usize, from: i32, end: i32, scale: f32, offset: f32): void {
  const factor = f32x4.splat(scale), start = f32x4.splat(offset);
  let i = from;
  for (; i + 4 <= end; i += 4) {
    const bytes = v128.load32_zero(x + i);
    const whole = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
    const scaled = f32x4.add(f32x4.mul(f32x4.convert_i32x4_u(whole), factor), start);
    v128.store(y + (<usize>i << 2), scaled);
  }
  for (; i < end; i++) store<f32>(y + (<usize>i << 2), <f32>load<u8>(x + i) * scale + offset);
}
