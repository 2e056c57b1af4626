import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** One row times a packed panel of 8 (or 4) columns: for a product of one or two rows, of which a
 * tile of six would compute most in vain. Four steps of k have sums of their own, since each sum
 * waits for its last addition.
 *
 * @param lanes how many columns of a panel of 4 are stored */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function gemmRow(
  wide: bool, lanes: i32, accumulate: bool, a: usize, b: usize, K: i32, c: usize,
): void {
  const zero = f32x4.splat(0), line: usize = wide ? 32 : 16;
  let s0 = zero, s1 = zero, s2 = zero, s3 = zero, t0 = zero, t1 = zero, t2 = zero, t3 = zero;
  if (accumulate) {
    s0 = v128.load(c);
    if (wide) t0 = v128.load(c, 16);
  }
  const end = a + (<usize>K << 2), inFours = a + (<usize>(K & ~3) << 2);
  for (; a < inFours; a += 16) {
    let value = v128.load32_splat(a);
    s0 = madd(value, v128.load(b), s0); if (wide) t0 = madd(value, v128.load(b, 16), t0);
    b += line;
    value = v128.load32_splat(a, 4);
    s1 = madd(value, v128.load(b), s1); if (wide) t1 = madd(value, v128.load(b, 16), t1);
    b += line;
    value = v128.load32_splat(a, 8);
    s2 = madd(value, v128.load(b), s2); if (wide) t2 = madd(value, v128.load(b, 16), t2);
    b += line;
    value = v128.load32_splat(a, 12);
    s3 = madd(value, v128.load(b), s3); if (wide) t3 = madd(value, v128.load(b, 16), t3);
    b += line;
  }
  for (; a < end; a += 4) {
    const value = v128.load32_splat(a);
    s0 = madd(value, v128.load(b), s0); if (wide) t0 = madd(value, v128.load(b, 16), t0);
    b += line;
  }
  storeLanes(c, f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), lanes);
  if (wide) v128.store(c, f32x4.add(f32x4.add(t0, t1), f32x4.add(t2, t3)), 16);
}
