import { join } from "node:path";
import { checkFileBytes } from "../../preprocess/decode/check_limits.ts";
import { ImageError } from "../../preprocess/decode/image_error.ts";
import { decodeLimits } from "../../preprocess/decode/limits.ts";
import { loadImageFile } from "../../preprocess/decode/load_image_file.ts";
import { UsageError } from "./arguments.ts";
import { folderImages } from "./folder_images.ts";
import { isFolder, userPath } from "./paths.ts";

/** An image, or a document, that a command line names. */
export interface ImageInput {
  /** As typed: a file, a file in a folder, or `-`. */
  readonly name: string;
  /** Absolute path; missing for standard input. */
  readonly path?: string;
  /** Gives its bytes.
   * @throws {ImageError} if it cannot be read */
  readonly read: () => Promise<Uint8Array>;
}

/** The images that a command line names: files, the images of folders, and `-`, standard input.
 *
 * @param given as typed
 * @param isTerminal whether standard input is a keyboard
 * @returns in the order given; what cannot be read says so when it is
 * @throws {UsageError} if standard input cannot be an image
 */
export async function imageInputs(
  given: readonly string[],
  isTerminal = Deno.stdin.isTerminal(),
): Promise<ImageInput[]> {
  if (given.indexOf("-") !== given.lastIndexOf("-")) {
    throw new UsageError('Cannot read images: found "-" twice, wanted standard input once');
  }
  if (given.includes("-") && isTerminal) {
    throw new UsageError("Cannot read standard input: found a terminal, wanted an image piped in");
  }
  const inputs: ImageInput[] = [];
  for (const name of given) {
    if (name === "-") inputs.push({ name, read: readStandardInput });
    else if (await isFolder(userPath(name))) inputs.push(...await inputsOf(name));
    else inputs.push(fileInput(name));
  }
  return inputs;
}

function fileInput(name: string): ImageInput {
  const path = userPath(name);
  return { name, path, read: () => loadImageFile(path) };
}

async function inputsOf(folder: string): Promise<ImageInput[]> {
  const path = userPath(folder);
  try {
    const files = await folderImages(path);
    if (files.length > 0) return files.map((file) => fileInput(join(folder, file)));
    throw new ImageError(path, "found a folder without images, wanted some");
  } catch (error) {
    return [{ name: folder, path, read: () => Promise.reject(error) }];
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of Deno.stdin.readable) {
    parts.push(part);
    size += part.length;
    if (size > decodeLimits.maxFileBytes) break;
  }
  checkFileBytes("standard input", size);
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
