/** What an image may ask of the machine that decodes it.
 *
 * The reader works through folders of strangers' files, many of them side by side: one file must
 * not exhaust memory or hold up the others.
 */
export const decodeLimits = {
  /** The largest file that is loaded, in bytes (64 MiB): room for a photo of 100 megapixels as a JPEG
   * of the best quality. Higher, one file takes more memory before anything is known of it; lower,
   * whole photos are refused. */
  maxFileBytes: 64 * 2 ** 20,

  /** Images of more pixels are refused on their header's word, before any pixel is decoded: 100
   * megapixels, as many as the largest cameras give. Higher, a file of a few bytes can claim more time than
   * `maxSeconds` allows; lower, real photos are refused. */
  maxPixels: 100_000_000,

  /** What a decoder may hold of a picture at once, in bytes (240 MiB), where it cannot decode strip by
   * strip. A photo of 12 megapixels passes in every format: the most that one needs is 229 MiB, as an
   * AVIF. Higher, one image takes more memory; lower, ordinary AVIF photos are refused. */
  maxDecoderBytes: 240 * 2 ** 20,

  /** The longest time that one image may take to decode, in seconds. Chosen by hand; untested beyond.
   * Higher, a file that was made to be slow holds up the others for longer; lower, large photos are
   * refused on a busy machine. */
  maxSeconds: 4,

  /** Larger pictures are made smaller first, to so many pixels (4 megapixels). Higher, reading a page
   * takes longer in proportion; lower, small digits on a photographed page get too few pixels to be
   * told apart. */
  workingPixels: 4_000_000,
} as const;

/** How the pages of PDF and TIFF documents are read. */
export const documentLimits = {
  /** Pages of one document; those after it are named in the error. Chosen by hand: a thick pile for a
   * scanner's feeder. Higher, a file of a few bytes that claims endless pages holds up the others for
   * longer; lower, people must split what they scanned. */
  maxPages: 200,

  /** Dots per inch that the page of a PDF is drawn with (an A4 page: 1654 × 2339 pixels, just within
   * `workingPixels`), and that boxes on it are counted in. Higher, pages are made smaller in any case;
   * lower, the strokes of small digits run together. Not measured at other values. */
  dotsPerInch: 200,

  /** Seconds that the failing pages of a PDF may take all in all; each has `maxSeconds` at most. Chosen
   * by hand, so that after one page that is slow the others still have a second each. Higher, a file
   * made to be slow holds up the others for longer; lower, a single bad page is the end of its PDF. */
  maxLostSeconds: 5,

  /** What PDFium may ask for, in bytes (192 MiB): the file, the drawn page, and the pictures on it; it
   * gets a fifth more. A scanned A4 page of 600 dpi takes 50 MiB. The worst PDFs that were tried took
   * the whole program to 545 MiB. Higher, one PDF takes more memory; lower, large scans are refused. */
  maxHeapBytes: 192 * 2 ** 20,

  /** The mark of its end must be among so many last bytes of a PDF: 1024 in Acrobat. Higher, a
   * truncated file passes for a whole one if the mark of an earlier version of it happens to be near;
   * lower, files with a tail of blanks are refused. */
  endBytes: 2048,
} as const;

/** What decoders hold of each pixel until the last one is decoded, in bytes, as measured with
 * libvips 8.18. Too low, the process may run out of memory; too high, images are refused without
 * need. */
export const decoderBytesPerPixel = {
  /** Decoded without libvips: four bytes, and a little for the rest. */
  bmp: 4.2,
  gif: 4.2,
  /** Lossless, or with opacity, animation or metadata; plain lossy files take none. */
  webp: 4.1,
  /** AVIF. */
  heif: 20,
  /** A progressive JPEG keeps 2 bytes for each coefficient; these are for one channel. */
  progressiveJpegChannel: 2,
  /** With colour at a quarter of the places (4:2:0): all three channels together. */
  progressiveJpegQuarterColour: 3,
} as const;

/** Which paper is laid under a picture with transparent parts. Chosen by hand; a test holds the cases
 * of white, grey and black ink. */
export const paperLimits = {
  /** A sheet is see-through where on average it is less opaque than this, 0 to 255. Higher, a mostly
   * opaque bright drawing is laid on black; lower, white ink on a see-through sheet vanishes. */
  seeThrough: 128,
  /** Ink whose mean luminance is above this, 0 to 255, cannot be seen on white paper. Higher, pale ink
   * vanishes on white; lower, mid-grey ink is laid on black, where it stands out less. */
  bright: 200,
} as const;
