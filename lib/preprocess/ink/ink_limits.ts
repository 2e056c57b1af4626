/** Limits of parting ink from paper, and of bringing a digit to the look of MNIST's.
 *
 * Unless an entry says otherwise, they were chosen by hand on the development set of synthetic
 * photographs and the project's samples. Entries that say "not measured" are reasoned from the code. For
 * the others, what is said of other values was seen when one limit at a time was made 0.6
 * and 1.6 times as large, on 72 such pages, 120 tightly cut digits of 8 to 28 pixels, and 25 images
 * without digits; "no reading changed" means on these.
 *
 * @module
 */

/** How pixels are compared with the paper under them. Not measured; reasoned from the code. */
export const contrastLimits = {
  /** Paper darker than this level, 0 to 255 (under bright ink: brighter than 255 less this), is not
   * stretched to full contrast: its noise would be too. Higher, ink in deep shade stays faint; lower, the
   * noise of what is hardly lit becomes ink. */
  leastRange: 64,
} as const;

/** What is ink. */
export const inkLimits = {
  /** Ink must stand off the paper by this many levels, of 255. Higher, pale pencil is lost; lower, stains
   * of a blank sheet are ink. No reading changed. */
  leastContrast: 14,
  /** Ink must stand off the paper by this many times the noise of the paper. Higher, pencil on rough
   * paper is lost; lower, blank rough paper has ink. No reading changed. */
  leastSignal: 5,
  /** Levels below this many times the noise are paper: of normal noise 2 pixels in 10,000 are above.
   * Higher, strokes get thin; lower, specks hang on to them. No reading changed. */
  noiseFloor: 3.5,
  /** Levels below this part of the ink's are paper, 0 to 1, where the paper has any noise: prints and
   * stains are fainter than ink. Higher, soft and uneven strokes get thin (at 0.4 two cut digits were
   * lost, three pages gained); lower, faint prints are ink (at 0.15 two pages were gained). */
  faintest: 0.25,
  /** The faintest ink, 0 to 255, that links two marks on clean paper, where levels are not cut off. Higher, soft
   * and pale strokes fall apart; lower, noise that most pixels have not links pale marks with strong ones, and
   * they are dropped with it. Not measured; such noise had up to 6. */
  leastLink: 24,
  /** Ink whose neighbouring pixels correlate less than this, -1 to 1, is noise: the finest lines have
   * 0.3, a digit in 8 × 8 pixels has 0.1. Higher, small digits are lost; lower, noise is read. */
  leastCorrelation: 0.1,
  /** Of larger images some rows, with about so many pixels, tell the correlation. More cost time. */
  correlationPixels: 1_000_000,
  /** Share of the pixels, 0 to 1, that stands off the light as far as ink does, or the noise of bare
   * paper. Higher, the ink of sparse pages is missed by it; lower, a few specks set it. */
  outermost: 0.01,
  /** Paper stands off its light by less than this part of how far ink does, 0 to 1. Higher, a page full
   * of strokes is taken for the paper; lower, rough paper is not centred. */
  paperRange: 0.5,
  /** A speck has less than this part of the typical mark's ink. Higher, decimal points and dots are lost;
   * lower, dust stays. */
  speck: 1 / 150,
  /** A stroke reaches this level somewhere, 0 to 255: half of full ink. Higher, faint strokes are lost;
   * lower, stains stay. */
  speckPeak: 128,
  /** A stroke that nowhere reaches this level, 0 to 255, may be of a paler ink, whose level is another. Higher,
   * fine strokes of the same pen count too; lower, ink of half the level is dropped but for its darkest spots. */
  faintPeak: 160,
} as const;

/** How digits get the look of MNIST's; in pixels of the 28 × 28 unless said otherwise. What is said of
 * higher and lower values here was not measured; it is reasoned from the code. */
export const normaliseLimits = {
  /** The thinnest and the thickest strokes that stay as they are. Measured on MNIST by `strokeWidth`:
   * the middle half of the digits has 2.1 to 2.9 pixels, nine in ten have 1.8 to 4. Higher, digits of
   * fine pens are changed that a network knows; lower, hairlines stay that it does not. */
  thinnest: 1.8,
  /** Higher, markers stay thicker than what a network has seen; lower, MNIST's own digits are changed. */
  thickest: 3.6,
  /** The smallest digit, in its own pixels, whose strokes are made thinner: the blur of a small picture
   * makes them look thick. Higher, markers in small pictures stay; lower, blurred loops break. */
  leastForThinning: 32,
  /** Strokes are made thinner by at most so much: a solid block is no stroke. Higher, blocks become
   * digits; lower, broad markers stay thick. */
  mostThinning: 2,
  /** How many times larger a digit is when its strokes are changed. Higher costs time; lower, outlines
   * get coarse. */
  detail: 4,
  /** Outlines lie at this level, 0 to 255: where ink is half as strong. A physical reason: blur moves
   * every other level. */
  outline: 128,
  /** Larger digits, in their own pixels, have edges blurred over several of them, as photographs do.
   * Twice the 20 pixels that MNIST's digits have. */
  photographedSide: 40,
  /** They are cropped where their edges have this level, 0 to 255: a little below a half, so that
   * uneven ink is not cut off. Lower, the blur counts as a part of the digit, which comes out small. */
  photographedEdge: 112,
  /** If that leaves at most this part of the longer side, what was cut off was no edge but faint
   * strokes, and they stay. */
  mostEdge: 0.9,
} as const;

/** Which slants are tried, in columns to the right for each row upwards. Other values were not measured;
 * what is said of them is reasoned from the code. */
export const slantLimits = {
  /** Writing leans to the left by no more than this. */
  first: -0.6,
  /** Smaller steps cost time; larger ones miss by half a step. */
  step: 0.05,
  /** 33 slants: up to 1 to the right. */
  count: 33,
  /** What a slant loses of its score for each column a row: vertical strokes where there is little to
   * tell. Higher, slanted writing is left so; lower, round digits are slanted for no reason. */
  verticalBonus: 0.06,
} as const;

/** Share of the ink of a line, 0 to 1, in the rows that are its body. With less, round digits are taken for
 * lower ones; with more, commas and flourishes count: of 200 development cheques an earlier line reader read 113
 * where the tallest marks told the height, 134 with this. */
export const bodyInkShare = 0.9;
