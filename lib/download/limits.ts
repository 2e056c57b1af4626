/** How much data is taken from a file that may come from anywhere.
 *
 * A file of a few bytes can claim, or unpack to, more than the machine has. */
export const dataLimits = {
  /** The most bytes that a file of data may hold, unpacked (1 GiB): 1.3 million images, where the
   * largest set of digits in MNIST's format (EMNIST by class) has 814,255 images of all characters.
   * Higher, a damaged or hostile file takes more memory before it is refused; lower, large sets are
   * refused. Not measured. */
  maxBytes: 2 ** 30,
  /** The longest line of a CSV file, in bytes (64 KiB). An image takes at most 3,137, the names of the
   * columns some 8,000. Higher, a file without line ends takes more memory before it is refused;
   * lower, long names of columns are refused. Not measured. */
  maxLineBytes: 2 ** 16,
} as const;
