import type { ColourMap } from "./colour_map.ts";
import { colourLimits } from "./limits.ts";
import { type Component, connectedComponents } from "../../image/connected_components.ts";
import { distanceTransform } from "../../image/distance_transform.ts";
import { inkImage } from "../../image/ink_image.ts";

/** A connected piece of colour. Places are those of the map, levels 0 to 255; sums are over places. */
export interface ColourPiece {
  readonly box: Component;
  /** How broad it is where it is broadest, in places. */
  readonly breadth: number;
  /** Places of full colour: not the soft edges. */
  readonly core: number;
  /** How many of these stand off the paper in colour more than in light. */
  readonly plain: number;
  /** Sums over the core: distance from the paper's colour, rise above its light, that light. */
  readonly tint: number;
  readonly rise: number;
  readonly paper: number;
  /** The length of its outline, and what of it lies along the edge of the picture and along writing
   * that light shows. */
  readonly outline: number;
  readonly atEdge: number;
  readonly atInk: number;
  /** Places a little beyond the outline, and how many of them have the colour inside it. */
  readonly beyond: number;
  readonly alike: number;
}

/** The pieces of colour in a picture, and how much else is in it. */
export interface ColourPieces {
  /** `[height × width]`, 0 where there is none, else a piece's label. */
  readonly labels: Int32Array;
  /** Number `i` has label `i + 1`. */
  readonly pieces: readonly ColourPiece[];
  /** Places of writing that light shows. */
  readonly ink: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Finds what has another colour than its paper, and measures it.
 *
 * @param leastTint the least distance from the paper's colour, in levels
 * @param leastRise how much darker or brighter than the paper writing is that light shows, in levels
 */
export function colourPieces(
  map: ColourMap,
  leastTint: number,
  leastRise: number,
): ColourPieces {
  const { width, height, tint, rise } = map;
  const { labels, components } = connectedComponents(inkImage(width, height, tint), leastTint);
  const broadest = Math.ceil(colourLimits.broadest * Math.min(width, height)) + 1;
  const inside = distanceTransform(width, height, (i) => labels[i] === 0, broadest);
  const pieces = components.map(emptyPiece);
  const isInk = (at: number): boolean => Math.abs(rise[at]) >= leastRise && !isPlain(map, at);
  let ink = 0;
  for (let at = 0; at < labels.length; at++) {
    if (isInk(at)) ink++;
    if (labels[at] === 0) continue;
    const piece = pieces[labels[at] - 1];
    piece.breadth = Math.max(piece.breadth, 2 * inside[at] - 1);
    addToCore(piece, map, at);
    if (inside[at] === 1 || isAtEdge(map, at)) addOutline(piece, map, labels, at, isInk);
  }
  return { labels, pieces, ink };
}

function emptyPiece(box: Component): Writable<ColourPiece> {
  const core = { core: 0, plain: 0, tint: 0, rise: 0, paper: 0 };
  const outline = { outline: 0, atEdge: 0, atInk: 0, beyond: 0, alike: 0 };
  return { box, breadth: 0, ...core, ...outline };
}

/** Whether a place stands off the paper in colour more than in light. */
function isPlain({ tint, rise }: ColourMap, at: number): boolean {
  return Math.abs(rise[at]) <= colourLimits.mostSlope * tint[at];
}

function addToCore(piece: Writable<ColourPiece>, map: ColourMap, at: number): void {
  if (map.tint[at] < colourLimits.core * piece.box.peak) return;
  piece.core++;
  if (isPlain(map, at)) piece.plain++;
  piece.tint += map.tint[at];
  piece.rise += map.rise[at];
  piece.paper += map.paper[4 * at + 3];
}

function isAtEdge({ width, height }: ColourMap, at: number): boolean {
  const x = at % width;
  return x === 0 || x === width - 1 || at < width || at >= width * (height - 1);
}

/** Looks out of a place at the outline, to its four sides. */
function addOutline(
  piece: Writable<ColourPiece>,
  map: ColourMap,
  labels: Int32Array,
  at: number,
  isInk: (at: number) => boolean,
): void {
  const { width, height } = map;
  const { toInk, toBeyond } = colourLimits;
  const [x, y] = [at % width, Math.floor(at / width)];
  const rooms = [x, width - 1 - x, y, height - 1 - y];
  const ways = [-1, 1, -width, width];
  for (let side = 0; side < 4; side++) {
    const [room, way] = [rooms[side], ways[side]];
    if (room > 0 && labels[at + way] !== 0) continue;
    piece.outline++;
    if (room === 0) piece.atEdge++;
    if (room >= toInk && isInk(at + toInk * way)) piece.atInk++;
    if (room >= toBeyond && labels[at + toBeyond * way] === 0) {
      piece.beyond++;
      if (isAlike(map, crest(map, labels, at, -way), at + toBeyond * way)) piece.alike++;
    }
  }
}

/** The most coloured of the places from one at the outline inwards. */
function crest({ tint }: ColourMap, labels: Int32Array, at: number, inwards: number): number {
  let best = at;
  for (let i = 1; i < colourLimits.toBeyond; i++) {
    const next = at + i * inwards;
    if (labels[next] !== labels[at]) break;
    if (tint[next] > tint[best]) best = next;
  }
  return best;
}

/** Whether a place's colour is nearer to another's than half of what that one's stands off its paper. */
function isAlike({ places, tint }: ColourMap, at: number, beyond: number): boolean {
  let square = 0;
  for (let k = 0; k < 3; k++) square += (places[4 * at + k] - places[4 * beyond + k]) ** 2;
  return Math.sqrt(square) < tint[at] / 2;
}
