import { pngDataUrl } from "../../figures/parts/png_data_url.ts";

/** The part of a canvas that plotly.js needs to draw a heat map: rectangles of one colour, and a
 * PNG of the result. */
export class CanvasShim {
  fillStyle = "rgba(0,0,0,1)";
  readonly #width: number;
  readonly #height: number;
  readonly #pixels: Uint8ClampedArray;

  /** @param canvas its width and height in pixels are taken as they are now */
  constructor(canvas: { readonly width: number; readonly height: number }) {
    this.#width = canvas.width;
    this.#height = canvas.height;
    this.#pixels = new Uint8ClampedArray(canvas.width * canvas.height * 4);
  }

  /** Paints a rectangle in `fillStyle`; what lies outside the canvas is cut off. Rectangles replace
   * what is below them, also where they are transparent.
   *
   * @throws {RangeError} if `fillStyle` is not `rgb(…)` or `rgba(…)`
   */
  fillRect(x: number, y: number, width: number, height: number): void {
    const color = colorOf(this.fillStyle);
    const [left, right] = [Math.round(x), Math.round(x + width)];
    const [top, bottom] = [Math.round(y), Math.round(y + height)];
    for (let row = Math.max(0, top); row < Math.min(this.#height, bottom); row++) {
      for (let column = Math.max(0, left); column < Math.min(this.#width, right); column++) {
        this.#pixels.set(color, (row * this.#width + column) * 4);
      }
    }
  }

  /** The canvas as a PNG in a `data:` URL. */
  toDataURL(): string {
    return pngDataUrl({
      width: this.#width,
      height: this.#height,
      pixels: this.#pixels,
      channels: 4,
    });
  }
}

function colorOf(style: string): [number, number, number, number] {
  const found = /^rgba?\(([^)]*)\)$/.exec(style);
  const numbers = found ? found[1].split(",").map(Number) : [];
  if (numbers.length < 3 || numbers.some(Number.isNaN)) {
    throw new RangeError(`Cannot paint with "${style}": must be rgb(…) or rgba(…)`);
  }
  const [red, green, blue, opacity = 1] = numbers;
  return [red, green, blue, Math.round(opacity * 255)];
}
