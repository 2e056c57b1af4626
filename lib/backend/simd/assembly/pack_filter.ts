/** Packs a filter for the forward pass, and for the gradient to the input.
 *
 * Tiles multiply 8 output channels at a time (the last up to 7 in fours), so their weights are laid
 * side by side, in the order in which the tile walks over the filter:
 *
 *     filter [K][O]                       packed
 *     ┌────────┬────────┬────┬──┐         [K][8], [K][8], [K][4], [K][4]
 *   K │   8    │   8    │ 4  │2 │    →    the last one filled up with zeros
 *     └────────┴────────┴────┴──┘
 */
export function packFilter(filter: usize, packed: usize, K: i32, O: i32): void {
  const row = <usize>O << 2;
  for (let o = 0; o < O;) {
    const width = O - o >= 8 ? 8 : 4;
    const used = <usize>min(O - o, width) << 2;
    let from = filter + (<usize>o << 2);
    for (let k = 0; k < K; k++) {
      if (used < 16) memory.fill(packed, 0, 16); // left as it was, it might be slow to multiply
      if (used == 32) {
        v128.store(packed, v128.load(from));
        v128.store(packed, v128.load(from, 16), 16);
      } else memory.copy(packed, from, used);
      packed += <usize>width << 2;
      from += row;
    }
    o += width;
  }
}

/** The same for each tap of the filter, [C][O] turned into [O][C]: the gradient to the input is a
 * product with the transposed filter. */
export function packFilterTransposed(filter: usize, packed: usize, taps: i32, C: i32, O: i32): void {
  for (let tap = 0; tap < taps; tap++) {
    for (let c = 0; c < C;) {
      const width = C - c >= 8 ? 8 : 4;
      for (let o = 0; o < O; o++) {
        for (let i = 0; i < width; i++) {
          const from = filter + (<usize>((c + i) * O + o) << 2);
          store<f32>(packed + (<usize>i << 2), c + i < C ? load<f32>(from) : 0);
        }
        packed += <usize>width << 2;
      }
      c += width;
    }
    filter += <usize>(C * O) << 2;
  }
}
