/** Natural logarithm of a positive number, to 1e-15; NaN of NaN, infinity of infinity.
 *
 * x = 2ᵏ · (1 + f) with 1 + f between √½ and √2; with s = f / (2 + f), log(1 + f) is a series in s²
 * (FreeBSD's e_log.c, https://svnweb.freebsd.org/base/head/lib/msun/src/e_log.c). AssemblyScript's own
 * would bring a table into the memory. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function log(x: f64): f64 {
  if (!(x < Infinity)) return x;
  let bits = reinterpret<i64>(x);
  const k = <i32>((bits - 0x3fe6a09e667f3bcd) >> 52); // √½ in bits
  bits -= <i64>k << 52;
  const f = reinterpret<f64>(bits) - 1, s = f / (2 + f), z = s * s;
  let r: f64 = 0.1479819860511658591;
  r = r * z + 0.1531383769920937332;
  r = r * z + 0.1818357216161805012;
  r = r * z + 0.2222219843214978396;
  r = r * z + 0.2857142874366239149;
  r = r * z + 0.3999999999940941908;
  r = r * z + 0.6666666666666735130;
  r *= z;
  const half = 0.5 * f * f;
  return <f64>k * 0.69314718055994530942 - (half - s * (half + r) - f);
}
