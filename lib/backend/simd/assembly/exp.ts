import { madd } from "./madd";

/** eˣ of four numbers up to 88, to 1.7e-7 relative at most; 0 below −87.3, NaN of NaN.
 *
 * x = n · ln 2 + r with |r| ≤ ½ ln 2 (ln 2 in two parts, so that r keeps its digits); eʳ is a
 * polynomial, 2ⁿ is written into the exponent. Polynomial and accuracy: S. Moshier's Cephes library,
 * expf (https://www.netlib.org/cephes/, single.tgz). */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function exp(x: v128): v128 {
  const lowest = f32x4.splat(-87.3);
  const bounded = f32x4.max(f32x4.min(x, f32x4.splat(88)), lowest);
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(1.44269504)));
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = madd(f32x4.splat(1.9875691500e-4), r, f32x4.splat(1.3981999507e-3));
  p = madd(p, r, f32x4.splat(8.3334519073e-3));
  p = madd(p, r, f32x4.splat(4.1665795894e-2));
  p = madd(p, r, f32x4.splat(1.6666665459e-1));
  p = madd(p, r, f32x4.splat(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, lowest));
}
