/** Rows of the image of a line of writing, as the line reader takes it. */
export const lineHeight = 32;
/** Rows between the top and the foot of its digits, which stand in the middle. */
export const lineBody = 22;
/** Columns of paper before its first ink and behind its last. */
export const lineMargin = 15;
