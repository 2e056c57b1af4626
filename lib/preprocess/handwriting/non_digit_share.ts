/** How many of the images that a reader of digits learns from are no digits. */
export const nonDigitShare = 0.2;
