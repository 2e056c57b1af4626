import { multiplyTile } from "./multiply_tile";
import { bytesAhead, imagesAhead, rowsAhead } from "./pixel_walk";

/** Pixels that go through all panels of the filter before the next ones: their windows stay in the
 * first-level cache. A multiple of the six of a tile. */
const pixelsTogether: i32 = 120;

/** y = x ∗ filter: a product of the windows [pixels, kh·kw·C] with the filter [kh·kw·C, O].
 *
 * The windows are not copied out: with channels last, each row of a window is one piece of memory.
 *
 * Measured on one core with a peak of 59 GFLOP/s: 3 × 3, 32 → 64 channels 50; 8 → 24 46; 5 × 5, 1 → 16
 * 36; 3 × 3, 1 → 32 26 (there, writing y takes half of the time). */
export function convForward(
  x: usize, packed: usize, bias: usize, y: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, kh: i32, kw: i32, relu: i32,
): void {
  const pixels = n * (h - kh + 1) * (w - kw + 1);
  const column = <usize>(kh * kw * C) << 2;
  for (let first = 0; first < pixels; first += pixelsTogether) {
    const end = min(first + pixelsTogether, pixels);
    let panel = packed;
    for (let o = 0; o < O;) {
      const bytes = <usize>o << 2, b = bias ? bias + bytes : 0, left = O - o;
      if (left >= 8) {
        panelForward(true, 4, x, panel, b, y + bytes, first, end, h, w, C, O, kh, kw, relu);
        panel += column << 3;
        o += 8;
      } else {
        const lanes = min(left, 4);
        panelForward(false, lanes, x, panel, b, y + bytes, first, end, h, w, C, O, kh, kw, relu);
        panel += column << 2;
        o += 4;
      }
    }
  }
}

/** Output pixels `q` to `end` of 8 (or 4) output channels. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function panelForward(
  wide: bool, lanes: i32, x: usize, panel: usize, bias: usize, y: usize, q: i32, end: i32,
  h: i32, w: i32, C: i32, O: i32, kh: i32, kw: i32, relu: i32,
): void {
  const oh = h - kh + 1, ow = w - kw + 1;
  const pixel = <usize>C << 2, yPixel = <usize>O << 2, run = <usize>kw * pixel;
  const rowSkip = <usize>(kw - 1) * pixel, imageSkip = <usize>((kh - 1) * w) * pixel;
  const skip = <usize>w * pixel - run;
  const image = q / (oh * ow), rest = q % (oh * ow);
  let row = rest / ow, column = rest % ow;
  let p = x + <usize>((image * h + row) * w + column) * pixel;
  y += <usize>q * yPixel;
  for (; q < end; q += 6) {
    const last = end - 1 - q; // beyond the last pixel, it is computed again
    const i1 = min(1, last), i2 = min(2, last), i3 = min(3, last), i4 = min(4, last), i5 = min(5, last);
    multiplyTile(
      wide, lanes, false,
      p,
      p + bytesAhead(i1, row, column, oh, ow, pixel, rowSkip, imageSkip),
      p + bytesAhead(i2, row, column, oh, ow, pixel, rowSkip, imageSkip),
      p + bytesAhead(i3, row, column, oh, ow, pixel, rowSkip, imageSkip),
      p + bytesAhead(i4, row, column, oh, ow, pixel, rowSkip, imageSkip),
      p + bytesAhead(i5, row, column, oh, ow, pixel, rowSkip, imageSkip),
      panel, run, kh, skip,
      y, y + <usize>i1 * yPixel, y + <usize>i2 * yPixel,
      y + <usize>i3 * yPixel, y + <usize>i4 * yPixel, y + <usize>i5 * yPixel,
      bias, relu,
    );
    p += bytesAhead(6, row, column, oh, ow, pixel, rowSkip, imageSkip);
    y += 6 * yPixel;
    const rows = rowsAhead(6, column, ow);
    column += 6 - rows * ow;
    row += rows - imagesAhead(rows, row, oh) * oh;
  }
}
