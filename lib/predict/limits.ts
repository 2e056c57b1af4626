/** Limits and prices of the reading of a line: which candidates make the best path, and how sure the
 * answer is. "Heights" are heights of the writing on the page; a price is a negative natural logarithm of
 * a probability (nats), as that of the model's own doubt is.
 *
 * The values were chosen by hand on development pictures: photographed amount fields of cheques, and
 * synthetic lines of digits of MNIST's training set, some of them touching. "Halved" and "doubled" below:
 * 60 of these pictures, 40 fields and 20 touching lines, of which 50 are read rightly, were read with that
 * one limit changed. What is not said there was not measured; a single reading that changed is one of these
 * 60, too few to tell the cause.
 *
 * @module
 */

/** What `bestPath` pays for. */
export const pathPrices = {
  /** How much more the model's doubt about a candidate counts with each further piece: it explains more
   * of the line. Halved or doubled: no change. At 0 a doubtful run of six pieces is
   * preferred in a unit test; not seen on pictures. */
  weightOfPiece: 0.15,
  /** Heights: lower digits cost `shortDigitPrice` for each height that they lack, lower ones
   * `shortOnePrice` besides. */
  shortDigit: 0.45,
  /** Nats a height. Halved or doubled: no change. */
  shortDigitPrice: 20,
  /** Heights: a one is lower than this in a comma or a dash. */
  shortOne: 0.8,
  /** Nats a height. */
  shortOnePrice: 5,
  /** Width over height: wider digits cost `wideDigitPrice` for each height of their own that they are
   * wider, wider ones `wideOnePrice` besides. */
  wideDigit: 0.85,
  /** Nats. */
  wideDigitPrice: 1.4,
  /** Width over height: a one is wider than this in a dash. */
  wideOne: 0.6,
  /** Nats. */
  wideOnePrice: 4,
  /** Nats for any seam. Halved: no change; doubled: one touching line is no longer cut rightly. */
  seam: 0.5,
  /** Nats for each stroke that a seam crosses. Halved: no change; doubled: one touching line fewer. */
  crossedStroke: 0.2,
  /** Factor on both where the model has no class for what is no digit: it cannot tell pieces of digits
   * from digits. */
  blindPrice: 8,
  /** Weight, 0 to 1, of the doubt whether a mark of this shape should be cut at all. Halved
   * or doubled: no change on numbers. That it keeps letters whole is known from unit tests only. */
  weightOfDoubt: 0.3,
  /** Nats for leaving out a piece as high as the writing, at most. Halved: 1 of the
   * 60 pictures is read wrongly; doubled: 1 reading changes, none for the worse. */
  leftOut: 9,
  /** Share of `leftOut` that is paid even where the model is sure that the piece is no digit. */
  leftOutNonDigit: 0.5,
  /** Weight, 0 to 1, of the model's doubt that a piece that is left out is no digit. */
  weightOfNonDigit: 0.5,
  /** Share of a flat piece's width that counts as its size, where it is left out. */
  sizeOfWidth: 0.5,
  /** Heights: lower pieces are separators, which cost little to leave out. */
  separator: 0.3,
  /** Nats for leaving out a separator, and nats for each height of its size. */
  separatorPrice: 0.1,
  separatorSizePrice: 2,
  /** Heights of the neighbour: pieces that begin so far down beside it are commas. */
  hangingLow: 0.4,
  /** Heights: lower pieces are not taken for that neighbour. */
  tallNeighbour: 0.6,
  /** Nats for leaving out a comma, and nats for each height of its size. */
  hangingPrice: 0.3,
  hangingSizePrice: 1,
  /** Width over height: a low mark that is wider is a flourish, whatever the model says of it; the others cost
   * what it doubts that they are a 1 or no digit. With it an earlier line reader and the cuts read 158 rather than
   * 155 of 200 development cheques. */
  flourish: 1.5,
  /** Probabilities below these count as these, so that no price is infinite: of a digit, of no digit, and
   * of a cut being right. */
  leastConfidence: 1e-6,
  leastNonDigit: 1e-4,
  leastCut: 1e-3,
} as const;

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

/** Limits of `lineInks`. */
export const lineInkLimits = {
  /** Heights: lower marks do not tell where the line stands. */
  tall: 0.6,
  /** Marks: fewer do not tell how the line rises. */
  leastForSlope: 3,
  /** Rows for each column: steeper lines are not levelled further. */
  steepest: 0.15,
  /** How large the line is read, once in each of these sizes, where 1 has a body of 17 rows: its height is only
   * estimated. Long lines were shrunk in training to fit, so that the reader knows small digits best. In one size
   * alone it reads 125, 131 and 136 of 200 development cheques, and 432, 441 and 443 of 476 synthetic lines; at
   * 1.13, 110 of the cheques. */
  sizes: [1, 0.87, 0.75],
  /** Which of them is read first. */
  own: 1,
} as const;

/** Limits of `weighReadings`. */
export const weighingLimits = {
  /** Readings of the line reader that are weighed. */
  beams: 8,
  /** Weights of the two readers, of the logarithm of the one's probability and of the other's costs, and nats for
   * each digit, as both readers overlook more than they invent. No sample had a part in them: `deno task bench
   * weighing` fits them to synthetic photographs. Here the first two are 0.95 and the last 0.8 of what is fitted, so
   * that a reading of 90 % or more is seldom wrong in strange hands either, which are harder. Of 420 lines written in
   * other hands 197 are read so, 3 of them wrongly, and of 442 photographs 338, 3 wrongly; as fitted, and with a
   * `leastOfCuts` of -6, it was 225, 12, 360 and 4. */
  weightOfLine: 0.71,
  weightOfCuts: 0.51,
  weightOfDigit: 1.14,
  /** Odds from which a line is not read in further sizes, 0 to 1, where its cuts say the same. By an earlier line
   * reader, 815 of 957 synthetic lines and 81 of 200 development cheques were so read in one size, and none of them
   * otherwise than in three. */
  settled: 0.9,
  /** Logarithm of the probability that is left to a way through the cuts, beside the cheapest: where digits touch,
   * none of the cuts may be right. At -6, of 150 lines of touching digits 136 are read rightly, at -5 138, at -4 140, at
   * -3 141; of 420 lines in other hands 340, 341, 343 and 347; of 297 other photographs 281 or more at each. At -3 two
   * more of the development cheques are read wrongly. */
  leastOfCuts: -4,
  /** Probability that is left to a text which the line reader excludes. */
  leastOfLine: 1e-9,
  /** Beginnings of numbers of a lexicon that are followed, and the least probability, 0 to 1, that a column must
   * give a digit of one: far less than else, as there are few to choose from. Chosen by hand. */
  lexiconBeams: 40,
  leastInLexicon: 1e-7,
  /** How probable it is that a line is not what is known of it, 0 to 1. Chosen by hand. */
  unexpected: 0.003,
} as const;
