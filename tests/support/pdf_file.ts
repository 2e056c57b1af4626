import { Buffer } from "node:buffer";

/** A picture of so many pixels in three colours, as a JPEG or deflated. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly filter: "DCTDecode" | "FlateDecode";
  /** Whether the page's content draws it, as `/P Do`. */
  readonly isPlaced?: boolean;
}

/** A page of a PDF: its size in points, and what is on it. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise. */
  readonly turn?: number;
  /** Fills the page, unless it is placed by the content. */
  readonly picture?: PdfPicture;
  /** Operators of PDF, drawn after the picture: `"0 0 10 10 re f"` is a black square. */
  readonly content?: string;
  /** Operators that draw a note on the page, as a pen on a tablet leaves it. */
  readonly annotation?: string;
  /** Takes the place of all that is on the page: operators as a zlib stream. */
  readonly deflated?: Uint8Array;
}

/** Writes a PDF (ISO 32000-1, section 7.5): catalogue, tree of pages, and for each page four objects.
 *
 * @param pages `undefined` for one that is in the tree, but nowhere else
 * @param trailer more entries of the trailer
 */
export function pdfFile(pages: readonly (PdfPage | undefined)[], trailer = ""): Uint8Array {
  const kids = pages.map((_, i) => `${3 + 4 * i} 0 R`).join(" ");
  return fileOf([
    latin("<< /Type /Catalog /Pages 2 0 R >>"),
    latin(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ...pages.flatMap((page, i) =>
      page === undefined ? Array(4).fill(latin("null")) : [
        latin(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ` +
            `/Rotate ${page.turn ?? 0} /Contents ${4 + 4 * i} 0 R ` +
            `/Resources << /XObject << /P ${5 + 4 * i} 0 R >> >> ` +
            `/Annots [<< /Type /Annot /Subtype /Ink /Rect [0 0 ${page.width} ${page.height}] ` +
            `/F 4 /InkList [] /AP << /N ${6 + 4 * i} 0 R >> >>] >>`,
        ),
        page.deflated === undefined
          ? stream("", latin(contentOf(page)))
          : stream("/Filter /FlateDecode", page.deflated),
        pictureOf(page),
        annotationOf(page),
      ]
    ),
  ], trailer);
}

/** The entry of a trailer that locks a PDF with a password that nobody knows. */
export const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> ` +
  `/U <${"42".repeat(32)}> /P -4 >> /ID [<00> <00>]`;

function contentOf({ width, height, picture, content = "" }: PdfPage): string {
  return picture === undefined || picture.isPlaced
    ? content
    : `q ${width} 0 0 ${height} 0 0 cm /P Do Q ${content}`;
}

function pictureOf({ picture }: PdfPage): Uint8Array {
  if (picture === undefined) return latin("null");
  const { data, filter, width, height } = picture;
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
    "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /" + filter;
  return stream(head, data);
}

function annotationOf({ width, height, annotation }: PdfPage): Uint8Array {
  if (annotation === undefined) return latin("null");
  const head = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}]`;
  return stream(head, latin(annotation));
}

function fileOf(objects: readonly Uint8Array[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [latin("%PDF-1.7\n")];
  let size = parts[0].length;
  const places: string[] = [];
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin("\nendobj\n")]);
    places.push(`${String(size).padStart(10, "0")} 00000 n \n`);
    parts.push(part);
    size += part.length;
  }
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n` +
    `startxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...parts, latin(end)]);
}

function stream(head: string, data: Uint8Array): Uint8Array {
  const start = latin(`<< ${head} /Length ${data.length} >>\nstream\n`);
  return Buffer.concat([start, data, latin("\nendstream")]);
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
