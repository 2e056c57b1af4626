/** Images whose ink is moved to the middle before a model sees them, as the images of MNIST were moved when they
 * were made. Whether a model wants that belongs to the model and is stored with it, in `userDefinedMetadata` of
 * `model.json`.
 *
 * @module
 */

import type { LayersModel } from "../backend/layers_model.ts";
import { digitSide, imageSide, pixelsPerImage } from "../image/digit_size.ts";

const key = "centred";

/** The centres of mass of MNIST's images all lie within half a pixel of column and row 14, counted from 0. From so
 * many pixels off, an image is moved; less is what networks are used to. */
const leastMove = 2;

/** Levels of a pixel that is paper, with the dust of a scan. */
const mostPaper = 25;

/** Whether the images for a model are moved to the middle.
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { seesCentred } from "@lib/model/centring.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * strictEqual(seesCentred(await loadHandwritingModel()), true);
 * ```
 */
export function seesCentred(model: LayersModel): boolean {
  const metadata = model.getUserDefinedMetadata() as Readonly<Record<string, unknown>> | undefined;
  return metadata?.[key] === true;
}

/** Notes in a model that its images are to be moved to the middle; `saveModel` keeps it.
 *
 * @param model changed in place; its other metadata stays
 */
export function setSeesCentred(model: LayersModel): void {
  model.setUserDefinedMetadata({ ...model.getUserDefinedMetadata(), [key]: true });
}

/** Moves the ink of images by whole pixels, so that its centre of mass comes to the middle, where it lies at least
 * two pixels off. What is larger than MNIST's digits stays, as pages with dust, rules or strokes across, whose centre
 * says nothing of a digit's; and no ink is ever cut off.
 *
 * @param images `[n × 784]`, 0 paper to 255 full stroke; not changed
 * @returns `[n × 784]`, new
 */
export function centred(images: Uint8Array): Uint8Array<ArrayBuffer> {
  const moved = new Uint8Array(images.length);
  for (let at = 0; at < images.length; at += pixelsPerImage) {
    const image = images.subarray(at, at + pixelsPerImage);
    const [right, down] = moveOf(image);
    const [first, end] = [Math.max(0, -right), imageSide - Math.max(0, right)];
    for (let y = Math.max(0, -down); y < imageSide - Math.max(0, down); y++) {
      const row = image.subarray(y * imageSide + first, y * imageSide + end);
      moved.set(row, at + (y + down) * imageSide + first + right);
    }
  }
  return moved;
}

/** How far to move an image: pixels to the right, pixels down. */
function moveOf(image: Uint8Array): readonly [right: number, down: number] {
  let [mass, massX, massY] = [0, 0, 0];
  let [left, top, right, bottom] = [imageSide, imageSide, -1, -1];
  for (let y = 0, i = 0; y < imageSide; y++) {
    for (let x = 0; x < imageSide; x++, i++) {
      const level = image[i];
      if (level === 0) continue;
      mass += level;
      massX += level * x;
      massY += level * y;
      if (level <= mostPaper) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const last = imageSide - 1;
  if (right < 0 || Math.max(right - left, bottom - top) >= digitSide) return [0, 0];
  const wanted = [massX / mass, massY / mass].map((centre) => Math.round(imageSide / 2 - centre));
  if (Math.max(...wanted.map(Math.abs)) < leastMove) return [0, 0];
  return [within(wanted[0], -left, last - right), within(wanted[1], -top, last - bottom)];
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
