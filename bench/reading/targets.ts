/** What is aimed at when images are read: shares of images, and seconds. */
export const targets = {
  /** Amounts on cheques, exactly right. */
  cheques: 0.86,
  /** Synthetic photographs, exactly right. */
  synthetic: 0.94,
  /** Photographs of digits that touch, exactly right, of each difficulty. */
  touching: 0.88,
  /** Lines of each kind of picture from the field, exactly right. */
  fields: 0.9,
  /** Images without digits on which one is read for sure, at most. */
  falselyRead: 0.005,
  /** Of those read with 90 % or more, read wrongly, at most. */
  wrongWhenSure: 0.03,
  /** A scanned line of eight digits, at most: milliseconds. */
  lineMilliseconds: 15,
  /** A page of 2,000 × 3,000 pixels, at most. */
  seconds: 0.4,
} as const;

/** A reading this sure counts as one that a program would take without a look. */
export const sure = 0.9;
