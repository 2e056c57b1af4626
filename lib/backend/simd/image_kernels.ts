import type { Pointer } from "./conv_kernels.ts";

/** The kernels for images of one byte a pixel. */
export interface ImageKernels {
  /** target `[rows, columns]`, bytes = the source's pixels, mixed along the rows, then down the columns.
   * @param source `[*, width]`, bytes, and `width + 8` more that may be read
   * @param firstsDown int32 `[rows]`, ascending: the first source row that each is mixed from
   * @param weightsDown float64 `[rows, tapsDown]`
   * @param firstsAcross int32 `[columns]`, filled up to a multiple of four: the first source pixel of each
   * @param weightsAcross float64 `[the same, tapsAcross]`
   * @param lines scratch: `8 * ((tapsDown + 1) * the same + 2 * (width + 8))` bytes
   * @param target has four more bytes that may be written */
  resampleRows(
    source: Pointer,
    width: number,
    firstsDown: Pointer,
    weightsDown: Pointer,
    tapsDown: number,
    rows: number,
    firstsAcross: Pointer,
    weightsAcross: Pointer,
    tapsAcross: number,
    columns: number,
    lines: Pointer,
    target: Pointer,
  ): void;
  /** Raises `count` bytes of target to those of source, where these are higher.
   * @param target lies before source; the two may overlap */
  raiseBytes(target: Pointer, source: Pointer, count: number): void;
}
