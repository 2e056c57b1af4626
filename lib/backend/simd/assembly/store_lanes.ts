/** Stores the first 1 to 4 lanes. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function storeLanes(target: usize, value: v128, lanes: i32): void {
  if (lanes == 4) {
    v128.store(target, value);
  } else {
    v128.store_lane<f32>(target, value, 0);
    if (lanes > 1) v128.store_lane<f32>(target, value, 1, 4);
    if (lanes > 2) v128.store_lane<f32>(target, value, 2, 8);
  }
}

/** Stores the first 1 to 4 lanes of integers from 0 to 255 as bytes. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function storeByteLanes(target: usize, value: v128, lanes: i32): void {
  const shorts = i16x8.narrow_i32x4_u(value, value);
  const bytes = i8x16.narrow_i16x8_u(shorts, shorts);
  if (lanes == 4) {
    v128.store_lane<u32>(target, bytes, 0);
  } else {
    v128.store_lane<u8>(target, bytes, 0);
    if (lanes > 1) v128.store_lane<u8>(target, bytes, 1, 1);
    if (lanes > 2) v128.store_lane<u8>(target, bytes, 2, 2);
  }
}
