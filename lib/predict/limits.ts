/** Limits of the reading of a page: how sure the answer is, which way it lies. "Heights" are heights of the writing on
 * the page. The values were chosen by hand on development pictures, photographed amount fields of cheques and synthetic
 * lines of digits of MNIST's training set, some of them touching, unless it is said otherwise.
 *
 * @module
 */

/** Limits of `readLines`. */
export const readingLimits = {
  /** Confidence: a mark of which the model is at least so sure is not cut. At 0.78 and at 1: no
   * change; the lower, the fewer candidates are classified. */
  surelyWhole: 0.98,
  /** Heights: lower marks may always be cut. */
  leastWhole: 0.6,
  /** Candidates on a page: a page full of touching digits has fewer, and more take minutes. */
  mostCandidates: 8000,
  /** Weight, 0 to 1, of the doubt whether a mark of this shape should have been cut, in a digit's
   * confidence. */
  doubtOfShape: 0.8,
  /** Doubt, 0 to 1, whether straight strokes are ones where their line has no other digit: they may be bars.
   * Chosen so that they are not read for sure. */
  doubtOfBars: 0.2,
  /** So many ones and no other digit are such bars, however they look: teeth, stripes, blinds. Chosen by hand. */
  manyOnes: 5,
  /** Doubt, 0 to 1, of what runs off the picture: a finger, a shadow, a rule that was cut off, or a part of a
   * digit. Chosen so that it is not read for sure. */
  doubtOfEdge: 0.2,
  /** Pixels from the edge of the picture within which ink runs off it. */
  atEdge: 1,
  /** Part of the picture's shorter side, 0 to 1: where the writing comes so close to the opposite edge, the
   * picture was cut out tightly, and its digits may touch the edges. */
  tight: 0.15,
  /** So many bars that run through the picture from edge to edge, and this part of all marks, 0 to 1, are a
   * pattern: stripes, blinds, corrugated card. A row of ones that was cut out tightly looks alike. */
  leastThrough: 3,
  through: 0.6,
  /** Heights: lower marks that were left out say nothing of the digits beside them. */
  leastOther: 0.5,
  /** Heights: a mark that was left out, and stands no farther from a digit, may be one of the number, … */
  nearby: 0.7,
  /** … whose confidence falls by this factor, 0 to 1, and by the doubt that the mark is no digit. Chosen so
   * that such a number is never read for sure. */
  withDropped: 0.8,
  /** Odds: readings that are less probable are no alternatives. */
  leastOdds: 0.001,
  /** Geometric mean of the digits' confidences below which a line is not a number; and a cell of a row that is
   * one. */
  leastConfidence: 0.55,
  leastInRow: 0.25,
  /** Nats a digit, and digits: where the line reader's logarithm is no lower, the line is a number even if its cuts
   * look like none, as those of digits that touch do. With an earlier line reader, of 300 synthetic images without
   * digits none came nearer than -0.32, ones alone aside; -0.5 would let three of these pass. */
  surePerDigit: -0.2,
  leastSure: 2,
} as const;

/** Limits of `adjustPriors`. */
export const priorLimits = {
  /** Marks that speak for the prior of the model's training, beside those of the line. */
  trust: 2,
  /** Rounds of the estimate; it has settled long before. */
  rounds: 20,
} as const;

/** How much surer, 0 to 1, the model must be to prefer one choice of ink to the plain one. */
export const leads = {
  /** `classifyCandidates`: with the walls of the neighbours rather than without. */
  walled: 0.05,
} as const;

/** Limits of `readSingle`. */
export const singleLimits = {
  /** Nats for each e-th part of the ink that a choice leaves out: to leave out a third, the model must be
   * about 3.4 times as sure without it. Chosen by hand; not searched. */
  unexplained: 3,
  /** A probability below this counts as this. */
  leastConfidence: 1e-6,
} as const;

/** Limits of `readTurned`, and weights of `turnOdds`. */
export const turnLimits = {
  /** The page is tried from another side where it reads worse than this: the mean confidence of its marks, 0
   * to 1, those that are no digit counted as 0. This and the limits up to `likelier` were chosen by hand on
   * synthetic pages; none was searched for. */
  poor: 0.7,
  /** From that side it must have so many digits, … */
  leastDigits: 4,
  /** … so many in a line, on average: the letters of a word stand below each other then, one in each, … */
  leastInLine: 2,
  /** … and this mean confidence. */
  good: 0.7,
  /** Which side that is, is told by so many marks at most, spread over the page; more take longer, … */
  mostMarks: 60,
  /** … whose longer side lies between these heights of the writing, … */
  leastSide: 0.5,
  mostSide: 2.5,
  /** … and of which the model must be surer by so much on average, 0 to 1. */
  likelier: 0.08,
  /** Logit of the odds that a page lies turned: for each mark of which the model is fully surer from that side, for
   * a difference of 1 in the mean confidence of its lines, and without either. Fitted to 629 upright and 317 turned
   * synthetic pages and lines, 226 of which read so poorly that they are tried from another side; upright pages
   * counted as 97 of 100, as most pictures are upright. */
  weightOfMarks: 0.73,
  weightOfLines: 5.67,
  upright: -4.48,
} as const;
