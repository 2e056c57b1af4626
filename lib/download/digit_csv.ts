import type { Dataset } from "./dataset.ts";
import { pixelsPerImage } from "../image/digit_size.ts";
import { type CsvLayout, csvLayout } from "./csv_layout.ts";
import { dataLimits } from "./limits.ts";

const columns = pixelsPerImage + 1;

const [newLine, carriageReturn, space, quote, zero, nine] = [0x0a, 0x0d, 0x20, 0x22, 0x30, 0x39];

/** A data set in the making, from the pieces of a CSV file: a row for each image, its label and its 784
 * pixels, row by row. Only whole numbers are read, which makes it fast. */
export class DigitCsv {
  readonly #name: string;
  #layout: CsvLayout | undefined;
  #images = new Uint8Array(1024 * pixelsPerImage);
  #labels = new Uint8Array(1024);
  #size = 0;
  /** Lines of the file so far, as an editor counts them. */
  #row = 0;
  /** The beginning of a line that goes on in the next piece. */
  #rest = new Uint8Array();

  /** Begins a data set.
   *
   * @param name the file's, for messages */
  constructor(name: string) {
    this.#name = name;
  }

  /** Takes the next piece of the file, of any length.
   *
   * @throws {TypeError} if the file is no CSV file of images with their labels
   * @throws {RangeError} if there is something else in a row than it should hold; the message names it */
  push(piece: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? piece : joined(this.#rest, piece);
    let start = 0;
    for (let end; (end = bytes.indexOf(newLine, start)) >= 0; start = end + 1) {
      this.#takeLine(bytes.subarray(start, end));
    }
    this.#rest = bytes.slice(start);
    if (this.#rest.length > dataLimits.maxLineBytes) {
      if (this.#layout === undefined) csvLayout(this.#rest, this.#name); // says what it is instead
      this.#refuse(`row ${this.#row + 1}: found more than ${dataLimits.maxLineBytes} bytes in it`);
    }
  }

  /** Ends the file.
   *
   * @throws {RangeError} if there were no images, or the last row is wrong */
  end(): Dataset {
    if (this.#rest.length > 0) this.#takeLine(this.#rest);
    if (this.#size === 0) {
      throw new RangeError(`Cannot read ${this.#name}: found no rows of images, wanted at least 1`);
    }
    const images = this.#images.slice(0, this.#size * pixelsPerImage);
    return { images, labels: this.#labels.slice(0, this.#size), size: this.#size };
  }

  #takeLine(line: Uint8Array): void {
    this.#row++;
    if (line.length === 0 || (line.length === 1 && line[0] === carriageReturn)) return;
    if (this.#layout === undefined) {
      this.#layout = csvLayout(line, this.#name);
      if (this.#layout.isHeader) return;
    }
    this.#makeRoom();
    this.#takeRow(line, this.#layout);
    this.#size++;
  }

  #takeRow(line: Uint8Array, { separator, labelAt }: CsvLayout): void {
    let [column, value, start] = [0, -1, 0];
    let at = this.#size * pixelsPerImage;
    for (let i = 0; i <= line.length; i++) {
      const byte = i < line.length ? line[i] : separator;
      if (byte >= zero && byte <= nine) {
        value = (value < 0 ? 0 : 10 * value) + byte - zero;
        if (value <= 255) continue;
        this.#refuseField(line, start, separator, column);
      }
      if (byte === separator) {
        if (value < 0 && column < columns) this.#refuseField(line, start, separator, column);
        if (column === labelAt) this.#takeLabel(value, column);
        else if (column < columns) this.#images[at++] = value;
        [column, value, start] = [column + 1, -1, i + 1];
      } else if (byte !== space && byte !== quote && byte !== carriageReturn) {
        this.#refuseField(line, start, separator, column);
      }
    }
    if (column !== columns) {
      this.#refuse(`row ${this.#row}: found ${column} columns, wanted ${columns}`);
    }
  }

  #takeLabel(value: number, column: number): void {
    if (value > 9) {
      this.#refuse(`row ${this.#row}, column ${column + 1}: found label ${value}, wanted 0 to 9`);
    }
    this.#labels[this.#size] = value;
  }

  #makeRoom(): void {
    if (this.#size < this.#labels.length) return;
    const most = Math.floor(dataLimits.maxBytes / pixelsPerImage);
    if (this.#size >= most) this.#refuse(`found more than ${most} images, wanted at most as many`);
    const room = Math.min(most, 2 * this.#size);
    this.#images = joined(this.#images, new Uint8Array((room - this.#size) * pixelsPerImage));
    this.#labels = joined(this.#labels, new Uint8Array(room - this.#size));
  }

  #refuseField(line: Uint8Array, start: number, separator: number, column: number): never {
    const end = line.indexOf(separator, start);
    const field = new TextDecoder().decode(line.subarray(start, end < 0 ? undefined : end)).trim();
    const shown = field.length > 20 ? `${field.slice(0, 20)}…` : field;
    const hint = /^\d*\.\d+$/.test(field) ? "; write the grey values as integers" : "";
    this.#refuse(
      `row ${this.#row}, column ${column + 1}: found ${JSON.stringify(shown)}, ` +
        `wanted an integer from 0 to 255${hint}`,
    );
  }

  #refuse(fault: string): never {
    throw new RangeError(`Cannot read ${this.#name}: ${fault}`);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
