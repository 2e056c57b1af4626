/** What is asked of the worker that draws the pages of a PDF. */
export type PdfRequest =
  /** The bytes are handed over, and given back to the machine once PDFium has them. */
  | { readonly kind: "open"; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Pages are counted from 1. */
  | { readonly kind: "measure"; readonly page: number }
  /** Draws the page that was measured last, to so many columns and rows. */
  | { readonly kind: "draw"; readonly width: number; readonly height: number };

/** What it answers. After a `crash` it is of no more use. */
export type PdfReply =
  | { readonly kind: "opened"; readonly pages: number }
  /** The size of a page in points, as it is seen. */
  | { readonly kind: "measured"; readonly width: number; readonly height: number }
  /** `[height × width × 3]`, row by row, sRGB. */
  | { readonly kind: "drawn"; readonly pixels: Uint8Array }
  /** What was found, and what was wanted. */
  | { readonly kind: "refused" | "crashed"; readonly fault: string };
