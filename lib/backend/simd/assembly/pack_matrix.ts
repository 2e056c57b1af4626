import { packFilter } from "./pack_filter";
import { transposeFour } from "./transpose";

/** Packs the right factor of a product for `gemm`, as `packFilter` packs a filter: panels of 8
 * columns, the rest in fours.
 *
 * @param b [K][N], or [N][K] where `transposed` is 1 */
export function packMatrix(b: usize, packed: usize, K: i32, N: i32, transposed: i32): void {
  if (!transposed) {
    packFilter(b, packed, K, N);
    return;
  }
  const row = <usize>K << 2, inFours = K & ~3;
  for (let j = 0; j < N;) {
    const width = N - j >= 8 ? 8 : 4, line = <usize>width << 2;
    for (let four = 0; four < width; four += 4) { // four columns of the panel, rows of b
      const from = b + <usize>(j + four) * row, to = packed + (<usize>four << 2);
      const used = min(N - j - four, 4);
      let k = 0;
      if (used == 4) {
        for (; k < inFours; k += 4) {
          transposeFour(from + (<usize>k << 2), row, to + <usize>k * line, line);
        }
      }
      for (; k < K; k++) {
        for (let i = 0; i < 4; i++) {
          const value: f32 = i < used ? load<f32>(from + <usize>i * row + (<usize>k << 2)) : 0;
          store<f32>(to + <usize>k * line + (<usize>i << 2), value);
        }
      }
    }
    packed += <usize>K * line;
    j += width;
  }
}
