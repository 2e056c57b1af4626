import { checkPixelCount } from "./check_limits.ts";
import type { DecodedColours } from "./colour_image.ts";
import { ImageError } from "./image_error.ts";
import { decodeLimits, documentLimits } from "./limits.ts";
import type { PdfReply, PdfRequest } from "./pdf_messages.ts";

/** With less time left no page is begun: timers that go off a millisecond early leave next to none. */
const leastSeconds = 0.1;

/** Points of PDF in an inch. */
const pointsPerInch = 72;

/** A PDF, opened, whose pages can be drawn one at a time. PDFium does so in a worker of its own, which
 * is ended where a page takes too long, or brings PDFium down, and started anew for the next one. */
export class PdfDocument implements Disposable {
  readonly #bytes: Uint8Array;
  #pages = 0;
  #worker: Worker | undefined;
  #isClosed = false;
  #lostSeconds = 0;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Opens a PDF.
   *
   * @param bytes the file's
   * @param name what messages call it
   * @throws {ImageError} if it is truncated, damaged, locked with a password, or has no pages
   */
  static async open(bytes: Uint8Array, name: string): Promise<PdfDocument> {
    const end = bytes.subarray(-documentLimits.endBytes);
    if (!String.fromCharCode(...end).includes("%%EOF")) {
      throw new ImageError(name, "found a truncated PDF, wanted a whole one");
    }
    const document = new PdfDocument(bytes);
    try {
      await document.#start(name);
      if (document.#pages > 0) return document;
      throw new ImageError(name, "found a PDF without pages, wanted at least one");
    } catch (error) {
      document[Symbol.dispose]();
      throw error;
    }
  }

  /** How many pages there are, at least one. */
  get pages(): number {
    return this.#pages;
  }

  /** Whether bad pages have taken so long that no more should be tried. */
  get isSpent(): boolean {
    return this.#leftSeconds < leastSeconds;
  }

  /** For pages that are yet to fail. */
  get #leftSeconds(): number {
    return documentLimits.maxLostSeconds - this.#lostSeconds;
  }

  /** Draws a page on white paper, as it is seen, with its annotations but without the fields of a form
   * that is filled in on a screen: at 200 dots per inch, or with fewer where these are too many pixels.
   * Call it for one page at a time.
   *
   * @param page counted from 1
   * @param options.name what messages call the page
   * @param options.most pixels
   * @returns with the size at 200 dots per inch as its `full` one, where it was drawn smaller
   * @throws {ImageError} if the page is damaged or too large, or takes too much time or memory
   * @throws {Error} if the document is closed
   */
  async draw(
    page: number,
    { name, most }: { readonly name: string; readonly most: number },
  ): Promise<DecodedColours> {
    if (this.#isClosed) {
      throw new Error(
        `Cannot draw ${name}: found its PDF closed, wanted it open; draw its pages before that`,
      );
    }
    if (this.#worker === undefined) await this.#start(name);
    const points = await this.#ask({ kind: "measure", page }, "measured", name);
    const [fullWidth, fullHeight] = [points.width, points.height].map((side) =>
      Math.max(1, Math.round(side / pointsPerInch * documentLimits.dotsPerInch))
    );
    checkPixelCount(name, fullWidth, fullHeight);
    const scale = Math.min(1, Math.sqrt(most / (fullWidth * fullHeight)));
    const [width, height] = [fullWidth, fullHeight].map((side) =>
      Math.max(1, Math.floor(side * scale))
    );
    const { pixels } = await this.#ask({ kind: "draw", width, height }, "drawn", name);
    const drawn = { width, height, channels: 3, pixels } as const;
    return scale === 1 ? drawn : { ...drawn, full: { width: fullWidth, height: fullHeight } };
  }

  /** Closes the document: ends PDFium, and gives its memory back. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #start(name: string): Promise<void> {
    const url = new URL("./pdf_worker.ts", import.meta.url);
    this.#worker = new Worker(url, { type: "module", name: "pages of a PDF" });
    const { pages } = await this.#ask(
      { kind: "open", bytes: new Uint8Array(this.#bytes) },
      "opened",
      name,
    );
    this.#pages = pages;
  }

  /** Asks the worker, and ends it where it fails or takes too long. */
  async #ask<Kind extends PdfReply["kind"]>(
    request: PdfRequest,
    wanted: Kind,
    name: string,
  ): Promise<Extract<PdfReply, { readonly kind: Kind }>> {
    const started = performance.now();
    const most = Math.min(decodeLimits.maxSeconds, this.#leftSeconds);
    const reply = await answerOf(this.#worker!, request, most);
    if (reply.kind === wanted) return reply as Extract<PdfReply, { readonly kind: Kind }>;
    this.#lostSeconds += (performance.now() - started) / 1000;
    if (reply.kind === "crashed") this.#end();
    throw new ImageError(name, "fault" in reply ? reply.fault : `found ${reply.kind}`);
  }
}

/** What a worker answers, or that it has failed, or was too slow. */
function answerOf(worker: Worker, request: PdfRequest, seconds: number): Promise<PdfReply> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      const most = Number(seconds.toFixed(1));
      const fault = `found a PDF that takes longer than ${most} s to draw, wanted a simpler one`;
      resolve({ kind: "crashed", fault });
    }, seconds * 1000);
    const settle = (reply: PdfReply): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    worker.onmessage = ({ data }: MessageEvent<PdfReply>) => settle(data);
    worker.onerror = (event) => {
      event.preventDefault(); // or it ends the main thread as well
      settle({ kind: "crashed", fault: `found no way to read a PDF (${event.message})` });
    };
    worker.postMessage(request, request.kind === "open" ? [request.bytes.buffer] : []);
  });
}
