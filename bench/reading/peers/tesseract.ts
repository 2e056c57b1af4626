import { packageVersion } from "./package_version.ts";
import type { LineReader } from "./line_reader.ts";

/** Rows that a picture is scaled to, and columns and rows of paper that are laid around it. With 48 rows and
 * with the picture's own it read no more of 40 amounts, with its own no more of 54 photographs. */
const [rows, margin] = [100, 10];

/** Tesseract's names of its ways to part a page: a line, and one that is taken as it is. The raw line read
 * 6 of 40 amounts and 1 of 54 photographs, the single line 4 and 3. */
const [singleLine, rawLine] = ["7", "13"];

/** Starts Tesseract, compiled to WebAssembly, with its English weights, which come as a package: nothing is
 * fetched while it runs. */
export async function startTesseract(): Promise<LineReader> {
  const [{ default: tesseract }, { default: weights }] = await Promise.all([
    import("tesseract.js"),
    import("@tesseract.js-data/eng"),
  ]);
  const { code, langPath, gzip } = weights;
  const { OEM: { LSTM_ONLY } } = tesseract;
  // A worker that fails to start says so to the handler alone: its promise stays open.
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const worker = await Promise.race([
    failed.promise,
    tesseract.createWorker(code, LSTM_ONLY, {
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
    version: `tesseract.js ${packageVersion("tesseract.js")}`,
    setting: `English LSTM weights, digits alone, ${rows} rows; ` +
      "raw line for amounts, single line for photographs",
    read: async (picture, isCut) => {
      const paper = { top: margin, bottom: margin, left: margin, right: margin };
      const line = await picture.greyscale().resize({ height: rows })
        .extend({ ...paper, extendWith: "copy" }).png().toBuffer();
      const mode = isCut ? rawLine : singleLine;
      await worker.setParameters({ tessedit_pageseg_mode: mode as Tesseract.PSM });
      const { data } = await worker.recognize(line);
      return data.text.replace(/\D/g, "");
    },
    close: () => worker.terminate(),
  };
}
