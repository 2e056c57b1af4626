import type { LayersModel } from "@lib/backend/layers_model.ts";
import { readImage, type Reading } from "@lib/predict/read_image.ts";
import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";

/** Reads a picture. */
export type PictureReader = (
  image: DecodedImage,
  options?: { readonly single?: boolean },
) => Promise<Reading>;

/** Reads pictures as `deno task predict` does.
 *
 * @param lineReader missing where lines are read by their cuts alone
 */
export function pictureReader(model: LayersModel, lineReader?: LayersModel): PictureReader {
  return (image, options) =>
    readImage(model, image, { ...options, ...(lineReader && { lineReader }) });
}
