/** Share of the training images of the handwriting model, of digits and of non-digits alike, that are disturbed:
 * by light, paper, dust, strokes across. Chosen without a search: more of them would leave too few of what pages
 * show, as a network of this size learns. */
export const disturbedShare = 0.15;
