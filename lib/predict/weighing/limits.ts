/** Limits of the line reader's part: how it sees a line, and what its word counts beside the cuts. "Heights" are
 * heights of the writing on the page.
 *
 * @module
 */

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
   * weighing` fits them to synthetic photographs. Used is 0.95, 0.7 and 0.82 of what is fitted, so that a reading of
   * 90 % or more is seldom wrong in strange hands either, which are harder. Of 420 lines written in
   * other hands 197 are read so, 3 of them wrongly, and of 442 photographs 338, 3 wrongly; as it was fitted with a
   * `leastOfCuts` of -6, it was 225, 12, 360 and 4. As fitted with that of today, of 200 development cheques 84 are read
   * so, 5 wrongly; with caution 71, 3 wrongly. */
  weightOfLine: 0.71,
  weightOfCuts: 0.51,
  weightOfDigit: 1.14,
  /** Confidence of all digits together, 0 to 1, from which a line whose marks need no cut is read by its marks alone:
   * faster, and no worse. Of 200 development cheques 162 are read rightly at 0.9, at 0.97 and with all lines weighed;
   * for sure are 71, 68 and 66, of which the same 3 are wrong. */
  plain: 0.9,
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
