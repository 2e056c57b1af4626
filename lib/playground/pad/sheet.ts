import type { LightImage } from "../../image/light_image.ts";
import { lightOfColours } from "./light_of_colours.ts";

/** A place on the sheet, in its pixels. */
export type Place = readonly [x: number, y: number];

/** The paper to draw on: strokes, over a photograph where there is one. What is seen on it is what is
 * read. */
export class Sheet {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #strokes: Place[][] = [];
  #photo: ImageBitmap | undefined;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d", { willReadFrequently: true })!;
    this.clear();
  }

  /** Whether there is a stroke to take back. */
  get hasStrokes(): boolean {
    return this.#strokes.length > 0;
  }

  /** Clean, white and square again. */
  clear(): void {
    this.#photo?.close();
    this.#photo = undefined;
    this.#strokes = [];
    this.#resize(sheetSide, sheetSide);
  }

  /** Draws a whole stroke. */
  draw(places: readonly Place[]): void {
    const [first, ...rest] = places;
    this.begin(first);
    for (const place of rest) this.extend(place);
  }

  /** Sets the pen down. */
  begin(place: Place): void {
    this.#strokes.push([place]);
    this.#line(place, place);
  }

  /** Moves the pen on. */
  extend(place: Place): void {
    const stroke = this.#strokes.at(-1)!;
    this.#line(stroke.at(-1)!, place);
    stroke.push(place);
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#strokes.pop();
    this.#repaint();
  }

  /** Lays a picture on the sheet, which takes its shape.
   *
   * @throws {DOMException} if the browser cannot decode it
   */
  async lay(file: Blob): Promise<void> {
    const photo = await createImageBitmap(file);
    this.#photo?.close();
    this.#photo = photo;
    this.#strokes = [];
    const scale = Math.min(1, longestPhoto / Math.max(photo.width, photo.height));
    const [width, height] = [photo.width, photo.height].map((side) =>
      Math.max(1, Math.round(side * scale))
    );
    this.#resize(width, height);
  }

  /** Where on the sheet a pointer is. */
  placeOf({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Place {
    const { left, top, width } = this.#canvas.getBoundingClientRect();
    const scale = this.#canvas.width / width;
    return [(clientX - left) * scale, (clientY - top) * scale];
  }

  /** The light of what is on the sheet. */
  light(): LightImage {
    const { width, height } = this.#canvas;
    const { data } = this.#context.getImageData(0, 0, width, height);
    const pixels = new Uint8Array(data.buffer);
    return lightOfColours({ width, height, channels: 4, pixels });
  }

  #resize(width: number, height: number): void {
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#repaint();
  }

  #repaint(): void {
    const { width, height } = this.#canvas;
    const context = this.#context;
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    if (this.#photo !== undefined) context.drawImage(this.#photo, 0, 0, width, height);
    for (const stroke of this.#strokes) {
      stroke.forEach((place, i) => this.#line(stroke[Math.max(0, i - 1)], place));
    }
  }

  #line(from: Place, to: Place): void {
    const context = this.#context;
    context.lineWidth = penWidth * Math.min(this.#canvas.width, this.#canvas.height);
    context.lineCap = "round";
    context.strokeStyle = "black";
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  }
}

/** Pixels of a side of the sheet without a photograph. */
export const sheetSide = 400;

/** Pixels of the longer side of a photograph: read in a moment, and fine enough for one digit. */
const longestPhoto = 640;

/** Parts of the sheet's shorter side: in a digit that fills two thirds of the sheet about as wide as MNIST's
 * pens are. */
const penWidth = 0.05;
