import type { Sharp } from "sharp";

/** A reader that others made, ready to read. */
export interface LineReader {
  /** Names and versions of what is at work. */
  readonly version: string;
  /** How it is used, for a reader who would do the same. */
  readonly setting: string;
  /** Reads the digits of a line of writing.
   *
   * @param isCut whether the picture is little more than the writing: an amount cut out of a cheque
   * @returns digits alone, without spaces
   */
  readonly read: (picture: Sharp, isCut: boolean) => Promise<string>;
  /** Ends its workers and gives back its memory. */
  readonly close: () => Promise<unknown>;
}
