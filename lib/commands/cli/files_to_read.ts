import type { FileToRead } from "../../files/file_to_read.ts";
import { annotationPaths } from "./annotation_paths.ts";
import { UsageError } from "./arguments.ts";
import { type ImageInput, imageInputs } from "./image_inputs.ts";
import { listedNames } from "./listed_names.ts";
import { pathOption } from "./options.ts";
import { isFolder, userPath } from "./paths.ts";

/** What a command line says of the files to read. */
export interface FilesSource {
  /** The names typed. */
  readonly given: readonly string[];
  /** `--files-from`. */
  readonly list: string | boolean | undefined;
  /** `--annotate`. */
  readonly annotate: string | boolean | undefined;
}

/** What a command line names, as files to read, and how many they are where that is known.
 *
 * @throws {UsageError} if there are none, or they are named in two ways
 */
export async function filesToRead({ given, list, annotate }: FilesSource): Promise<{
  readonly inputs: Iterable<FileToRead> | AsyncIterable<FileToRead>;
  readonly count: number | undefined;
}> {
  const picture = pathOption("annotate", annotate);
  if (list === undefined) {
    if (given.length === 0) throw new UsageError("Cannot read images: found no FILE, wanted some");
    const inputs = await imageInputs(given);
    const isOne = given.length === 1 && !await isFolder(userPath(given[0]));
    const pathOf = picture && await annotationPaths(picture, inputs, isOne);
    const files = inputs.map((input, i) =>
      fileOf(input, pathOf ? pathOf.bind(undefined, i) : undefined)
    );
    return { inputs: files, count: inputs.length };
  }
  if (given.length > 0) {
    throw new UsageError("Cannot read FILE and --files-from: found both, wanted one of them");
  }
  if (picture !== undefined) {
    throw new UsageError("Cannot annotate what --files-from lists: name the files themselves");
  }
  return { inputs: listedFiles(String(list)), count: undefined };
}

async function* listedFiles(list: string): AsyncGenerator<FileToRead> {
  for await (const name of listedNames(list)) {
    for (const input of await imageInputs([name])) yield fileOf(input);
  }
}

function fileOf({ name, path, read }: ImageInput, pathOf?: FileToRead["pathOf"]): FileToRead {
  return { name, file: path ?? "standard input", read, pathOf };
}
