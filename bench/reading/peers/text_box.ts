/** Where writing is, in pixels. */
export interface TextBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Probability from which a pixel is in the heart of some writing, and how much larger the writing is than
 * its heart, both as PaddleOCR has them (`det_db_thresh`, `det_db_unclip_ratio`). */
const [threshold, unclip] = [0.3, 1.5];

/** The box around all writing, of a map of differentiable binarisation (Liao et al. 2020), which marks the
 * heart of each line: grown by `area × 1.5 / perimeter` on all sides, cut at the edge of the map.
 *
 * @param map probabilities, `[height × width]`
 * @returns undefined where nothing is found
 */
export function textBox(
  map: ArrayLike<number>,
  width: number,
  height: number,
): TextBox | undefined {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (map[y * width + x] <= threshold) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  if (right === 0) return undefined;
  const [across, down] = [right - left, bottom - top];
  const more = across * down * unclip / (2 * (across + down));
  [left, top] = [Math.max(0, left - more), Math.max(0, top - more)];
  [right, bottom] = [Math.min(width, right + more), Math.min(height, bottom + more)];
  return { left, top, width: right - left, height: bottom - top };
}
