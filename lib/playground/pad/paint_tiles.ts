/** Pictures side by side. */
export interface Tiles {
  /** `[height × width × count]`: of each place the levels of all pictures. */
  readonly values: ArrayLike<number>;
  readonly shape: readonly [height: number, width: number, count: number];
  /** The level that is painted in full colour. */
  readonly full: number;
  /** How much colour levels of 0 and below get, 0 to 1. */
  readonly least: number;
  /** How many pictures stand in a row. */
  readonly columns: number;
  /** Pixels of the canvas for each of a picture. */
  readonly zoom: number;
}

/** Paints pictures side by side, a pixel apart, in the colour that the style sheet gives the canvas: the
 * stronger a level, the more of it. */
export function paintTiles(
  canvas: HTMLCanvasElement,
  { values, shape: [height, width, count], full, least, columns, zoom }: Tiles,
): void {
  const small = document.createElement("canvas");
  const rows = Math.ceil(count / columns);
  [small.width, small.height] = [columns * (width + 1) - 1, rows * (height + 1) - 1];
  const context = small.getContext("2d")!;
  const image = context.createImageData(small.width, small.height);
  const pixels = new Uint32Array(image.data.buffer); // red is the lowest byte, opacity the highest
  const [red, green, blue] = colourOf(canvas);
  const colour = red | green << 8 | blue << 16;
  for (let tile = 0; tile < count; tile++) {
    const left = (tile % columns) * (width + 1);
    const top = Math.floor(tile / columns) * (height + 1);
    for (let place = 0; place < width * height; place++) {
      const x = left + place % width;
      const y = top + Math.floor(place / width);
      const level = full > 0 ? Math.max(0, values[place * count + tile] / full) : 0;
      const strength = Math.round(255 * (least + (1 - least) * level));
      pixels[y * small.width + x] = colour | strength << 24;
    }
  }
  context.putImageData(image, 0, 0);
  [canvas.width, canvas.height] = [small.width * zoom, small.height * zoom];
  const large = canvas.getContext("2d")!;
  large.imageSmoothingEnabled = false;
  large.drawImage(small, 0, 0, canvas.width, canvas.height);
}

/** The colour of an element's text, `[red, green, blue]`. */
function colourOf(element: Element): number[] {
  return getComputedStyle(element).color.match(/[\d.]+/g)!.slice(0, 3).map(Number);
}
