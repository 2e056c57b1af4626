import { Buffer } from "node:buffer";
import sharp from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { decodeLimits, documentLimits } from "@lib/preprocess/decode/limits.ts";
import { deflateBomb } from "./deflate_bomb.ts";
import type { DifficultFile } from "./difficult_files.ts";
import { lock, pdfFile, type PdfPage } from "./pdf_file.ts";
import { tiffFile } from "./tiff_file.ts";

/** Documents that people and attackers hand over, of which one reading or error must come: each is made
 * here, none is stored. */
export async function difficultDocuments(): Promise<DifficultFile[]> {
  const scan = await scannedPage();
  const good = pdfFile([scan]);
  const small = { width: 100, height: 100 };
  const picture = lightImage(9, 9, new Uint8Array(81));
  const deflated = deflateBomb(2 * documentLimits.maxHeapBytes / 2 ** 20);
  return [
    { name: "scan.pdf", bytes: good, wanted: "50823" },
    { name: "turned.pdf", bytes: pdfFile([sideways(scan)]), wanted: "50823" },
    {
      name: "commands.pdf",
      bytes: Buffer.concat([latin("\x1b%-12345X\r\n"), good]),
      wanted: "50823",
    },
    { name: "heavy.pdf", bytes: heavy(good), wanted: "50823" },
    {
      name: "heavy_and_endless.pdf",
      bytes: heavy(pdfFile([{ ...small, deflated }])),
      wanted: /MiB to draw/,
    },
    { name: "locked.pdf", bytes: pdfFile([scan], lock), wanted: /locked with a password/ },
    { name: "no_pages.pdf", bytes: pdfFile([]), wanted: /found a PDF without pages/ },
    { name: "lost_page.pdf", bytes: pdfFile([undefined]), wanted: /found a damaged page/ },
    { name: "cut.pdf", bytes: good.subarray(0, good.length >> 1), wanted: /found a truncated PDF/ },
    { name: "cut_scan.pdf", bytes: pdfFile([cutShort(scan)]), wanted: /found a damaged page/ },
    { name: "words.pdf", bytes: "%PDF-1.7 words %%EOF", wanted: /truncated or damaged PDF/ },
    {
      name: "poster.pdf",
      bytes: pdfFile([{ width: 14_400, height: 14_400 }]),
      wanted: /40,000 × 40,000/,
    },
    { name: "bomb.pdf", bytes: pdfFile([{ ...small, ...bomb() }]), wanted: /longer than 4 s/ },
    { name: "loop.pdf", bytes: loop(good), wanted: /found a damaged page/ },
    {
      name: "cut.tif",
      bytes: tiffFile([{ image: picture }, { image: picture }]).subarray(0, -9),
      wanted: /damaged TIFF/,
    },
    {
      name: "cut_off.tif",
      bytes: tiffFile([{ image: picture }], { next: 2 ** 31 }),
      wanted: /damaged TIFF/,
    },
  ];
}

/** A page of many pixels, as a scanner of 600 dots per inch gives it. */
async function scannedPage(): Promise<PdfPage> {
  const photo = sharp(projectPath("data", "samples", "postal_code.jpg"));
  const size = { width: 720 * 7, height: 240 * 7 };
  const data = await photo.resize(size.width, size.height).jpeg().toBuffer();
  const picture = { ...size, data, filter: "DCTDecode" } as const;
  return { width: 595, height: 198, picture };
}

/** A page that lies on its side, and is turned when it is seen. */
function sideways({ width, height, picture }: PdfPage): PdfPage {
  const content = `0 ${width} ${-height} 0 ${height} 0 cm /P Do`;
  return {
    width: height,
    height: width,
    turn: 90,
    picture: { ...picture!, isPlaced: true },
    content,
  };
}

/** The page with the first bytes of its picture alone. */
function cutShort({ picture, ...page }: PdfPage): PdfPage {
  return { ...page, picture: { ...picture!, data: picture!.data.subarray(0, 300) } };
}

/** A document that is nearly as large as it may be: before its table comes an object without a use. */
function heavy(document: Uint8Array): Uint8Array {
  const rng = rngFromSeed(81);
  const block = Uint8Array.from({ length: 2 ** 20 }, () => rng.integer(256));
  const count = Math.floor((decodeLimits.maxFileBytes - document.length) / 2 ** 20 - 1);
  const blocks = Array<Uint8Array>(count).fill(block);
  const head = latin(`99 0 obj\n<< /Length ${blocks.length * block.length} >>\nstream\n`);
  const table = Buffer.from(document).lastIndexOf("xref\n0 ");
  return Buffer.concat([
    document.subarray(0, table),
    head,
    ...blocks,
    latin("\nendstream\nendobj\n"),
    document.subarray(table),
  ]);
}

/** A picture of a few bytes that takes longer to inflate than there is time, again and again. */
function bomb(): Pick<PdfPage, "picture" | "content"> {
  const side = 25_000;
  const data = deflateBomb(Math.ceil(3 * side ** 2 / 2 ** 20));
  return {
    picture: { width: side, height: side, data, filter: "FlateDecode" },
    content: "q 50 0 0 50 0 0 cm /P Do Q ".repeat(99),
  };
}

/** A document whose tree of pages holds itself. */
function loop(document: Uint8Array): Uint8Array {
  return latin(Buffer.from(document).toString("latin1").replace("[3 0 R]", "[2 0 R]"));
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}
