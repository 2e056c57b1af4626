/** How many of the images that the handwriting model learns from are no digits. */
export const nonDigitShare = 0.2;
