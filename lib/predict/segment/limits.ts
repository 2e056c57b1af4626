/** Limits of the cutting of a page into lines, marks, pieces and candidates. "Heights" are heights of the
 * writing on the page, "strokes" are widths of a stroke.
 *
 * The values were chosen by hand on development pictures: photographed amount fields of cheques, and
 * synthetic lines of digits of MNIST's training set, some of them touching. "Halved" and "doubled" below:
 * 60 of these pictures, 40 fields and 20 touching lines, of which 50 are read rightly, were read with that
 * one limit changed. What is not said there was not measured; a single reading that changed is one of these
 * 60, too few to tell the cause.
 *
 * @module
 */

/** Limits of `pageLines`: which ink is a mark, and which page is one of writing. */
export const pageLimits = {
  /** Level, 1 to 255: the faintest ink that connects two strokes. */
  leastLink: 48,
  /** Pixels: lower writing cannot be read. */
  leastHeight: 6,
  /** Heights: marks smaller than this both ways are specks. */
  speck: 0.12,
  /** Digits that the marks have room for: more is noise or a pattern, and would take minutes. */
  mostDigits: 2000,
  /** Pixels in the boxes of all marks together: memory for each is taken. */
  mostPixels: 6_000_000,
} as const;

/** Limits of `textLines`: which marks stand on one line. */
export const lineLimits = {
  /** Heights: marks at least this high begin lines, lower ones are sorted into them afterwards. */
  tall: 0.5,
  /** Share of the lower one's height that a mark has in common with its neighbour on the line. */
  leastShare: 0.4,
  /** Heights between the middles of two lines: closer ones are one line. */
  leastPitch: 0.7,
  /** Marks of a line, nearest to a mark of another, from which the distance is measured. */
  neighbours: 3,
} as const;

/** Limits of `tableRows`. Not measured; reasoned from the code. */
export const tableLimits = {
  /** Cells: fewer are a frame, not a table. */
  leastCells: 2,
  /** Share of the cells, 0 to 1, that may hold several lines of writing: more, and the rules are frames
   * around texts. */
  severalLines: 0.15,
  /** Marks lower than this part of a row are specks, in a cell or not. */
  leastMark: 0.25,
  /** How far the side of a cell may stop short of the rules above and below, as a part of their distance. */
  short: 0.3,
  /** How far beyond the end of a rule its cells may reach, in its thicknesses. */
  reach: 4,
  /** How far a mark may reach into the next cell, as a part of its width, and not be of both. */
  overlap: 0.35,
} as const;

/** Limits of `deslant`. */
export const slantLimits = {
  /** Level, 1 to 255: fainter ink does not widen a box on the page. */
  leastInk: 32,
} as const;

/** Limits of `overSegment`: where a mark is offered to be cut. */
export const cutLimits = {
  /** Heights: marks narrower or lower than this are one piece. Halved: no change; doubled: 1 of the
   * 60 pictures is read wrongly. */
  narrow: 0.35,
  /** Heights: least mean distance of two seams. Halved: one field is read wrongly; doubled: one field and
   * two touching lines. */
  apart: 0.15,
  /** Most seams in a mark as wide as the writing is high. Halved: one touching line is lost; doubled: no
   * change, and more candidates. */
  seamsPerHeight: 6,
  /** Strokes crossed by the most expensive seam. Halved: one field is read wrongly; doubled: no change. */
  mostExpensive: 5,
  /** Heights of the mark: a stroke counts as no thicker. Higher, shadows are cut into ones; lower, bold digits
   * that touch stay together. */
  thickest: 0.3,
  /** Width over height at which a mark is as likely one letter as two digits. */
  undecided: 1,
  /** Width over height: how fast that likelihood changes, the scale of a logistic function. */
  spread: 0.12,
} as const;

/** Limits of `findSeams`: what a way through the ink costs. */
export const seamLimits = {
  /** Full pixels of ink that a step sideways costs: the higher, the straighter seams run down the
   * mark. Halved or doubled: 1 of the 60 pictures is read wrongly. */
  sideways: 0.05,
  /** Level, 0 to 255, that the inside of a closed stroke costs at least: seams go through the wall that
   * two zeros share rather than through one of them. Halved: one reading changes, none for the worse;
   * from 255 on a hole costs more than ink. */
  insideHole: 200,
  /** Level, 1 to 255, of the strokes that close a hole. */
  holeWall: 64,
  /** Least distance of a seam from the sides, as a share of that of two seams: nearer ones would cut off
   * slivers. Halved or doubled: no change. */
  sliver: 0.8,
  /** Shares of the mark's height: at each of them the cheapest seam through each column is looked for. */
  heights: [0.3, 0.5, 0.7],
} as const;

/** Limits of `cutAlong`. */
export const pieceLimits = {
  /** Strokes: how far the wall reaches that a digit may share with its neighbour. */
  wall: 1.2,
  /** Ink of the least piece, in pixels of full ink for each pixel of a stroke's width: a dot has less. */
  leastMass: 1,
} as const;

/** Limits of `candidates`: which runs of pieces may be a digit. */
export const candidateLimits = {
  /** Pieces. Halved: 5 fields are read wrongly; doubled: no change. */
  mostPieces: 9,
  /** Width over height, the candidate's own or that of the writing. Halved: 15 fields and 7 touching lines
   * are read wrongly; doubled: no change, and more candidates. */
  widest: 1.6,
} as const;

/** Limits of `singleDigitInk`: which marks may belong to the one digit on an image. */
export const singleDigitLimits = {
  /** Level, 1 to 255: the faintest ink that connects two strokes. */
  leastLink: 32,
  /** Share of the largest mark's ink: marks with less are specks. */
  speck: 0.02,
  /** Sides of the largest mark: marks that are farther from it are not close to it. */
  gap: 0.25,
} as const;

/** Limits of the signs between digits. Chosen by hand on drawn dates and amounts; not searched. */
export const signLimits = {
  /** Heights: slashes are at least so high. */
  tall: 0.7,
  /** Deviation of a straight stroke's ink across it, as a part of that along it. */
  straight: 0.14,
  /** Columns to the right for each row upwards, beside the lean of the line's other marks: a slash of a date
   * leans farther than that, or is so many times as high as digits; */
  datesLean: 0.2,
  datesLonger: 1.08,
  /** a lone slash leans farther than this, and is so much higher besides. */
  loneLean: 0.3,
  longer: 1.12,
  /** Line heights: a dash is so wide, as high as this part of its width, and its middle lies between these
   * parts of the line, from the top. */
  dashWidth: 0.15,
  dashSlope: 0.45,
  dashHighest: 0.25,
  dashLowest: 0.85,
  /** Points and commas begin farther down than this, and are no wider or higher than these; lower ones are
   * points. */
  pointHighest: 0.6,
  widestPoint: 0.4,
  point: 0.28,
  comma: 0.6,
  /** Part of the narrower one's width that signs above each other share. */
  above: 0.5,
  /** A cross is between these heights high, … */
  crossLeast: 0.3,
  crossMost: 1.1,
  /** … as wide as high but for this factor, … */
  crossAspect: 0.6,
  /** … with strokes of at most this part of its longer side, … */
  crossStroke: 0.18,
  /** … and has this share of its ink in arms that reach so far from its two lines, beside half a stroke, as
   * parts of its sides, and at least this share in each of its four arms. */
  crossShare: 0.88,
  crossArm: 0.05,
  crossSide: 0.12,
} as const;

/** Limits of `mayBeDigit`, in heights of the digit beside it. Chosen by hand; not searched. */
export const objectLimits = {
  /** An object is at least and at most so high, and no wider, … */
  least: 0.5,
  most: 1.6,
  /** … stands no farther from the digit, … */
  nearby: 0.7,
  /** … and has this part of its own height in common with it. */
  shared: 0.5,
} as const;

/** Limits of `isStripes`. Chosen by hand; not searched. */
export const stripeLimits = {
  /** So many bars whose heights differ by at most this part, and gaps from their mean by this part, are a
   * pattern. */
  least: 4,
  alike: 0.08,
  pitch: 0.08,
} as const;
