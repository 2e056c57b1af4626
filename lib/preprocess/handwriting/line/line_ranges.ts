/** From where to where the lines vary that the line reader learns. Lengths are pixels where a digit is 20 pixels
 * high, or parts of a digit's height as said; a pair is `[least, most]` of a uniform draw; a share is 0 to 1.
 *
 * All were chosen by eye on MNIST's training digits, with the amounts of cheques in view that the reader was
 * developed on; none was searched for. Whoever moves one makes other lines, and has to train the line reader
 * again.
 *
 * @module
 */

/** Pixels from the top of a digit to its foot, as MNIST has it. */
export const digitHeight = 20;
/** Rows of paper above and below a line. */
export const rowMargin = 12;
/** Columns that a line without digits has at most: what fits in the images of the line reader. */
export const mostColumns = 104;

/** Who writes a line. */
export const handRanges = {
  /** Share of lines in a plain hand of one even line, and how far the style of each differs. */
  plain: 0.15,
  plainStrength: 0.5,
  /** Share of the others that stay nearly as MNIST's writers wrote. */
  clean: 0.2,
  cleanStrength: 0.4,
  /** Share of lines by writers who write some digits as other schools teach them, and share of the digits that
   * these write so. */
  schooled: 0.45,
  ofSchool: 0.6,
  /** Share whose digits are all in one style; of the others each has its own. */
  oneStyle: 0.75,
  /** Deviation of the logarithm of a digit's size, and how far it wanders off the line, in heights. */
  size: 0.08,
  wander: 0.05,
  /** Share whose size falls or rises along the line, and by how much from end to end. */
  drifting: 0.15,
  drift: [-0.25, 0.25],
} as const;

/** How the digits of a line follow each other. */
export const spacingRanges = {
  /** Shares of lines whose digits stand apart, close to each other, and touch; the rest mixes them. */
  apart: 0.35,
  close: 0.25,
  touching: 0.2,
  /** From box to box of those apart, in heights. */
  apartGap: [0.1, 0.5],
  /** From ink to ink in the row where they come nearest, in pixels, of those close and touching. */
  closeGap: [0.5, 4],
  touchingGap: [-3.5, 0.5],
  /** From a sign or a letter to what is beside it, in pixels, where digits are not apart. */
  signGap: [0, 5],
  /** Share of gaps that are as wide as those between words, and how wide, in heights. */
  words: 0.05,
  wordGap: [0.5, 1.3],
  /** Share of touching pairs that a stroke of the pen links besides; how far it bends, as a part of its length. */
  linked: 0.12,
  /** The same of two zeros, often written in one go: there it runs along their tops, at most so far down, in
   * heights. */
  zerosLinked: 0.4,
  zerosLinkRow: 0.3,
  linkBow: [-0.3, 0.3],
  /** Share of lines that lean on after deskewing, as its estimate errs: columns for each row upwards. */
  residualSlant: 0.06,
} as const;

/** What a line says. */
export const textRanges = {
  /** Digits of a line, most often three to six: the weight of each count from 1 on. */
  counts: [4, 8, 14, 16, 16, 14, 10, 8, 5],
  /** Share of lines with a run of zeros, and how many at most; they are often written in one go. */
  zeros: 0.25,
  mostZeros: 3,
  /** Share of lines without a digit: letters, scrawls, solid objects, stains. */
  none: 0.07,
  /** Share of the other lines with letters or a scrawl before or behind. */
  withLetters: 0.07,
  mostLetters: 3,
  /** Share of those that are a scrawl. */
  scrawled: 0.2,
  /** Share of lines that begin or end with a sign, and of gaps that hold one. */
  endSign: 0.22,
  midSign: 0.07,
} as const;

/** What print leaves on a line. */
export const remnantRanges = {
  /** Shares of lines: with an underline or a piece of one, with a piece of an upright rule at an end, with a
   * strip that an eraser left bare, with specks. */
  underline: 0.12,
  upright: 0.07,
  bare: 0.08,
  specks: 0.12,
  /** Where an underline runs, in heights from the top; how long it is, as a part of the line. */
  underlineRow: [1, 1.25],
  underlineLength: [0.2, 1],
  /** Heights from the top to where an upright piece begins and ends: longer than a 1, or much shorter. */
  uprightStart: [-0.35, -0.12],
  uprightEnd: [1.12, 1.35],
  shortUpright: [0.1, 0.4],
  strokeWidth: [0.6, 2],
  bareWidth: [0.6, 2.2],
  mostSpecks: 6,
  speckWidth: [0.8, 2.2],
} as const;

/** How a line is placed in its image, as its body tells only about how high its digits are. */
export const placeRanges = {
  /** Deviations: of the logarithm of its height, and of its middle, in heights. */
  height: 0.12,
  middle: 0.05,
} as const;

/** Pixels that a digit is high in the coarsest scans. With fewer, digits that touch cannot be told from others. */
export const coarsest = 10;
