/** Limits of finding the light of the bare paper, and which of ink and paper is the darker.
 *
 * Unless an entry says otherwise, they were chosen by hand on the development set of synthetic
 * photographs. Entries that say "not measured" are reasoned from the code. For the others, what is said
 * of other values was seen when one limit at a time was made 0.6 and 1.6 times as large, on 108 such
 * pages, 120 tightly cut digits of 8 to 28 pixels, and 25 images without digits; "no reading changed"
 * means on these.
 *
 * @module
 */

/** When an image is ink of one level on evenly lit paper of another. */
export const bimodalLimits = {
  /** Share of the variance of all levels that two levels must explain, 0 to 1. Higher, tightly cut
   * digits are taken for unevenly lit (above 1: 24 of 120 more are misread); lower, shadows pass for
   * ink. */
  minExplained: 0.75,
  /** How far beyond its usual level, away from the other, ink or paper may lie, as a part of the
   * distance of the two. Higher, ink in a shadow, a third level, is overlooked; lower, uneven pens count
   * as uneven light. No reading changed. */
  maxBeyond: 0.5,
  /** Median distance from the usual level, as a part of the distance of the two, that the evener one of
   * ink and paper may have. Higher, sloping light passes for even; lower, noisy scans are treated as
   * photographs. No reading changed. */
  maxSpread: 0.04,
  /** An image of one digit, tightly cut, has at least this share of both ink and paper, 0 to 1. Higher,
   * thin digits lose the vote on their polarity; lower, dense pages get it. No reading changed. */
  tightShare: 0.22,
  /** A tightly cut digit is at most so many times as wide as high. Higher, short numbers count as one
   * digit; lower, wide digits do not: at 0.9, 9 of 120 more are misread. */
  widestTight: 1.5,
  /** As `maxBeyond`, for a tightly cut image: many of its pixels lie on the edges of strokes. Higher, a
   * shadow passes; lower, small digits count as unevenly lit (seen at 0.42: two hard pages gained). */
  maxBeyondTight: 0.7,
  /** As `maxSpread`, for a tightly cut image. Higher, uneven light passes; lower, soft edges count as
   * uneven light (seen at 0.06: one hard page gained). */
  maxSpreadTight: 0.1,
  /** Share of the pixels of a level, 0 to 1, that may lie farther: dust. Higher, strokes in a shadow are
   * taken for dust; lower, dust for a shadow (seen at 0.003: two hard pages gained). */
  fewPixels: 0.005,
  /** An image of at most so many pixels along the shorter side shows no uneven light. Higher, small
   * photographs in uneven light get one level; lower, soft edges of thumbnails count as uneven light.
   * No reading changed. */
  thumbnailSide: 20,
  /** The same for a tightly cut image, in pixels. */
  stampSide: 64,
} as const;

/** How the evenly changing light is fitted: least squares by planes, ink left out again and again. */
export const smoothLimits = {
  /** Places of the grid along the longer side, at most. More cost time and no reading changed. */
  longSide: 160,
  /** Places along the shorter side, at least: long thin images keep some. No reading changed. */
  shortSide: 32,
  /** How far each plane reaches to each side, as a part of the grid's shorter side. Higher, slopes that
   * bend are followed worse (at 0.8 a cut digit was lost); lower, broad strokes are followed as if they
   * were light (at 0.3 a hard page was lost, a cut digit gained). */
  reach: 0.5,
  /** Rounds of fitting; the ink is left out a little more surely in each. More cost time; at 5 no
   * reading changed. */
  rounds: 8,
  /** Residuals up to so many times their median count as paper. Higher, ink pulls the light towards
   * itself; lower, slopes lose places to be fitted to. Not measured; reasoned from the code. */
  maxResidual: 1.6,
  /** Residuals up to this many levels always count as paper: rounding. Not measured; reasoned from the
   * code. */
  leastResidual: 0.5,
  /** Added to the spread of a plane's places, in square places: keeps the slope at 0 where they lie on
   * a line. Higher, slopes are flattened; at 0 the fit divides by 0 there. Not measured;
   * reasoned from the code. */
  ridge: 0.1,
} as const;

/** How the light under the ink is filled in. */
export const backgroundLimits = {
  /** Places along the longer side at which the light is estimated, at most. More cost time; at 240 and
   * 640 no reading changed. */
  gridSide: 400,
  /** Strokes are thinner than this part of the shorter side. Higher, the edge of a shadow is filled in
   * like a stroke; lower, broad strokes are taken for a shadow. One hard page was lost either way. */
  thickestStroke: 0.4,
  /** What is filled in is blurred by its radius over this. Higher, the blocks of the filling show;
   * lower, the edges of shadows are washed out. No reading changed. */
  blurPart: 3,
  /** The plain filling is taken where it lies closer to the image than this part of how close the other
   * one, without the evenly changing light, lies. Higher, it errs where the light slopes to the edge;
   * lower, the other errs along shadows. One hard page was lost either way. */
  preferFilled: 0.9,
} as const;

/** Which of ink and paper is the darker. */
export const polarityLimits = {
  /** From this part on, 0 to 1, what stands off the light is all darker, or all brighter, but for a
   * little. Higher, each pixel is compared with its neighbourhood more often, which a broad marker
   * misleads; lower, the edges of shadows decide. No reading changed. */
  decided: 0.65,
  /** From this part on, nothing of the other kind stands off the light, not even the paper beside a shadow: marks
   * inside a wide picture are not asked then. Higher, the holes of digits that hang on a rule count as bright
   * ink; lower, a thumb turns ink and paper round. Not measured; shadows had up to 0.85, rules 0.99. */
  decidedByAll: 0.95,
  /** Marks inside the picture tell only in pictures whose shorter side has so many pixels, and of which both
   * the dark and the bright part cover at least this share, 0 to 1: half a page in shadow. Not measured; the
   * same goes for the next three. */
  leastSide: 96,
  leastArea: 0.12,
  /** Marks are at least this part of the picture high: noise is less. */
  leastMark: 0.03,
  /** A mark covers less than this part of the picture, 0 to 1: more is the sheet inside its frame. */
  mostMark: 0.4,
  /** From this part on, 0 to 1, they are all dark, or all bright, but for a little. */
  decidedInside: 0.6,
  /** The neighbourhood of a pixel in uneven light, as a part of the shorter side. Higher, shadows stand
   * off it; lower, the insides of strokes do not. No reading changed. */
  neighbourhood: 0.2,
  /** Weight of the share of the border that is dark, in the vote on a tightly cut digit. Weights are
   * relative to the contrast, -1 to 1. Higher, digits that fill their box lose; no reading changed. */
  borderWeight: 4,
  /** Weight of the share of all pixels that is dark. Higher, bold digits lose; no reading changed. */
  shareWeight: 4,
  /** Weight of each piece that the bright has more than the dark: paper falls into corners and loops.
   * At 0.3 a cut digit was lost. */
  pieceWeight: 0.5,
  /** More pieces than so many count as so many: noise has hundreds. At 1 a cut digit was lost. */
  maxPieces: 2,
  /** What a piece must have, in levels per pixel of the image (1 is four thousandths of its area).
   * Higher, small loops do not count; lower, dust does. At 2 no reading changed. */
  leastPiece: 1,
} as const;
