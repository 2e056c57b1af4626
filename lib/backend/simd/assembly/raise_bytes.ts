/** Raises bytes to those further on, where these are higher, from the first to the last: the two may overlap.
 *
 *     target ○ ○ ○ ○ ○ … count          each target = max(target, source)
 *     source      ○ ○ ○ ○ ○ …
 *
 * @param target lies before source */
export function raiseBytes(target: usize, source: usize, count: i32): void {
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    v128.store(target + i, i8x16.max_u(v128.load(target + i), v128.load(source + i)));
  }
  for (; i < count; i++) {
    const other = load<u8>(source + i);
    if (other > load<u8>(target + i)) store<u8>(target + i, other);
  }
}
