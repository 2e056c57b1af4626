import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import { pictureReader } from "./picture_reader.ts";
import { readUncut } from "./read_uncut.ts";

/** The readers, each by itself and both together. */
export const readerNames = ["cuts", "line", "both"] as const;

/** How many images are read rightly, or which share, by each. */
export type ByReader = Readonly<Record<typeof readerNames[number], number>>;

/** Reads a picture by each reader by itself. */
export type LoneReaders = Readonly<
  Record<"cuts" | "line", (image: DecodedImage) => Promise<string>>
>;

/** The reader that cuts and the one that does not, each by itself. */
export function loneReaders(model: LayersModel, lineReader: LayersModel): LoneReaders {
  const read = pictureReader(model);
  return {
    cuts: async (image) => (await read(image)).text,
    line: (image) => readUncut(lineReader, image),
  };
}
