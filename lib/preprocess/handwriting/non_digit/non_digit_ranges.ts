/** From where to where images that show no digit vary. Lengths are pixels where a digit is 20 pixels high,
 * or fractions as named; angles are in degrees or radians as named. A pair is `[least, most]` of a uniform
 * draw; a share is a part of all that come that far, 0 to 1.
 *
 * All were chosen by eye; none was searched for. The one limit to all of them: what they give must not look
 * like a digit, or the model learns to refuse digits. Whoever moves one makes other training images, and
 * has to train the handwriting model again.
 *
 * @module */

/** What the kinds of non-digits draw. */
export const nonDigitRanges = {
  /** How many of a hundred are of each kind; the others are blank. Joined digits and letters are what wrong
   * cuts and words on a page give most often: with fewer of them, more of these are read as digits. */
  percentages: {
    joined: 24,
    fragment: 11,
    turned: 10,
    crumpled: 3,
    scrawl: 11,
    letter: 24,
    stains: 7,
    solid: 8,
  },
  crumpled: {
    /** Degrees. */
    rotation: [-180, 180],
    /** Height of the waves in pixels, more than half of their length: less leaves the digit readable. */
    waves: [12, 20],
  },
  /** Which part of a digit's width or height is cut off: less leaves a digit, more leaves little. */
  fragmentLost: [0.42, 0.65],
  joined: {
    /** Share of two digits; the others are three. */
    two: 0.8,
    /** Share that overlap, and by which part of the narrower digit; the others have a gap, of below so
     * many pixels. */
    overlapping: 0.5,
    overlap: [0, 0.25],
    moreGap: 5,
    /** Share of which a part of the first or last digit is cut off, as a fraction of a digit: less than a
     * half, or one digit is left. */
    cut: 0.4,
    cutDepth: [0.1, 0.45],
  },
  letter: {
    /** Share that is invented; the others are of the table. */
    invented: 0.5,
    /** Height of a row of the grid, of which a letter has six. */
    row: [3, 3.7],
    /** Width of a column as a multiple of that. */
    column: [0.7, 1.4],
    /** Slant: columns to the right for each row upwards. */
    lean: [-0.1, 0.4],
    strokeWidth: [1.2, 4.2],
    /** Shares among invented letters: of strokes that start on another, that close, that are round. */
    joined: 0.7,
    closed: 0.35,
    round: 0.25,
  },
  scrawl: {
    strokeWidth: [1, 4.5],
    /** Up to which draw from 0 to 1 there are rules, a grid, a scribble; above are strokes at random. */
    kinds: { rules: 0.15, grid: 0.27, scribble: 0.4 },
    /** Radians from the horizontal: a steeper rule may be a 1. */
    ruleAngle: [-0.5, 0.5],
    /** Half the length of a rule, and from rule to rule. */
    ruleHalf: [6, 12],
    rulePitch: [4, 9],
    /** Where lines of a grid are, begin and end. */
    gridPlace: [4, 24],
    gridStart: [2, 8],
    gridEnd: [20, 26],
    /** Share of the strokes of a scribble for which the pen is lifted. */
    lifted: 0.2,
    /** Shares: of drawings on a grid of three by three points, of strokes that start on another, of straight
     * ones. */
    orderly: 0.7,
    joined: 0.6,
    straight: 0.6,
    /** Half the width and height of that grid. */
    halfWidth: [5, 10],
    halfHeight: [7, 11],
    /** How far round strokes bend, as a fraction of their length. */
    bow: [-0.5, 0.5],
    /** Where strokes begin and end that are drawn anywhere. */
    anywhere: [3, 25],
  },
  solid: {
    /** Up to which draw from 0 to 1 there is the edge of a shadow, a bar, the corner of thick rules; above
     * is a digit beside the piece of a rule. */
    kinds: { shadow: 0.35, bar: 0.6, corner: 0.8 },
    /** Height and width of the piece that is cut out, in pixels: as seams cut a page. */
    side: [8, 28],
    /** The shadow's edge: half its length in pixels, and how far it bulges, as a part of that. */
    bulge: [-0.6, 0.6],
    /** Width of a bar over its height, or height over width where it lies: a narrower one is a 1, or a
     * dash. */
    barShare: [0.42, 1],
    /** Thickness of thick rules, and of the piece of a rule beside a digit. */
    rule: [3, 8],
    pieceOfRule: [1, 4],
    /** From the digit to that piece, and how much of the digit's height it has. */
    gap: [-1, 4],
    pieceHeight: [0.8, 1.6],
  },
  stains: {
    /** Pixels over which stains change: specks to blots. */
    spacing: [1.2, 8],
    /** Share with a grain from pixel to pixel, and how strong it is beside the stains. */
    grainy: 0.5,
    grain: [-0.6, 0.6],
    /** From which value of the field on there is ink, and how many levels it gains from there: much or
     * little, soft or hard. */
    least: [-0.4, 0.9],
    strength: [100, 800],
  },
} as const;
