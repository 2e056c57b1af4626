/** Limits of erasing what was printed: ruled lines, the sides of cells, frames around digits.
 *
 * Unless an entry says otherwise, they were chosen by hand on the development set of synthetic
 * photographs and the project's samples. Entries that say "not measured" are reasoned from the code. For
 * the others, what is said of other values was seen when one limit at a time was made 0.6
 * and 1.6 times as large, on 72 such pages and 25 images without digits; "no reading changed" means on
 * these.
 *
 * @module
 */

/** How long and thick rules are, by the height of the writing. */
export const printLimits = {
  /** The faintest ink, 0 to 255, that connects two strokes. Higher, faint strokes fall apart; lower,
   * the blur between neighbours joins them. No reading changed. */
  leastLink: 48,
  /** Columns that cross more strokes than this on average are noise, which has no rules. Higher, pages
   * of noise take long; lower, dense pages keep their rules. No reading changed. */
  mostStrokes: 150,
  /** A rule is longer than the writing is high by this factor; no stroke of a digit is. Higher, short
   * rules stay (one photo lost at 2.9); lower, strokes are erased (two images without digits read at
   * 1.1). */
  ruleLength: 1.8,
  /** No rule is shorter than this, in pixels: a guard for tiny writing. No reading changed. */
  leastRuleLength: 20,
  /** Horizontal rules are longer than vertical ones by this factor: the bar of a 7 or a 5 is long.
   * Higher, short underlines stay (one photo lost at 2.2); lower, bars are erased (two images without
   * digits read at 0.84). */
  horizontalFactor: 1.4,
  /** The side of a cell, between two horizontal rules, is at least this part of the writing's height
   * long. Higher, low cells keep their sides, which read as 1; lower, a 1 between two rules is
   * erased. No reading changed. */
  leastSide: 0.8,
  /** The thickest rule, as a part of the writing's height. Higher, strokes are followed as rules; lower,
   * bold rules stay. No reading changed. */
  ruleThickness: 0.1,
  /** Rules may always be so thick, in pixels. No reading changed. */
  leastThickness: 4,
  /** The first, coarse pass finds the height of the writing without rules at least so long, in pixels,
   * … No reading changed, nor with the next three. */
  coarseLength: 30,
  /** … or this part of the image's width, if horizontal. Higher, rules are measured as writing; lower,
   * large digits lose their strokes to the measure. */
  coarseWidth: 0.3,
  /** … or this part of its height, if vertical. As above. */
  coarseHeight: 0.4,
  /** … and at most this part of the shorter side thick. */
  coarseThickness: 0.03,
} as const;

/** What belongs to a rule that was found, and what to a stroke. */
export const ruleLimits = {
  /** The faintest ink, 0 to 255, of a rule. Higher, faint rules stay; lower, noise joins rules and
   * strokes. No reading changed. */
  least: 40,
  /** Columns without ink that a rule may skip, at least. Higher, separate strokes in a row become a
   * rule; lower, rules that faded in places stay. No reading changed. */
  gap: 3,
  /** Ink stronger than its rule by so many levels is that of a stroke along it. Higher, strokes along
   * rules are erased; lower, uneven rules leave crumbs. No reading changed. */
  darker: 60,
  /** The side of a cell is at most so many times as thick as the rules where it ends, … Higher, a 1
   * between two rules is erased; lower, sides stay (one photo lost at 0.78). */
  sideThickness: 1.3,
  /** … and so many pixels more. */
  sideThicknessMargin: 0.7,
  /** It ends at a run of the rule at most its thickness and so many columns away. No reading changed,
   * nor with the next two. */
  sideAside: 2,
  /** Its end lies at most so many times the rule's thickness off the rule, … Higher, strokes that end
   * near a rule are erased; lower, sides that stop short stay. */
  sideEndPart: 2,
  /** … and so many pixels more. */
  sideEndMargin: 3,
  /** A run more than so many times as thick as its rule, … Higher, strokes that run along a rule are
   * erased with it; lower, rules of uneven thickness leave crumbs (one hard page lost at 0.96). */
  strokeThickness: 1.6,
  /** … and so many pixels more, is a stroke that crosses it. */
  strokeThicknessMargin: 1,
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
  /** A run that comes so near a place, in rows, is the next one of a rule. Higher, neighbours are caught;
   * lower, a rule is lost where it bends. */
  reach: 1.5,
  /** The middle of the next run lies at most so many rows off the expected one, … Higher, strokes that
   * touch the rule pull it away; lower, rules with jagged edges break. A test holds it. */
  offMargin: 1,
  /** … and this part of the thickest rule more. */
  offPart: 0.25,
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

/** What is a frame around a digit. A zero looks much like one; wrong frames cost digits, missed ones
 * read as 0 or join with the digit. */
export const frameLimits = {
  /** The shortest side, in pixels. Higher, small boxes stay; lower, loops of digits are tried. Not
   * measured; reasoned from the code, as are the next three. */
  leastSide: 16,
  /** Of its box, ink covers at most this part, 0 to 1. Higher, blots are tried; lower, bold boxes with
   * bold digits stay. Not measured. */
  mostFilled: 0.5,
  /** How far from its box's edge the side of a frame may lie, as a part of the box. Higher, the sides of
   * a zero count; lower, boxes askew stay. Not measured. */
  edgeBand: 0.12,
  /** The same in pixels, at least. Not measured. */
  leastEdgeBand: 2,
  /** A side is drawn if there is ink along this part of it, 0 to 1. Higher, boxes with gaps stay; lower,
   * round digits have sides. No reading changed. */
  drawnPart: 0.85,
  /** So many sides must be drawn. At 2 a photo was lost; at 4 open boxes stay. */
  drawnSides: 3,
  /** Straight lines along this part of a side are erased, 0 to 1. Higher, nothing of bent boxes is;
   * lower, strokes of the digit are. No reading changed. */
  erasedPart: 0.75,
  /** Lines may always be so thick, in pixels. No reading changed. */
  leastThickness: 4,
  /** If more than this part of the ink is left, 0 to 1, it was no frame. Higher, a digit's own straight
   * strokes are taken off; lower, boxes with bold digits stay. No reading changed. */
  mostLeft: 0.6,
  /** Something is written in a frame if there is this part of the frame's own ink, 0 to 1. Higher, a
   * thin 1 does not count; lower, dust in a zero does. No reading changed. */
  leastContent: 0.08,
} as const;
