/** Copies `count` floats, four at a time: rows of images are too short for memory.copy to pay. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function copyFloats(from: usize, to: usize, count: i32): void {
  const end = to + (<usize>count << 2), last = to + (<usize>(count & ~3) << 2);
  for (; to < last; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(from));
}

/** Writes `count` zeros. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function clearFloats(to: usize, count: i32): void {
  const end = to + (<usize>count << 2), last = to + (<usize>(count & ~3) << 2);
  for (; to < last; to += 16) v128.store(to, f32x4.splat(0));
  for (; to < end; to += 4) store<f32>(to, 0);
}
