import type { LayersModel } from "../backend/layers_model.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import type { ImageSource } from "../preprocess/decode/decode_colours.ts";
import { decodeImage } from "../preprocess/decode/decode_image.ts";
import { documentPages } from "../preprocess/decode/document_pages.ts";
import { ImageError } from "../preprocess/decode/image_error.ts";
import { annotateImage } from "../predict/annotate/annotate_image.ts";
import { readImage, type Reading, type ReadOptions } from "../predict/read_image.ts";

/** What a page of a file says, or why it could not be read. */
export interface PageReading {
  /** What follows the file's name in the page's: `#1`, `#2`; nothing where there is but one page. */
  readonly suffix: string;
  /** What was read, or one line that says why nothing was. */
  readonly result: Reading | { readonly error: string };
  /** Whether that is not the file's fault, as far as is known: its reader died. Another try may succeed. */
  readonly readerFailed?: true;
}

/** A file whose bytes are there. */
export interface LoadedFile {
  /** What messages call it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Gives the path of a page's annotated picture, by the page's suffix; none is drawn without it. */
  readonly pathOf?: ((suffix: string) => Promise<string>) | undefined;
}

/** Reads a file page by page. Nothing that is wrong with a page stops it.
 *
 * @param model and `options`: as `readImage` takes them
 */
export async function* readPages(
  model: LayersModel,
  { file, bytes, pathOf }: LoadedFile,
  options: ReadOptions,
): AsyncGenerator<PageReading> {
  try {
    for await (const { suffix, source } of documentPages(bytes, file)) {
      const picture = await pathOf?.(suffix);
      const result = await readPage(model, source, { options, name: file + suffix, picture });
      yield { suffix, result };
    }
  } catch (error) {
    yield { suffix: "", result: failure(file, error) };
  }
}

/** @param picture where the annotated picture goes, if anywhere */
async function readPage(
  model: LayersModel,
  source: ImageSource,
  { options, name, picture }: {
    readonly options: ReadOptions;
    readonly name: string;
    readonly picture: string | undefined;
  },
): Promise<PageReading["result"]> {
  try {
    const reading = await readImage(model, await decodeImage(source, { name }), options);
    if (picture !== undefined) {
      const format = /\.png$/i.test(picture) ? "png" : "jpeg";
      await writeAtomic(picture, await annotateImage(source, reading, { name, format }));
    }
    return reading;
  } catch (error) {
    return failure(name, error);
  }
}

/** What is said of a file that could not be read, whatever went wrong: one line. */
export function failure(file: string, error: unknown): { readonly error: string } {
  if (error instanceof ImageError) return { error: error.message };
  const found = error instanceof Error ? error.message : String(error);
  return { error: new ImageError(file, found.replace(/^Cannot [^:]*: /, "")).message };
}
