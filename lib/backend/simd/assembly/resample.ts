/** Rows of a grey image of another size: each pixel of the result is mixed from a few neighbouring pixels of the
 * source, along the rows first, then down the columns.
 *
 *     source, bytes             lines, a ring                 target, bytes
 *     ○ ○ ○ ○ ○ ○               ◦ ◦ ◦ ◦ ┐                     ● ● ● ●  row y
 *     └───┘ first and      →    ◦ ◦ ◦ ◦ │ first row of y  →
 *     tapsAcross of a column    ◦ ◦ ◦ ◦ ┘ and tapsDown
 *
 * Mixed in double precision, and rounded to single precision after each line and each tap down: the same on every
 * engine.
 *
 * @param source [*, width], with width + 8 readable bytes after it: lines are made in pairs
 * @param firstsDown i32 [rows], ascending: the first source row of each
 * @param weightsDown f64 [rows, tapsDown]
 * @param firstsAcross i32 [columns, filled up to a multiple of 4], the first source pixel of each
 * @param weightsAcross f64 [the same, tapsAcross]
 * @param lines scratch: f64 [tapsDown + 1, the same], then f64 [width + 8, 2]
 * @param target [rows, columns], with 4 writable bytes after it: rounded to even, cut off at 0 and 255 */
export function resampleRows(
  source: usize, width: i32,
  firstsDown: usize, weightsDown: usize, tapsDown: i32, rows: i32,
  firstsAcross: usize, weightsAcross: usize, tapsAcross: i32, columns: i32,
  lines: usize, target: usize,
): void {
  const filled = (columns + 3) & ~3, ring = tapsDown + 1;
  const line = <usize>filled << 3;
  const pairs = lines + line * ring;
  let ready = load<i32>(firstsDown);
  for (let y = 0; y < rows; y++) {
    const first = load<i32>(firstsDown + (<usize>y << 2));
    for (; ready < first + tapsDown; ready += 2) {
      pairUp(source + <usize>ready * width, width, pairs);
      const upper = lines + line * (ready % ring), lower = lines + line * ((ready + 1) % ring);
      mixAcross(pairs, firstsAcross, weightsAcross, tapsAcross, filled, upper, lower);
    }
    const weights = weightsDown + ((<usize>y * tapsDown) << 3);
    mixDown(lines, line, first, weights, tapsDown, columns, target + <usize>y * columns);
  }
}

/** The pixels of a row, each beside the one below. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function pairUp(source: usize, width: i32, pairs: usize): void {
  for (let x = 0; x < width; x += 8, pairs += 128) {
    const upper = v128.load64_zero(source + x), lower = v128.load64_zero(source + x + width);
    const both = v128.shuffle<i8>(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const left = i16x8.extend_low_i8x16_u(both), right = i16x8.extend_high_i8x16_u(both);
    storePairs(i32x4.extend_low_i16x8_u(left), pairs);
    storePairs(i32x4.extend_high_i16x8_u(left), pairs + 32);
    storePairs(i32x4.extend_low_i16x8_u(right), pairs + 64);
    storePairs(i32x4.extend_high_i16x8_u(right), pairs + 96);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function storePairs(two: v128, pairs: usize): void {
  v128.store(pairs, f64x2.convert_low_i32x4_u(two));
  v128.store(pairs, f64x2.convert_low_i32x4_u(v128.shuffle<i64>(two, two, 1, 0)), 16);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function mixAcross(
  pairs: usize, firsts: usize, weights: usize, taps: i32, columns: i32, upper: usize, lower: usize,
): void {
  const next = <usize>taps << 3;
  for (let x = 0; x < columns; x += 2, firsts += 8, upper += 16, lower += 16) {
    let a = pairs + (<usize>load<i32>(firsts) << 4), b = pairs + (<usize>load<i32>(firsts, 4) << 4);
    let one = f64x2.splat(0), two = f64x2.splat(0);
    for (const end = weights + next; weights < end; weights += 8, a += 16, b += 16) {
      one = f64x2.add(one, f64x2.mul(v128.load64_splat(weights), v128.load(a)));
      two = f64x2.add(two, f64x2.mul(v128.load64_splat(weights + next), v128.load(b)));
    }
    weights += next;
    v128.store(upper, rounded(v128.shuffle<i64>(one, two, 0, 2)));
    v128.store(lower, rounded(v128.shuffle<i64>(one, two, 1, 3)));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function mixDown(
  lines: usize, line: usize, first: i32, weights: usize, taps: i32, columns: i32, target: usize,
): void {
  if (taps == 3) mixThree(lines, line, first, weights, columns, target);
  else mixAny(lines, line, first, weights, taps, columns, target);
}

/** `mixAny` with its taps written out: most images are made less than twice smaller. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function mixThree(
  lines: usize, line: usize, first: i32, weights: usize, columns: i32, target: usize,
): void {
  const a = v128.load64_splat(weights), b = v128.load64_splat(weights, 8);
  const c = v128.load64_splat(weights, 16);
  let upper = lines + line * (first & 3);
  let middle = lines + line * ((first + 1) & 3);
  let lower = lines + line * ((first + 2) & 3);
  for (let x = 0; x < columns; x += 4, upper += 32, middle += 32, lower += 32, target += 4) {
    let one = rounded(f64x2.mul(a, v128.load(upper)));
    let two = rounded(f64x2.mul(a, v128.load(upper, 16)));
    one = rounded(f64x2.add(one, f64x2.mul(b, v128.load(middle))));
    two = rounded(f64x2.add(two, f64x2.mul(b, v128.load(middle, 16))));
    one = f64x2.add(one, f64x2.mul(c, v128.load(lower)));
    two = f64x2.add(two, f64x2.mul(c, v128.load(lower, 16)));
    storeFour(one, two, target);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function mixAny(
  lines: usize, line: usize, first: i32, weights: usize, taps: i32, columns: i32, target: usize,
): void {
  const ring = line * (taps + 1), end = lines + ring;
  let start = lines + line * (first % (taps + 1));
  for (let x = 0; x < columns; x += 4, start += 32, target += 4) {
    let one = f64x2.splat(0), two = f64x2.splat(0);
    let from = start, limit = end + (<usize>x << 3);
    for (let tap = 0; tap < taps; tap++) {
      const weight = v128.load64_splat(weights + (<usize>tap << 3));
      one = rounded(f64x2.add(one, f64x2.mul(weight, v128.load(from))));
      two = rounded(f64x2.add(two, f64x2.mul(weight, v128.load(from, 16))));
      from += line;
      if (from >= limit) from -= ring;
    }
    storeFour(one, two, target);
  }
}

/** As bytes, rounded to single precision before. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeFour(one: v128, two: v128, target: usize): void {
  const low = f32x4.demote_f64x2_zero(one), high = f32x4.demote_f64x2_zero(two);
  const levels = f32x4.nearest(v128.shuffle<i64>(low, high, 0, 2));
  const whole = i32x4.trunc_sat_f32x4_s(levels);
  const words = i16x8.narrow_i32x4_s(whole, whole);
  v128.store32_lane(target, i8x16.narrow_i16x8_u(words, words), 0);
}

/** To single precision. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function rounded(pair: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(pair));
}
