import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import type { Rule } from "./photograph.ts";
import { smoothNoise } from "./smooth_noise.ts";

/** A sheet in several inks: of each mark its own level of light counts, where `photograph` knows one ink
 * for all that is written and one for all that is printed. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly #light: Float32Array;

  /** A bare sheet.
   *
   * @param paper its light, 0 black to 255 white
   */
  constructor(width: number, height: number, paper: number) {
    [this.width, this.height] = [Math.round(width), Math.round(height)];
    this.#light = new Float32Array(this.width * this.height).fill(paper);
  }

  /** Lays ink on the sheet; what reaches beyond it is lost.
   *
   * @param left where the ink's first column comes, rounded to a whole pixel
   * @param top where its first row comes
   * @param level light of a full stroke
   */
  lay({ width, height, pixels }: InkImage, left: number, top: number, level: number): void {
    [left, top] = [Math.round(left), Math.round(top)];
    for (let y = Math.max(0, -top); y < Math.min(height, this.height - top); y++) {
      for (let x = Math.max(0, -left); x < Math.min(width, this.width - left); x++) {
        const cover = pixels[y * width + x] / 255;
        const at = (y + top) * this.width + x + left;
        this.#light[at] += cover * (level - this.#light[at]);
      }
    }
  }

  /** Lays ink around a point.
   *
   * @param x column that the ink's middle comes on
   * @param y row that it comes on
   * @param level light of a full stroke
   */
  layAround(ink: InkImage, x: number, y: number, level: number): void {
    this.lay(ink, x - ink.width / 2, y - ink.height / 2, level);
  }

  /** Prints straight lines.
   *
   * @param level light of a line
   */
  print(rules: readonly Rule[], level: number): void {
    const ink = inkImage(this.width, this.height);
    for (const { from, to, thickness } of rules) drawLine(ink, from, to, thickness);
    this.lay(ink, 0, 0, level);
  }

  /** Takes light away.
   *
   * @param part which part of the light stays at a pixel, 0 to 1
   */
  shade(part: (x: number, y: number) => number): void {
    for (let i = 0; i < this.#light.length; i++) {
      this.#light[i] *= part(i % this.width, Math.floor(i / this.width));
    }
  }

  /** The sheet as a camera or scanner sees it.
   *
   * @param texture deviation of the paper's texture, in levels
   */
  seen(texture: number, rng: Rng): LightImage {
    const noise = smoothNoise(this.width, this.height, 1.3, rng);
    const pixels = Uint8ClampedArray.from(this.#light, (light, i) => light + texture * noise[i]);
    return lightImage(this.width, this.height, new Uint8Array(pixels.buffer));
  }
}
