/** Limits of erasing what was printed: ruled lines, the sides of cells, frames around digits.
 *
 * Unless an entry says otherwise, they were chosen by hand on the development set of synthetic
 * photographs and the project's samples. Entries that say "not measured" are reasoned from the code. For
 * the others, what is said of other values was seen when one limit at a time was made 0.6
 * and 1.6 times as large, on 72 such pages and 25 images without digits; "no reading changed" means on
 * these.
 *
 * @module
 */

/** How long and thick rules are, by the height of the writing. */
export const printLimits = {
  /** The faintest ink, 0 to 255, that connects two strokes. Higher, faint strokes fall apart; lower,
   * the blur between neighbours joins them. No reading changed. */
  leastLink: 48,
  /** Columns that cross more strokes than this on average are noise, which has no rules. Higher, pages
   * of noise take long; lower, dense pages keep their rules. No reading changed. */
  mostStrokes: 150,
  /** A rule is longer than the writing is high by this factor; no stroke of a digit is. Higher, short
   * rules stay (one photo lost at 2.9); lower, strokes are erased (two images without digits read at
   * 1.1). */
  ruleLength: 1.8,
  /** No rule is shorter than this, in pixels: a guard for tiny writing. */
  leastRuleLength: 12,
  /** Horizontal rules are longer than vertical ones by this factor: the bar of a 7 or a 5 is long.
   * Higher, short underlines stay (one photo lost at 2.2); lower, bars are erased (two images without
   * digits read at 0.84). */
  horizontalFactor: 1.4,
  /** Lines are followed from this part of the typical mark's height on: the side of a low cell. Higher,
   * low cells keep their sides; lower, it takes longer. */
  leastSide: 0.6,
  /** Marks lower than this, in pixels, do not count for that height: dust. */
  leastMark: 6,
  /** The thickest rule, as a part of the writing's height. Higher, strokes are followed as rules; lower,
   * bold rules stay. No reading changed. */
  ruleThickness: 0.2,
  /** Sides of cells, and other lines, may always be so thick, in pixels; they are followed up to this part of
   * the picture's shorter side, and never beyond so many pixels. Higher, bold strokes are followed too, and a
   * digit that crosses its box counts as a side; lower, bold lines stay. */
  sides: { least: 5, thickest: 0.02 },
  lines: { least: 5, thickest: 0.09 },
  /** Pixels without ink that a rule may skip. Higher, stems above each other become a rule; lower, rules that
   * faded in places stay. */
  gap: 4,
  mostThickness: 16,
  /** Where ink beside print has less than this part of the print's level, 0 to 1, its level is measured
   * without the print. At 1 it is always; lower, pale ink beside dark print is lost. */
  paler: 0.85,
  /** So many sides are one box: if nothing is written in it, it may be a zero. */
  sidesOfBox: 4,
  /** How far the soft edge of print reaches, in pixels. */
  softEdge: 3,
} as const;

/** What is writing paler than the strongest ink. Chosen by hand on synthetic pages; not searched. */
export const paleLimits = {
  /** Pale ink has this part of the strong one's level, 0 to 1: lower, what shows through from the back of the
   * sheet is read. */
  leastLevel: 0.24,
  /** Pixels: lower marks are specks. */
  leastHeight: 8,
  /** Width over height of the widest mark, digits that touch; and the part of its box that it fills. */
  widest: 4,
  filled: 0.7,
  /** So many marks between these heights, as parts of the median one, or a single one of this part of the
   * picture's height, … */
  leastMarks: 2,
  largeDigit: 0.25,
  low: 0.5,
  high: 2,
  /** … have this share of all pale ink, 0 to 1. Lower, patterns of the paper are read; higher, pale writing
   * on rules is lost. */
  share: 0.7,
  /** Of these, this share, 0 to 1, is in marks whose outline is so many times that of their box: the lines of
   * a pattern are straight. */
  curvedShare: 0.5,
  curved: 1.25,
  /** The level of a mark's cores, as a part of its strongest pixel's. */
  ofPeak: 0.9,
} as const;

/** What is a bar, and what a block. Read off the shapes of 5,000 digits of the development set: of them, no
 * digit but a 1 is a bar, and none is a block. */
export const barLimits = {
  /** Breadth, 0 to 1, below which ink is one straight stroke, however full. Higher, curved ones count too. */
  thin: 0.14,
  /** Breadth, 0 to 1, of the broadest bar, and its least fullness. Of narrow digits bold 8s have up to 0.82,
   * four in ten plain 1s have more than this: lower, more of these are bars; higher, bars with rough edges are
   * none. */
  broadest: 0.5,
  full: 0.85,
  /** Fullness from which ink is a block, if it is no bar. The fullest 8 has 0.93: lower, bold digits
   * without their holes are none. */
  solid: 0.97,
} as const;

/** What is no stroke at all. Chosen by hand; not searched. */
export const solidLimits = {
  /** Pixels: lower marks are too small to tell. */
  leastHeight: 6,
  /** Writing is so many times as high as its strokes are thick: dots and bars are not. */
  slender: 4,
  /** Width over height of the widest writing, a rule that slants is wider; and of the narrowest that
   * counts, bars are narrower. */
  widest: 5,
  narrowest: 0.25,
  /** So many marks of writing must be thinner, with outlines of so many times the object's own, 0 to 1:
   * scratches beside a bold digit are less. */
  leastMarks: 2,
  leastWriting: 0.3,
  /** An object is so many times as thick as these on average, … */
  thicker: 3,
  /** … and fills so much of its box, 0 to 1. */
  filled: 0.3,
  /** So many objects of which the lower is at least this part of the higher, 0 to 1, are writing in a bolder pen:
   * each so many times as high as its strokes are thick, and at most so many times as wide as high. */
  ofOnePen: 3,
  alike: 0.6,
  bold: 3,
  boldWidest: 1.8,
} as const;

/** What runs along an edge of the picture. Chosen by hand; not searched. */
export const edgeLimits = {
  /** Part of its box, 0 to 1, that a strip fills. */
  filled: 0.75,
  /** It is so many times as long as broad, … */
  slender: 3,
  /** A bar that runs off the picture leans by at most so many columns for each row, and its outline is at most
   * so many times that of its box. */
  lean: 0.2,
  straight: 1.15,
  /** Ones that were cut out without a margin cover this part of their picture, 0 to 1. */
  cutOut: 0.2,
  /** A mark beside it of at least this part of its height, 0 to 1, makes a digit of it. */
  company: 0.4,
  /** … and touches the edge along this part of its length, 0 to 1. */
  touching: 0.8,
  /** A strip as long as this part of the edge, 0 to 1, need not touch it, but lie within this part of the
   * picture's shorter side. */
  whole: 0.9,
  margin: 0.02,
  /** A mark as high as this part of the strip beside it, 0 to 1, makes a digit of it. */
  asHigh: 0.8,
  /** Pixels: lower marks are no writing that it could stand beside. */
  leastHeight: 8,
  /** Strips along edges that meet span this part of the picture, 0 to 1, both ways, cover this part of each of two
   * edges, and all of their ink but for a little lies within this part of the shorter side from an edge; they
   * fill no more than this part of their box. Digits that are cut out tightly lean or bend away. */
  corner: { whole: 0.9, along: 0.9, near: 0.97, thickest: 0.1, filled: 0.4 },
} as const;

/** What is a frame around a digit. A zero looks much like one; wrong frames cost digits, missed ones
 * read as 0 or join with the digit. */
export const frameLimits = {
  /** The shortest side, in pixels. Higher, small boxes stay; lower, loops of digits are tried. Not
   * measured; reasoned from the code, as are the next three. */
  leastSide: 16,
  /** Of its box, ink covers at most this part, 0 to 1. Higher, blots are tried; lower, bold boxes with
   * bold digits stay. Not measured. */
  mostFilled: 0.5,
  /** How far from its box's edge the side of a frame may lie, as a part of the box. Higher, the sides of
   * a zero count; lower, boxes askew stay. Not measured. */
  edgeBand: 0.12,
  /** The same in pixels, at least. Not measured. */
  leastEdgeBand: 2,
  /** A side is drawn if there is ink along this part of it, 0 to 1. Higher, boxes with gaps stay; lower,
   * round digits have sides. No reading changed. */
  drawnPart: 0.85,
  /** So many sides must be drawn. At 2 a photo was lost; at 4 open boxes stay. */
  drawnSides: 3,
  /** Straight lines along this part of a side are erased, 0 to 1. Higher, nothing of bent boxes is;
   * lower, strokes of the digit are. No reading changed. */
  erasedPart: 0.75,
  /** Lines may always be so thick, in pixels. No reading changed. */
  leastThickness: 4,
  /** If more than this part of the ink is left, 0 to 1, it was no frame. Higher, a digit's own straight
   * strokes are taken off; lower, boxes with bold digits stay. No reading changed. */
  mostLeft: 0.6,
  /** Something is written in a frame if there is this part of the frame's own ink, 0 to 1. Higher, a
   * thin 1 does not count; lower, dust in a zero does. No reading changed. */
  leastContent: 0.08,
} as const;

/** What belongs to a stroke. */
export const nearStrokeLimits = {
  /** The core of a stroke has at least this level, 0 to 255: half of full ink. Higher, faint strokes are
   * lost; lower, printed patterns are cores. */
  core: 128,
  /** How far from a core its soft edge reaches, as a part of the stroke's width. Higher, patterns stay
   * around strokes; lower, strokes lose their soft edges. Not measured; reasoned from the code. */
  reach: 0.5,
} as const;
