import type { Rng } from "@lib/base/rng.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** A sheet seen by a camera that is not held straight: its corners move, its sides stay straight.
 *
 * @param image light, 0 black to 255 white
 * @param amount how far a corner moves inwards at most, as a part of the shorter side
 */
export function inPerspective(image: LightImage, amount: number, rng: Rng): LightImage {
  const { width, height, pixels } = image;
  const most = amount * Math.min(width, height);
  const corner = (x: number, y: number): [number, number] => {
    return [
      x + (x > 0 ? -1 : 1) * rng.between(0, most),
      y + (y > 0 ? -1 : 1) * rng.between(0, most),
    ];
  };
  // Seen inside the sheet: the corners of the picture lie on the sheet.
  const quad = [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)] as const;
  const toSheet = squareToQuad(quad);
  const seen = new Uint8Array(pixels.length);
  for (let i = 0; i < seen.length; i++) {
    const [u, v] = [(i % width + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    const [x, y] = toSheet(u, v);
    seen[i] = sample(image, x - 0.5, y - 0.5);
  }
  return lightImage(width, height, seen);
}

type Point = readonly [number, number];

/** The projective map of the unit square onto a quadrilateral (Heckbert, 1989,
 * https://www2.eecs.berkeley.edu/Pubs/TechRpts/1989/CSD-89-516.pdf, section 2.2.3). */
function squareToQuad(
  [[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Point, Point, Point, Point],
): (u: number, v: number) => [number, number] {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return [
      ((x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0) / w,
      ((y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0) / w,
    ];
  };
}

function sample({ width, height, pixels }: LightImage, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [right, down] = [x - left, y - top].map((part) => Math.min(1, Math.max(0, part)));
  const at = top * width + left;
  const upper = pixels[at] * (1 - right) + pixels[at + 1] * right;
  const lower = pixels[at + width] * (1 - right) + pixels[at + width + 1] * right;
  return Math.round(upper * (1 - down) + lower * down);
}
