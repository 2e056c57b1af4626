/** Prices of the path through a line: which candidates make the best one. "Heights" are heights of the writing on the
 * page; a price is a negative natural logarithm of a probability (nats), as that of the model's own doubt is.
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
