import type { LightImage } from "@lib/image/light_image.ts";

/** A picture of a kind that comes from the field, and what is written on it. */
export interface FieldPicture {
  /** Light, 0 black to 255 white. */
  readonly image: LightImage;
  /** The digits; lines are parted by `\n`. Empty where there is none. */
  readonly text: string;
  /** Of a table or grid, row by row: the digits of each cell, `""` where it is empty. */
  readonly rows?: readonly (readonly string[])[];
  /** The signs between or before the digits, in their order: `"//"` of a date. */
  readonly separators?: string;
  /** By how many degrees the page is turned clockwise: 90, 180 or 270. */
  readonly turned?: number;
  /** Whether all ink is to be taken for one digit. */
  readonly single?: boolean;
}
