import type { ColourMap } from "./colour_map.ts";
import { type ColourPiece, colourPieces } from "./colour_pieces.ts";
import { colourLimits } from "./limits.ts";
import { dilate } from "../../image/morphology.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** Strokes that colour tells from the paper, and light hardly. */
export interface ColourStrokes {
  /** 255 where they lie, and a little around; a pixel for each place of the map. */
  readonly near: InkImage;
  /** How far their cores stand off the paper in colour, in levels. */
  readonly tint: number;
  /** How far the soft edges of strokes do at least, and the paper's noise at most, in levels. */
  readonly leastTint: number;
  /** How much brighter than the paper they are, in levels; below 0 darker. */
  readonly rise: number;
  /** The light of the paper around them, 0 to 255. */
  readonly paper: number;
}

/** Finds strokes that stand off the paper in colour much farther than in light.
 *
 * Coloured areas are none: the band of a highlighter, a photograph's background. Nor is what lies around
 * writing that light shows, what fades away slowly, and print beside such writing.
 *
 * @returns `undefined` where there are none
 */
export function colourStrokes(map: ColourMap): ColourStrokes | undefined {
  const { width, height, tint, rise } = map;
  const { noiseFloor } = colourLimits;
  const leastTint = Math.max(colourLimits.leastTint, noiseFloor * medianSize(tint));
  const leastRise = Math.max(colourLimits.leastRise, noiseFloor * medianSize(rise));
  const { labels, pieces, ink } = colourPieces(map, leastTint, leastRise);
  const hasInk = ink > colourLimits.inkShare * tint.length;
  const strokes = pieces.filter((piece) => {
    return isStroke(piece, map) && !(hasInk && isPrint(piece, map));
  });
  const core = sum(strokes, (piece) => piece.core);
  const long = sum(strokes.filter(isLong), (piece) => piece.core);
  if (long < Math.max(colourLimits.leastCore, colourLimits.leastLong * core)) return undefined;
  const usual = sum(strokes, (piece) => piece.tint) / core;
  const usualRise = sum(strokes, (piece) => piece.rise) / core;
  const paper = sum(strokes, (piece) => piece.paper) / core;
  const mostRise = (hasInk ? colourLimits.mostRiseBesideInk : colourLimits.mostRise) *
    Math.max(paper, 255 - paper) / 255;
  if (Math.abs(usualRise) > Math.min(mostRise, colourLimits.mostSlopeOfAll * usual)) {
    return undefined;
  }
  if (hasInk && usual < colourLimits.leastTintBesideInk) return undefined;
  const kept = new Uint8Array(pieces.length + 1);
  for (const piece of strokes) {
    if (piece.tint >= colourLimits.faintest * usual * piece.core) kept[piece.box.label] = 255;
  }
  const mask = inkImage(width, height);
  for (let at = 0; at < labels.length; at++) mask.pixels[at] = kept[labels[at]];
  return {
    near: dilate(mask, { square: colourLimits.around }),
    tint: usual,
    leastTint,
    rise: usualRise,
    paper,
  };
}

/** Whether a piece may be a stroke, or a dot beside strokes. */
function isStroke(piece: ColourPiece, { width, height }: ColourMap): boolean {
  const { box, breadth, core, outline } = piece;
  return box.area >= colourLimits.leastArea &&
    piece.plain >= colourLimits.leastPlain * core &&
    breadth <= colourLimits.broadest * Math.min(width, height) &&
    piece.atEdge <= colourLimits.mostAtEdge * outline &&
    piece.atInk <= colourLimits.mostAtInk * outline &&
    piece.alike <= colourLimits.mostAlike * piece.beyond;
}

function isLong({ box, breadth }: ColourPiece): boolean {
  return box.area >= colourLimits.leastLength * breadth ** 2;
}

/** Whether a piece is of a rule (writing may part one that lies), or a grid of them. */
function isPrint({ box, breadth }: ColourPiece, { width, height }: ColourMap): boolean {
  const { ruleBreadth, ruleLength, gridLength, gridShare } = colourLimits;
  if (box.height <= ruleBreadth * breadth && box.width >= ruleLength * breadth) return true;
  return Math.max(box.width, box.height) >= gridLength * Math.max(width, height) &&
    (box.width <= ruleBreadth * breadth || box.area <= gridShare * box.width * box.height);
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

/** The median size of levels, -255 to 255. */
function medianSize(levels: Uint8Array | Int16Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < levels.length; i++) counts[Math.abs(levels[i])]++;
  let [size, seen] = [0, counts[0]];
  while (2 * seen < levels.length) seen += counts[++size];
  return size;
}
