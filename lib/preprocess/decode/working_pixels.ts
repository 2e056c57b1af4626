/** Larger pictures are made smaller first: digits stay large enough to read, and it takes less than a
 * second. */
export const workingPixels = 4_000_000;
