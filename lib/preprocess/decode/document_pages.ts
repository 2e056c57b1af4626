/** The pages of a document, one by one.
 *
 * @module
 */
import { decodeColours, type ImageSource } from "./decode_colours.ts";
import { ImageError } from "./image_error.ts";
import { imageFormat } from "./image_format.ts";
import { documentLimits } from "./limits.ts";
import { PdfDocument } from "./pdf_document.ts";
import { tiffPages } from "./tiff_pages.ts";

/** A page of a document, or an image. */
export interface DocumentPage {
  /** What follows the document's name in the page's: `#1`, `#2`; nothing where there is but one. */
  readonly suffix: string;
  /** What `decodeImage` takes. It throws `ImageError` where the page cannot be decoded, which stops no
   * other. A page of a PDF is to be decoded before the next one is asked for. */
  readonly source: ImageSource;
}

/** The pages of a PDF or TIFF document; any other file is one page, and of an animation that is its
 * first frame. A page of a PDF is drawn at 200 dots per inch.
 *
 * Pages are decoded one at a time, when asked for. PDFium is loaded for a PDF alone, and its memory
 * goes back with the last page.
 *
 * @param bytes the file's
 * @param name what messages call it
 * @throws {ImageError} if there are no pages, or it is not known how many; and after the last page that
 * is read, if there are more than may be
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * import { documentPages } from "@lib/preprocess/decode/document_pages.ts";
 * const bytes = await Deno.readFile(projectPath("data", "samples", "postal_code.jpg"));
 * for await (const { suffix, source } of documentPages(bytes, "postal_code.jpg")) {
 *   strictEqual(suffix, "");
 *   strictEqual((await decodeImage(source)).width, 720);
 * }
 * ```
 */
export async function* documentPages(
  bytes: Uint8Array,
  name: string,
): AsyncGenerator<DocumentPage> {
  const format = imageFormat(bytes);
  if (format === "PDF") {
    using document = await PdfDocument.open(bytes, name);
    yield* pagesOf(document, name);
  } else if (format === "TIFF") {
    const { directories, isBroken } = tiffPages(bytes);
    if (isBroken) {
      throw new ImageError(name, "found a truncated or damaged TIFF, wanted a whole one");
    }
    const draw: Drawable["draw"] = (page, options) =>
      decodeColours(bytes, { ...options, page: directories[page - 1] });
    yield* pagesOf({ pages: directories.length, draw }, name);
  } else yield { suffix: "", source: bytes };
}

/** What pages are drawn from. */
type Drawable = Pick<PdfDocument, "pages" | "draw"> & Partial<Pick<PdfDocument, "isSpent">>;

function* pagesOf(document: Drawable, file: string): Generator<DocumentPage> {
  const { pages } = document;
  const { maxPages } = documentLimits;
  for (let page = 1; page <= Math.min(pages, maxPages); page++) {
    if (document.isSpent) {
      const left = page === pages ? `#${page}` : `#${page} to #${pages}`;
      const found = "found pages that take too long to draw, wanted simpler ones";
      throw new ImageError(file, `${found}; left out ${left}`);
    }
    const suffix = pages === 1 ? "" : `#${page}`;
    const name = file + suffix;
    yield { suffix, source: (most) => document.draw(page, { name, most }) };
  }
  if (pages <= maxPages) return;
  throw new ImageError(
    file,
    `found more than ${maxPages} pages, wanted at most so many; read #1 to #${maxPages}, split the ` +
      "document to read the rest",
  );
}
