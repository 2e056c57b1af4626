/** From where to where disturbances of training images vary. A pair is `[least, most]` of a uniform draw; levels
 * are 0 to 255, lengths pixels of a digit 20 pixels high, as in MNIST.
 *
 * All were chosen by eye on MNIST's training digits: as strong as still leaves most digits to be read by a person.
 * None was searched for, and none was measured on the corruptions that the models are scored on. Whoever moves one
 * makes other training images, and has to train the models again.
 *
 * @module */

/** Up to which draw from 0 to 1 an image gets one disturbance, or two; the others get three. */
export const disturbancesRange = { one: 0.55, two: 0.9 } as const;

/** What `unevenLight` draws. */
export const lightRanges = {
  /** Level of the paper in the middle, and how much it differs from one side to the other. */
  paper: [0, 190],
  slope: [-110, 110],
  /** How far above the paper a full stroke is; no level is above 255. */
  span: [45, 255],
} as const;

/** What `patternedPaper` draws. */
export const patternRanges = {
  /** Pixels over which the pattern changes, from a grain to half a picture, the logarithm uniform. */
  leastSpacing: 1.2,
  mostTimesLeast: 12,
  /** Level of the strongest pattern. */
  level: [40, 215],
  /** How much of the pattern a full stroke covers, 0 to 1. */
  cover: [0.45, 1],
} as const;

/** What `grains` draws. */
export const grainRanges = {
  /** Share of images with the noise of a sensor, and its deviation in levels; the others have dust. */
  sensor: 0.4,
  deviation: [8, 75],
  /** Grains of dust in each 100 pixels, and the share of those that are wider or higher than a pixel. */
  density: [0.5, 16],
  large: [0, 0.6],
} as const;

/** What `scribbles` draws. */
export const scribbleRanges = {
  /** Share of images that are hatched with parallel strokes, and the pixels from one to the next. */
  hatched: 0.3,
  pitch: [4, 11],
  /** Below how many more than one single strokes there are. */
  moreStrokes: 4,
  /** Share of bent ones, and how far they bend, as a fraction of their length. */
  bent: 0.5,
  bow: [-0.4, 0.4],
  strokeWidth: [0.6, 1.8],
  /** Level. */
  level: [110, 255],
} as const;

/** What `inverted` draws. */
export const invertedRanges = {
  /** Up to which draw from 0 to 1 all of the image is inverted, or one side of a line; the others get a disc. */
  all: 0.3,
  side: 0.65,
  /** Pixels from the middle of the image to the line or the middle of the disc. */
  away: [0, 11],
  radius: [3, 11],
} as const;

/** What `blots` draws. */
export const blotRanges = {
  /** Below how many more than one there are. */
  more: 3,
  radius: [1.2, 4.5],
} as const;

/** What `hollowStrokes` draws. */
export const hollowRanges = {
  /** Share of outlines that lie around the stroke, not within. */
  outside: 0.5,
  /** How strongly the outline is drawn: above 1, levels are cut off at 255. */
  strength: [0.9, 1.8],
} as const;

/** What `coarsePixels` draws. */
export const coarseRanges = {
  /** Up to which draw from 0 to 1 the image is blurred, or averaged in blocks; the others are shaken. */
  blurred: 0.3,
  blocks: 0.6,
  /** Pixels of a block's side. */
  side: [2, 3],
  /** How far what is shaken moves, in pixels, and over how many the movement changes. */
  shake: [0.8, 2.4],
  spacing: [1.2, 4],
} as const;
