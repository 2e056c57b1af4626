import type { Buffer } from "node:buffer";
import type { LineReader } from "./line_reader.ts";
import { peerPackages } from "./peer_packages.ts";

/** What is used of a worker of `tesseract.js`. */
export interface TesseractWorker {
  readonly setParameters: (parameters: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly recognize: (file: Buffer) => Promise<{ readonly data: { readonly text: string } }>;
  readonly terminate: () => Promise<unknown>;
}

/** What is used of `tesseract.js`. */
export interface Tesseract {
  readonly OEM: { readonly LSTM_ONLY: number };
  readonly createWorker: (
    language: string,
    engine: number,
    options: Omit<TesseractWeights, "code"> & {
      readonly cacheMethod: "none";
      readonly errorHandler: (reason: unknown) => void;
    },
  ) => Promise<TesseractWorker>;
}

/** What is used of `@tesseract.js-data/eng`: a language, and where its weights are. */
export interface TesseractWeights {
  readonly code: string;
  readonly langPath: string;
  readonly gzip: boolean;
}

/** Rows that a picture is scaled to, and columns and rows of paper that are laid around it. With 48 rows and
 * with the picture's own it read no more of 40 amounts, with its own no more of 54 photographs. */
const [rows, margin] = [100, 10];

/** Tesseract's names of its ways to part a page: a line, and one that is taken as it is. The raw line read
 * 6 of 40 amounts and 1 of 54 photographs, the single line 4 and 3. */
const [singleLine, rawLine] = ["7", "13"];

/** Starts Tesseract, compiled to WebAssembly, with its English weights, which come as a package: nothing is
 * fetched while it runs. */
export async function startTesseract(
  { OEM, createWorker }: Tesseract,
  { code, langPath, gzip }: TesseractWeights,
): Promise<LineReader> {
  // A worker that fails to start says so to the handler alone: its promise stays open.
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const worker = await Promise.race([
    failed.promise,
    createWorker(code, OEM.LSTM_ONLY, {
      ...{ langPath, gzip },
      cacheMethod: "none",
      errorHandler: failed.reject,
    }),
  ]);
  await worker.setParameters({
    tessedit_char_whitelist: "0123456789",
    user_defined_dpi: "300",
    debug_file: "/dev/null", // else bare paper makes it print statistics among our results
  });
  return {
    version: `tesseract.js ${peerPackages["tesseract.js"]}`,
    setting: `English LSTM weights, digits alone, ${rows} rows; ` +
      "raw line for amounts, single line for photographs",
    read: async (picture, isCut) => {
      const paper = { top: margin, bottom: margin, left: margin, right: margin };
      const line = await picture.greyscale().resize({ height: rows })
        .extend({ ...paper, extendWith: "copy" }).png().toBuffer();
      const mode = isCut ? rawLine : singleLine;
      await worker.setParameters({ tessedit_pageseg_mode: mode });
      const { data } = await worker.recognize(line);
      return data.text.replace(/\D/g, "");
    },
    close: () => worker.terminate(),
  };
}
