/** A rectangle of pixels. */
export interface Box {
  /** Left column. */
  readonly x: number;
  /** Top row. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** The smallest box around some boxes, of which there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) { // noise has more than a call takes arguments
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
