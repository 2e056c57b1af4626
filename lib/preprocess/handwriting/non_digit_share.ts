/** Share of the training images of the handwriting model that show no digit, 0 to 1. Training writes it into
 * the model's metadata, from where prediction takes it. Chosen by eye; not searched. With fewer of them, more
 * letters and stains are read as digits; with more, more digits are refused. */
export const nonDigitShare = 0.2;
