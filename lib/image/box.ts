/** A rectangle of pixels. */
export interface Box {
  /** Left column. */
  readonly x: number;
  /** Top row. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
