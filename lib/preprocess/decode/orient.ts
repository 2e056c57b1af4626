import sharp from "sharp";
import type { ColourImage } from "./colour_image.ts";

/** What has to be done to the stored pixels: mirrored left to right, then turned clockwise. */
const turns: Readonly<Record<number, readonly [isMirrored: boolean, degrees: number]>> = {
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
};

/** Turns a picture as a camera noted that it is to be seen.
 *
 * @param orientation EXIF's tag 274, 1 to 8; any other number leaves the picture as it is
 */
export async function orient(image: ColourImage, orientation: number): Promise<ColourImage> {
  const turn = turns[orientation];
  if (turn === undefined) return image;
  const { width, height, channels, pixels } = image;
  const { data, info } = await sharp(pixels, { raw: { width, height, channels } })
    .flop(turn[0]) // done before the picture is turned
    .rotate(turn[1])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const turned = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, channels: info.channels, pixels: turned };
}
