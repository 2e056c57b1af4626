import { PDFiumModule } from "@hyzyla/pdfium";
import wasm from "@hyzyla/pdfium/pdfium.wasm" with { type: "bytes" };
import { documentLimits } from "./limits.ts";
import type { PdfReply, PdfRequest } from "./pdf_messages.ts";

/** PDFium's functions, and its memory: https://pdfium.googlesource.com/pdfium/+/main/public */
type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & {
  readonly _FPDFFormObj_CountObjects: (form: number) => number;
  readonly _FPDFFormObj_GetObject: (form: number, index: number) => number;
};

/** PDFium's numbers for what is called so here. */
const codes = {
  error: { password: 4, security: 5 },
  object: { picture: 3, form: 5 },
  /** Three bytes a pixel. */
  bitmap: 2,
  /** With annotations (1), red before blue (16). */
  drawing: 1 | 16,
  white: 0xffffffff,
} as const;

const channels = 3;

/** PDFium, with one document. Started as a module worker by `PdfDocument`: a drawing that takes too long
 * can be ended there alone, and all memory goes back with it. */
class PdfWorker {
  #pdfium!: Pdfium;
  #document = 0;
  #page = 0;
  #isOutOfMemory = false;

  async answer(request: PdfRequest): Promise<PdfReply> {
    try {
      const reply = await this.#answer(request);
      // PDFium leaves out what it has no memory for, and goes on.
      return this.#isOutOfMemory ? { kind: "crashed", fault: memoryFault } : reply;
    } catch (error) {
      const found = error instanceof Error ? error.message.split("\n")[0] : String(error);
      const fault = this.#isOutOfMemory ? memoryFault : damageFault(found);
      return { kind: "crashed", fault };
    }
  }

  async #answer(request: PdfRequest): Promise<PdfReply> {
    if (request.kind === "measure") return this.#measure(request.page);
    if (request.kind === "draw") return this.#draw(request.width, request.height);
    this.#pdfium = await this.#start();
    return this.#open(request.bytes);
  }

  /** Loads PDFium so that it takes no more memory than it may, and writes nothing to the terminal. */
  async #start(): Promise<Pdfium> {
    const quiet = { print: () => {}, printErr: () => {} };
    const pdfium = await PDFiumModule({
      ...quiet,
      instantiateWasm: (imports, done) => {
        const grow = imports.env.emscripten_resize_heap as (size: number) => boolean;
        imports.env.emscripten_resize_heap = (size: number): boolean => {
          const isGiven = (size >>> 0) <= documentLimits.maxHeapBytes && grow(size);
          this.#isOutOfMemory ||= !isGiven;
          return isGiven;
        };
        const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
        done(instance as unknown as WebAssembly.Module); // which is what it takes, whatever it says
        return instance.exports;
      },
    });
    pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
    return pdfium as Pdfium;
  }

  #open(bytes: Uint8Array<ArrayBuffer>): PdfReply {
    const { length } = bytes;
    const place = this.#allocate(length);
    this.#pdfium.HEAPU8.set(bytes, place);
    bytes.buffer.transfer(0);
    this.#document = this.#pdfium._FPDF_LoadMemDocument(place, length, 0);
    return this.#document === 0
      ? { kind: "refused", fault: openingFault(this.#pdfium._FPDF_GetLastError()) }
      : { kind: "opened", pages: this.#pdfium._FPDF_GetPageCount(this.#document) };
  }

  #measure(page: number): PdfReply {
    if (this.#page !== 0) this.#pdfium._FPDF_ClosePage(this.#page);
    this.#page = this.#pdfium._FPDF_LoadPage(this.#document, page - 1);
    if (this.#page === 0) return { kind: "refused", fault: pageFault };
    const width = this.#pdfium._FPDF_GetPageWidth(this.#page);
    return { kind: "measured", width, height: this.#pdfium._FPDF_GetPageHeight(this.#page) };
  }

  #draw(width: number, height: number): PdfReply {
    const pdfium = this.#pdfium;
    const size = width * height * channels;
    const place = this.#allocate(size);
    const bitmap = pdfium._FPDFBitmap_CreateEx(
      width,
      height,
      codes.bitmap,
      place,
      width * channels,
    );
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, codes.white);
    pdfium._FPDF_RenderPageBitmap(bitmap, this.#page, 0, 0, width, height, 0, codes.drawing);
    const pixels = pdfium.HEAPU8.slice(place, place + size);
    pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium.wasmExports.free(place);
    // A picture that cannot be decoded is left out: a damaged scan would pass for an empty page.
    const isLost = pixels.every((level) => level === 255) && this.#hasBadPicture();
    return isLost ? { kind: "refused", fault: pageFault } : { kind: "drawn", pixels };
  }

  #hasBadPicture(): boolean {
    const pdfium = this.#pdfium;
    const objects = Array.from(
      { length: pdfium._FPDFPage_CountObjects(this.#page) },
      (_, i) => pdfium._FPDFPage_GetObject(this.#page, i),
    );
    for (const object of objects) { // which grows meanwhile
      const kind = pdfium._FPDFPageObj_GetType(object);
      if (kind === codes.object.form) {
        const count = pdfium._FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count; i++) objects.push(pdfium._FPDFFormObj_GetObject(object, i));
      } else if (kind === codes.object.picture) {
        const decoded = pdfium._FPDFImageObj_GetBitmap(object);
        if (decoded !== 0) pdfium._FPDFBitmap_Destroy(decoded);
        else if (!this.#isOutOfMemory) return true;
        // At its own size it may be too much, where at the page's it was not: it is white then.
        this.#isOutOfMemory = false;
      }
    }
    return false;
  }

  #allocate(bytes: number): number {
    const place = this.#pdfium.wasmExports.malloc(bytes);
    if (place === 0) throw new RangeError("out of memory");
    return place;
  }
}

const memoryFault =
  `found a PDF that takes more than ${
    documentLimits.maxHeapBytes / 2 ** 20
  } MiB to draw, wanted a ` +
  "simpler one; save its pages as images";

const pageFault = "found a damaged page of a PDF, wanted a whole one";

function damageFault(detail: string): string {
  return `found a truncated or damaged PDF (${detail}), wanted a whole one`;
}

function openingFault(error: number): string {
  if (error === codes.error.password) {
    return "found a PDF locked with a password, wanted an open one; save it without the password";
  }
  return error === codes.error.security
    ? "found a PDF with an encryption that is not known, wanted an open one; save it without"
    : damageFault(`error ${error} of PDFium`);
}

const worker = new PdfWorker();
const scope = self as unknown as Pick<Worker, "postMessage" | "addEventListener">;
scope.addEventListener("message", async (event) => {
  const reply = await worker.answer((event as MessageEvent<PdfRequest>).data);
  scope.postMessage(reply, reply.kind === "drawn" ? [reply.pixels.buffer] : []);
});
