/** Rows of the image of a line of writing, as the line reader takes it. */
export const lineHeight = 32;
/** Rows of its body, which is in the middle: digits are a little higher, about 20 rows. */
export const lineBody = 17;
/** Columns of paper before its first ink and behind its last. */
export const lineMargin = 15;
/** Columns of the images that the line reader is trained on. */
export const trainedWidth = 144;
