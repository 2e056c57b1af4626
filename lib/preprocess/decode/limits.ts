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

/** Which strokes colour tells from the paper, and light hardly. Places are the mean of a few pixels each,
 * levels go from 0 to 255. Chosen by hand on drawn digits in random colours, as PNG and as JPEG; other
 * values were not measured: what is said of them is reasoned from the code. */
export const colourLimits = {
  /** Pixels of which one must be far from grey before anything else is looked at. More cost grey
   * pictures time; fewer miss small writing. */
  tried: 500_000,
  /** Places that a picture is looked at in, at most. More cost time; with fewer, fine strokes are mixed
   * with the paper beside them. */
  places: 160_000,
  /** The side of a cell whose median is taken for the paper's colour, as a part of the shorter side.
   * Higher, slopes of colour are followed worse; lower, strokes fill more of a cell. */
  cell: 1 / 8,
  /** The side of such a cell in places, at least. Higher, small pictures have one colour of paper; lower,
   * strokes fill cells of small pictures. */
  leastCell: 8,
  /** Cells to each side whose median is taken. Higher, slopes are followed worse at the edges; lower, bold
   * digits are taken for paper. */
  cellsAround: 2,
  /** How far below black, in levels of each channel, the line of a paper's light and shade begins: the
   * colour of black paper is chance. Higher, shades of coloured paper stand off it; at 0 noise sets the
   * line of black paper. */
  belowBlack: 8,
  /** How far strokes stand off the paper's colour at least, in levels. Higher, pale colours stay pale;
   * lower, what JPEG leaves around coloured ink is looked at. */
  leastTint: 24,
  /** And how many times as far as half of the picture does: noise. Higher, faint colours of noisy
   * photographs are lost; lower, noise is taken for strokes. */
  noiseFloor: 6,
  /** The core of a stroke has at least this part of its strongest colour, 0 to 1. Higher, less is left to
   * measure it by; lower, soft edges count too. */
  core: 0.6,
  /** A stroke may stand off the paper in light by this part of how far it does in colour, and still not
   * be dark ink. Higher, red ink passes by its edges; lower, uneven strokes are lost piece by piece. */
  mostSlope: 0.8,
  /** The part of a stroke's core that is so, 0 to 1, at least. Higher, strokes that cross dark writing
   * are lost; lower, dark coloured ink passes by its edges. */
  leastPlain: 0.8,
  /** All strokes together stand off the paper in light by no more than this part. Higher, ink that is
   * well seen is changed; lower, only what has no contrast in light is found. */
  mostSlopeOfAll: 0.5,
  /** Nor by more than this, in levels under full light: light shows what does. Higher, ink that is well seen is changed;
   * lower, ink that is pale in noise stays so. */
  mostRise: 32,
  /** The same beside writing that light shows, a quarter of which is taken for paper. Higher, ink that is
   * well seen is changed; lower, ink that is lost beside black stays so. */
  mostRiseBesideInk: 48,
  /** Writing that light shows stands off the paper by this at least, in levels, or by `noiseFloor`.
   * Higher, grey pencil is overlooked; lower, shades of the paper count. */
  leastRise: 40,
  /** There is such writing if it fills this part of the picture, 0 to 1. Higher, a short word is
   * overlooked; lower, specks count. */
  inkShare: 0.0005,
  /** Places of a stroke, at least. Higher, its pieces are lost; lower, specks count. */
  leastArea: 6,
  /** Places in the cores of all long strokes, at least. Higher, tiny pictures stay as they are; lower, a few
   * specks change a picture. */
  leastCore: 30,
  /** The breadth of a stroke, as a part of the shorter side, at most. Higher, bands and areas pass;
   * lower, a bold digit that fills its picture is lost. */
  broadest: 0.25,
  /** The area of a long stroke in squares of its breadth, at least: a square has 1. Higher, bold digits
   * count as spots; lower, spots as strokes. */
  leastLength: 1.8,
  /** The part of what may be strokes that is long, 0 to 1, at least: dots and filled loops are not. Higher,
   * bold digits are lost; lower, pictures of spots are changed. */
  leastLong: 0.5,
  /** The part of a stroke's outline that lies on the edge of the picture, 0 to 1, at most. Higher, what
   * is seen of the table passes; lower, cut strokes are lost. */
  mostAtEdge: 0.25,
  /** The part that lies along writing that light shows, at most. Higher, the band of a highlighter
   * passes; lower, strokes that cross black rules are lost. */
  mostAtInk: 0.2,
  /** How far from the outline such writing may lie, in places: its soft edge is between. */
  toInk: 2,
  /** How far from the outline the paper must be bare, in places. Higher, near strokes are skipped;
   * lower, soft edges count. */
  toBeyond: 4,
  /** The part of such places that may have the stroke's own colour, 0 to 1. Higher, the sides of areas
   * and slopes of colour pass; lower, blurred strokes are lost. */
  mostAlike: 0.15,
  /** Beside writing that light shows, strokes stand off the paper's colour by this at least, in levels:
   * full colours. Higher, JPEGs of fine yellow strokes are lost; lower, the pastel print of forms and
   * cheques becomes ink. */
  leastTintBesideInk: 110,
  /** A rule is at most so many times as high as it is broad. Higher, flat strokes pass for rules; lower,
   * sloping rules are ink. */
  ruleBreadth: 2.5,
  /** And at least so many times as long. Higher, short pieces of rules are ink; lower, flat strokes pass
   * for rules. */
  ruleLength: 6,
  /** Print that stands, and a grid, is at least this part of the longer side. Higher, small grids are ink;
   * lower, large digits pass for grids. */
  gridLength: 0.5,
  /** A grid fills at most this part of its box, 0 to 1. Higher, large digits pass for grids; lower, narrow
   * grids are ink. */
  gridShare: 0.12,
  /** Strokes with less than this part of the usual colour are left as they are. Higher, only the
   * strongest of several inks is found; lower, traces around them are. */
  faintest: 0.35,
  /** How many places around a stroke are changed with it: its soft edges. Higher costs time. */
  around: 3,
  /** The part of the least colour of strokes below which their edges stay paper, 0 to 1. Higher,
   * strokes get thin; lower, the paper beside them gets rough. */
  softEdge: 0.4,
  /** On paper darker than this, 0 to 255, strokes are made brighter. A physical reason: the middle, where
   * there is as much room either way. */
  darkPaper: 128,
  /** How far strokes are brought from the paper to black or white, 0 to 1. Higher, soft edges are cut
   * off; lower, they stay pale beside black. */
  contrast: 0.8,
} as const;
