/** Limits of finding printed lines: how they are followed, which pieces are one, which of them were printed
 * for writing on, and what of them is erased.
 *
 * What is said of other values was seen when one limit at a time was made 0.6 and 1.6 times as large, on
 * 72 synthetic photographs and 25 images without digits; "no reading changed" means on these. Where nothing
 * is said of that, they were chosen by hand on such pages and not searched.
 *
 * @module
 */

/** Which pieces are one rule. Not measured; reasoned from the code. */
export const joinLimits = {
  /** Gap between two pieces, in thicknesses, and pixels besides. Higher, dashes in a row become a rule;
   * lower, a rule behind a broad stroke stays in pieces. */
  gap: 2.5,
  leastGap: 4,
  /** Each is so many times as long as the gap: neighbouring stems and bars of small digits are not. */
  longer: 5,
  /** How far their thicknesses differ, as a part of the greater one, beside a pixel. */
  thicker: 0.5,
  /** How far the next piece lies off the line of the one before it, in thicknesses, beside a pixel. */
  aside: 1,
  /** The last part of a piece, 0 to 1, that tells where it leads. */
  tail: 0.5,
} as const;

/** Which pieces are one rule that a stroke along it parted. Chosen by hand on drawn rows of boxes; not searched. */
export const bridgeLimits = {
  /** From the end of one to the begin of the next at most, or back, as a part of the shorter one. Higher, strokes
   * in a row become a rule; lower, a rule stays in pieces where a digit's foot lies on it. */
  bridged: 1,
  /** How far their thicknesses differ, as a part of the greater one, beside a pixel. */
  thicker: 0.5,
  /** Rows a column between their middles, beside a thickness. */
  steepest: 0.2,
  /** The parts of them that tell the line, as a multiple of the way between them, and of so many pixels at
   * least. */
  reach: 2,
  leastReach: 16,
  /** Pixels, beside half a thickness, that runs lie off the line at most, but for those that a stroke pulled
   * away. */
  off: 0.75,
  /** The line is fitted so often to the runs that lie on it. */
  rounds: 3,
  /** The share of the runs on the line, 0 to 1: lower, crooked strokes are a rule. */
  straight: 0.6,
  /** The share of the way between the pieces that is ink, 0 to 1. */
  inked: 0.95,
} as const;

/** How far a rule goes on where its trace was lost. Chosen by hand on drawn numbers that stand on rules; not
 * searched. */
export const extendLimits = {
  /** The last part of a rule, 0 to 1, that tells where it leads. */
  tail: 0.6,
  /** Pixels, beside half a thickness, that runs lie off the line at most. */
  off: 0.75,
  /** The line is fitted so often to the runs that lie on it, … */
  rounds: 3,
  /** … and is none if fewer do than this share, 0 to 1. */
  straight: 0.6,
  /** Columns without ink that it may skip. */
  gap: 4,
  /** A stroke that crosses it, or lies along it, is at most so many times as broad as it is thick. */
  crossing: 12,
  /** The share, 0 to 1, of the columns beyond that show the rule, and no stroke. Higher, rules under writing stay;
   * lower, the feet of digits that touch are one. */
  own: 0.3,
} as const;

/** Which rules close to cells. Not measured; reasoned from the code, and seen on tables and forms. */
export const cellLimits = {
  /** How far from a rule another one may end that meets it, in pixels and in thicknesses of the rule. Higher,
   * the strokes of a digit near a rule meet it; lower, broken corners are none. */
  leastReach: 3,
  reach: 1,
  /** Least part of a rule, 0 to 1, between its first and last meeting. Higher, rules that go on beyond a
   * table are none of it; lower, two rules at one end of a stroke hold it. */
  leastSpan: 0.6,
  /** With at most so many meetings, a stroke of a digit may be meant: it must end at them, and be no
   * thicker than those rules … */
  fewMeetings: 2,
  /** … by more than this factor and so many pixels. */
  thicker: 1.3,
  thickerMargin: 0.7,
} as const;

/** What tells a printed line from a stroke. Chosen by hand; not searched. */
export const evidenceLimits = {
  /** Part of the page's width, 0 to 1, from which on a lying line may rule the page, … */
  pageWidth: 0.7,
  /** … if it is so many times as long as its mark is high: no bar of a digit is, … */
  overHeight: 1.5,
  /** At its ends, over this part of its length, a rule that goes on past the writing has no other ink of
   * its mark within this part of its length, or of the writing's height, but for a share of these columns. */
  endPart: 0.04,
  besideEnd: 0.15,
  besideHeight: 0.8,
  freeShare: 0.7,
  /** A rule at most so many times as thick as the strokes of its picture is a printer's, or a pen's beside a
   * marker: it need not go on past the writing. */
  fine: 0.6,
  /** … or if there are so many of them in one mark. */
  parallels: 3,
  /** Part of an upright rule, 0 to 1, that shows it, and no gap: stems above each other show less. */
  unbroken: 0.85,
  /** Part of a mark's ink, 0 to 1, from which on a line is all of it. */
  alone: 0.8,
  /** A line is so many times as long as thick. */
  slender: 6,
  /** Marks of at least this part of the writing's height, or of a bar's, are writing, 0 to 1. */
  writing: 0.4,
  /** How far ends of bars of one comb may differ, as a part of their length. */
  alike: 0.06,
  /** Bars are so many times as long as what is written beside them: several, one alone. */
  longerBars: 1.2,
  longerBar: 1.5,
  /** Width over height: a wider mark between two bars is several digits, and the bars are ones. Chosen by hand. */
  widestInPlace: 1.6,
  /** Several bars may also reach beyond this share of the marks beside them, 0 to 1, at both ends, by this
   * part of their length. */
  mostBeside: 0.8,
  pastBoth: 0.03,
  /** A plumb bar beside all digits, finer than they are, is the side of a field if it reaches past them by this
   * part of its length at both ends, 0 to 1. Higher, such sides are read as ones; lower, fine ones are erased. */
  pastOutside: 0.08,
  /** So many bars at one pitch are a comb where nothing else is written, and so many where the marks beside
   * them begin or end so far from their ends, as a part of their length; gaps differ by at most this part of
   * the pitch. */
  leastBars: 4,
  leastEven: 3,
  shifted: 0.08,
  pitch: 0.08,
  /** Pixels by which bars that stand on one foot differ from it in thickness, and reach it or its ends within,
   * beside its thickness. Higher, a 1 between them is a bar too; lower, worn combs stay. */
  toothMargin: 1,
  /** How far from the picture's edge a line may lie, as a part of the shorter side, beside its thickness; and
   * how much of that edge it runs along, 0 to 1. */
  edge: 0.02,
  edgeLength: 0.8,
} as const;

/** What belongs to a rule that was found, and what to a stroke. */
export const ruleLimits = {
  /** The faintest ink, 0 to 255, of a rule. Higher, faint rules stay; lower, noise joins rules and
   * strokes. No reading changed. */
  least: 40,
  /** Ink stronger than its rule by so many levels is that of a stroke along it. Higher, strokes along
   * rules are erased; lower, uneven rules leave crumbs. No reading changed. */
  darker: 60,
  /** A run more than so many times as thick as its rule, … Higher, strokes that run along a rule are
   * erased with it; lower, rules of uneven thickness leave crumbs (one hard page lost at 0.96). */
  strokeThickness: 1.6,
  /** … and so many pixels more, is a stroke that crosses it. */
  strokeThicknessMargin: 1,
} as const;

/** What of a rule is a stroke that lies along it. Chosen on 400 drawn numbers that stand on a rule or hang from
 * it; not searched. */
export const alongLimits = {
  /** A column has more than so many times the rule's typical ink, … Higher, the bars of digits are erased with
   * the rule that they lie on (at 1.25 twelve numbers in 400 more are read wrong); lower, uneven rules leave
   * crumbs. */
  more: 1.1,
  /** … by so many times the deviation of the columns that have less than that. */
  spreads: 4,
  /** So many thicknesses of the rule at least, side by side. */
  leastLength: 1.5,
  /** Rows above and below a run that hold its soft edges. */
  edge: 2,
} as const;

/** How a rule is followed from column to column. On the pages above no reading changed with any of
 * these; tests hold each where it says so. */
export const traceLimits = {
  /** Steepest rule, in rows a column; a page photographed askew has less. Higher, the strokes of a 7
   * are followed; lower, rules on pages held askew stay. */
  steepest: 0.2,
  /** A stroke that crosses is at most so many times as broad as the thickest rule. Higher, a trace
   * jumps from word to word; lower, a rule ends at bold digits. A test holds it. */
  crossing: 12,
  /** A run more than so many times, and pixels, thicker than the rule has been is a stroke that crosses it or
   * stands on it. Higher, feet of digits pull the rule away; lower, rules with jagged edges break. */
  thicker: 1.5,
  thickerMargin: 1.5,
  /** The part of each run's thickness that counts for that of the rule. */
  thicknessRate: 0.1,
  /** A run that comes so near a place, in rows, is the next one of a rule. Higher, neighbours are caught;
   * lower, a rule is lost where it bends. */
  reach: 1.5,
  /** The middle of the next run lies at most so many rows off the expected one, … Higher, strokes that
   * touch the rule pull it away; lower, rules with jagged edges break. A test holds it. */
  offMargin: 1,
  /** … and this part of the thickest rule more, as far as that is no thicker than so many pixels. */
  offPart: 0.25,
  thickOff: 5,
  /** The part of each deviation by which the slope is corrected. Higher, jagged edges throw the trace
   * off; lower, it does not follow a rule that sags. */
  slopeRate: 0.04,
  /** The part of each deviation by which the place is corrected; as above. */
  middleRate: 0.35,
  /** The share of a rule's columns, 0 to 1, that show it, and no stroke or gap. Higher, rules under
   * writing stay; lower, a row of strokes becomes a rule. A test holds it. */
  leastOwn: 0.5,
  /** With more than this share of gaps, 0 to 1, … */
  mostGaps: 0.1,
  /** … this share must be the rule or gaps, so that few strokes cross it. Higher, dashed rules under
   * writing stay; lower, strokes in a row become a rule. A test holds both. */
  leastCovered: 0.8,
  /** How far, in rows, a run may lie off the parabola through all of them, … Higher, crooked strokes are
   * straight; lower, rules with jagged edges are not. A test holds it. */
  bendMargin: 0.7,
  /** … and this part of the typical thickness more, … */
  bendThickness: 0.15,
  /** … and this part of the length. */
  bendSpan: 0.005,
  /** Less than this share of the runs may lie farther, 0 to 1. Higher, wavy strokes are straight; lower,
   * a rule with a few blots is not. A test holds it. */
  farShare: 0.06,
} as const;
