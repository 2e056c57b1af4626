/** Rows, and columns, of an MNIST image, and so of what every model of this project takes. */
export const imageSide = 28;

/** Pixels of an MNIST image: 28 × 28. */
export const pixelsPerImage = imageSide * imageSide;
