/** From where to where the handwriting of a synthetic writer varies. Lengths are fractions of the digit's
 * height or width, or pixels where the digit is 20 pixels high, as in MNIST; angles are in degrees or
 * radians as named. A pair is `[least, most]` of a uniform draw.
 *
 * All were chosen by eye on MNIST's training digits, the allographs with the amounts of cheques in view
 * that the reader was developed on (`bench/README.md`, reading). None was searched for. Whoever moves one
 * makes other training images, and has to train the handwriting model again.
 *
 * @module */

/** What `allographs` draws. Narrower ranges leave a shape out that some people write, and it is then
 * read wrongly or not at all; wider ones give shapes that are other digits. */
export const allographRanges = {
  /** Share of the digits 0 to 9 that is written in another way. More of them leaves fewer of the plain
   * digits that most pages show; none of a digit's, and its allographs are read as other digits. */
  shares: [0.35, 0.45, 0.2, 0, 0.35, 0, 0, 0.35, 0.08, 0.1],
  /** Stroke width of an added stroke, as a multiple of the digit's own: the pen is the same. */
  strokeWidth: [0.8, 1.1],
  /** Pixels of the finest added stroke: a finer one is lost when the digit is scanned. */
  leastStrokeWidth: 1.5,

  /** Up to which draw from 0 to 1 an other 0 is open at the top, open at a side, linked to its neighbours;
   * from the last one on it has a slash. */
  zeroKinds: { openTop: 0.3, openSide: 0.5, linked: 0.9 },
  openLoop: {
    /** Where the gap is, in radians from the top, clockwise; farther round, a 0 becomes a C or a 6. */
    angle: [-0.9, 0.9],
    /** Width of the gap, as a fraction of the longer side; a wider one makes a 0 a U. */
    gap: [0.1, 0.26],
  },
  openSide: {
    /** How much of a side is lost, in stroke widths: around 1, it is the side's stroke and no more. */
    lost: [0.7, 1.4],
    left: 0.5,
  },
  linkedZero: {
    /** Up to which draw from 0 to 1 there is a link at the left, and from which on at the right: both
     * between them. */
    sides: { left: 0.65, right: 0.35 },
    /** From the middle of the 0 to where the link begins and ends, as fractions of the width. */
    start: [0, 0.3],
    end: [0.55, 1],
    /** How far it falls, as a fraction of the height; lower down it makes a 6 or a 9 of the 0. */
    fall: [-0.12, 0.3],
    /** How far it sags, as a fraction of its length. */
    bow: [-0.25, 0.1],
  },
  slash: {
    /** Lower left and upper right end, as fractions of the width and the height. */
    start: [0, 0.25],
    end: [0.75, 1],
  },

  one: {
    /** Share of other 1s that have a foot, and share of these that have an upstroke as well. */
    foot: 0.2,
    upstrokeWithFoot: 0.5,
    /** Radians between stem and upstroke: wider ones make a 7. */
    angle: [0.3, 0.9],
    /** The steepest and the flattest upstroke, in radians from straight down. */
    leastSlant: -0.2,
    mostAngle: 1.25,
    /** Length of the upstroke as a fraction of the height: the flatter, the shorter, else it is a 7. */
    length: { least: 0.25, most: 1.25, lessPerRadian: 0.6 },
    /** How far the upstroke bends, as a fraction of its length. */
    bow: [-0.12, 0.12],
    /** How far a foot reaches to each side, as a fraction of the height; longer, it is a 2's. */
    footReach: [0.12, 0.35],
  },
  two: {
    /** Where the loop meets the long stroke, as a fraction of the height from the top. */
    row: [0.42, 0.66],
    /** How far the loop bends, as a fraction of its length. */
    bow: [-0.35, 0.35],
  },
  four: {
    /** How much is lost of the right stroke above and below the bar, as fractions. */
    above: [0.35, 1],
    below: [0, 0.8],
  },
  seven: {
    /** Where the bar crosses the stem, as a fraction of the height from the top. */
    row: [0.42, 0.6],
    /** How far it reaches to each side, as a fraction of the height. */
    reach: [0.15, 0.35],
    /** How far its ends rise or fall, as a fraction of that. */
    tilt: [-0.4, 0.4],
  },
  nine: {
    /** The slant that a mirrored 9 gets back, as a fraction of the height. */
    shear: [0.1, 0.6],
  },
} as const;

/** What `plainDigit` draws. Lengths are heights of the digit where nothing else is said. Narrower ranges
 * make one hand of it; wider ones make other digits. */
export const plainRanges = {
  /** Pixels. */
  height: [17, 21],
  /** How broad a digit is, as a multiple of its usual width of 0.6. */
  aspect: [0.65, 1.3],
  /** Columns to the right for each row upwards. */
  lean: [-0.08, 0.3],
  /** Pixels, the logarithm uniform. */
  strokeWidth: [0.9, 3.4],
  /** Deviations by which ends and corners (heights), and the ends of arcs (degrees) move. */
  jitter: 0.025,
  angle: 7,
  /** Factor on the radii of an oval. */
  radius: [0.85, 1.12],
  /** Shares: of 0s with a slash, of 7s with a bar, of 3s with a flat top. */
  slashed: 0.25,
  barred: 0.4,
  flat: 0.25,
  one: {
    /** Share with an upstroke, and share of these with a foot: a bar alone has none. */
    upstroke: 0.55,
    foot: 0.5,
    /** How far the upstroke reaches to the left. */
    reach: [0.12, 0.34],
    /** From the stem down to the foot, and half the foot's length. */
    gap: [-0.04, 0.07],
    footHalf: [0.15, 0.32],
  },
  four: {
    /** Share that is closed at the top; the row of the bar; where the stem of the others begins. */
    closed: 0.35,
    bar: [0.5, 0.72],
    stem: [0, 0.45],
  },
} as const;

/** What `schoolDigit` draws. Narrower ranges make one hand of it; wider ones make other digits. */
export const schoolRanges = {
  /** Pixels from the top to the foot. */
  height: [18, 21],
  /** How broad a digit is, as a multiple of its usual width. */
  aspect: [0.7, 1.35],
  /** Columns to the right for each row upwards. */
  lean: [-0.1, 0.4],
  /** Pixels, the logarithm uniform. */
  strokeWidth: [1.2, 3],
  /** Deviation by which a point moves, in hundredths of the height. */
  jitter: 3.5,
} as const;

/** What `varyWriter` draws. Wider ranges than those of real writers cost accuracy on plain digits, as
 * ever more of the samples are hard to tell apart; narrower ones, accuracy on people who write otherwise
 * than MNIST's writers did. */
export const writerRanges = {
  /** Pixels from crest to crest of the waves: shorter ones look like a trembling hand. */
  waveLength: [7, 16],
  /** Height of the waves as a fraction of that; above about 0.5 digits lose their shape. */
  waves: [0, 0.3],
  /** Share of digits that are stretched towards a square, as forms readers of old stored them. */
  stretched: 0.125,
  /** How far they are: 0 not at all, 1 to a square. */
  stretch: [0.4, 1],
  /** The most by which a digit is stretched: a 1 that fills a square is a blot. */
  mostStretch: 3,
  /** Deviations of normal draws: of the logarithms of width and height, of the slant as a fraction of the
   * height, of the rotation in degrees. Twice the rotation turns 7s into 1s. */
  deviations: { width: 0.16, height: 0.05, shear: 0.2, rotation: 7 },
  /** The farthest normal draw, in deviations. */
  mostDeviations: 2.5,
  /** Share of digits whose strokes stay as broad as they are. */
  samePen: 0.3,
  /** Pixels of the finest and the broadest stroke: a sharp pencil, a marker; in between the logarithm is
   * uniform. Broader ones close the loops of 6, 8 and 9. */
  strokeWidth: [1, 5],
  /** Pixels by which an edge of a stroke moves at most, inwards below 0. */
  growth: [-1.5, 1.6],
} as const;
