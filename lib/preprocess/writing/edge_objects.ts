import type { Box } from "../../image/box.ts";
import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { outlineLengths } from "./outline_lengths.ts";
import { edgeLimits as limits } from "./print_limits.ts";

/** Finds what runs along an edge of the picture and is filled: the lines of a cell that were cut out with it,
 * the dark strip beside a page, be it along several edges, a bar that runs off the picture. A 1 that was cut out
 * tightly has digits of its height beside it, or is alone.
 *
 * @returns some of the components
 */
export function edgeObjects(image: InkImage, marks: Components): Component[] {
  const strips = edgeStrips(image, marks);
  const isStrip = new Set(strips);
  const others = marks.components.filter((mark) => {
    return !isStrip.has(mark) && mark.height >= limits.leastHeight;
  });
  if (others.length === 0 && isTightlyCut(strips, image)) return [];
  return strips.filter((strip) => {
    if (isEdgeStrip(strip, image, marks)) return !hasEqual(strip, others);
    return isCorner(strip, image, marks) || !hasCompany(strip, others);
  });
}

/** Marks along an edge, and bars that run off it, whatever else there is. */
export function edgeStrips(image: InkImage, marks: Components): Component[] {
  const outlines = outlineLengths(image, marks);
  return marks.components.filter((mark) => {
    const outline = outlines[mark.label];
    return isEdgeStrip(mark, image, marks) || isCutBar(mark, image, outline) ||
      isCorner(mark, image, marks);
  });
}

/** A bar that ends at the upper or lower edge of the picture, upright or nearly so.
 *
 * @param outline how many sides of pixels it shows: a straight stroke as many as its box
 */
function isCutBar(
  { y, width, height, area }: Component,
  image: InkImage,
  outline: number,
): boolean {
  const margin = limits.margin * Math.min(image.width, image.height);
  const thickness = area / height;
  return Math.min(y, image.height - y - height) <= margin && height >= limits.slender * thickness &&
    width <= thickness + limits.lean * height && outline <= limits.straight * 2 * (width + height);
}

/** Ones that were cut out without a margin above and below them, and fill a good part of their picture. */
function isTightlyCut(bars: readonly Component[], { width, height }: InkImage): boolean {
  const ink = bars.reduce((sum, { area }) => sum + area, 0);
  return ink >= limits.cutOut * width * height &&
    bars.every((bar) => bar.y === 0 && bar.height === height);
}

function isEdgeStrip(mark: Component, image: InkImage, marks: Components): boolean {
  const { x, y, width, height, area } = mark;
  if (area < limits.filled * width * height) return false;
  const margin = limits.margin * Math.min(image.width, image.height);
  if (height >= limits.slender * width) {
    const off = Math.min(x, image.width - x - width);
    if (height >= limits.whole * image.height) return off <= margin;
    return off === 0 && touching(mark, image, marks) >= limits.touching * height;
  }
  if (width < limits.slender * height) return false;
  const off = Math.min(y, image.height - y - height);
  if (width >= limits.whole * image.width) return off <= margin;
  return off === 0 && touching(mark, image, marks) >= limits.touching * width;
}

/** Strips along two edges that meet, or more: all of it lies along these. */
function isCorner(mark: Component, image: InkImage, marks: Components): boolean {
  const { x, y, width, height, area, label } = mark;
  const { whole, along, near, thickest, filled } = limits.corner;
  if (width < whole * image.width || height < whole * image.height) return false;
  if (area > filled * width * height) return false;
  const side = Math.min(image.width, image.height);
  const reach = Math.ceil(thickest * side);
  const margin = Math.ceil(limits.margin * side);
  const [right, bottom] = [x + width, y + height];
  /** Of each edge, from the upper one clockwise, where there is ink. */
  const covered = [width, height, width, height].map((length) => new Uint8Array(length));
  let far = (1 - near) * area; // that much may lie elsewhere
  const { runs: { starts, ends, before }, owners } = marks;
  for (let row = y; row < bottom; row++) {
    const isOuter = Math.min(row - y, bottom - 1 - row) < reach;
    for (let run = before[row]; run < before[row + 1]; run++) {
      if (owners[run] !== label) continue;
      const [from, to] = [starts[run] - row * image.width, ends[run] - row * image.width];
      if (!isOuter) far -= Math.max(0, Math.min(to, right - reach) - Math.max(from, x + reach));
      if (far < 0) return false;
      if (row - y <= margin) covered[0].fill(1, from - x, to - x);
      if (right - to <= margin) covered[1][row - y] = 1;
      if (bottom - 1 - row <= margin) covered[2].fill(1, from - x, to - x);
      if (from - x <= margin) covered[3][row - y] = 1;
    }
  }
  const lies = covered.map((places) => {
    return places.reduce((sum, place) => sum + place, 0) >= along * places.length;
  });
  return lies.filter((one) => one).length >= 2;
}

/** How many pixels of a mark lie on the edges of the picture. */
function touching(
  { label }: Component,
  { width, height }: InkImage,
  { labelAt }: Components,
): number {
  let count = 0;
  const look = (at: number): void => {
    if (labelAt(at) === label) count++;
  };
  for (let x = 0; x < width; x++) {
    look(x);
    look((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    look(y * width);
    look(y * width + width - 1);
  }
  return count;
}

/** Whether a mark as high stands beside it. */
function hasEqual(strip: Box, others: readonly Box[]): boolean {
  return others.some((mark) => {
    const shared = Math.min(strip.y + strip.height, mark.y + mark.height) -
      Math.max(strip.y, mark.y);
    return shared >= limits.asHigh * Math.max(strip.height, mark.height);
  });
}

/** Whether anything is written beside it. */
function hasCompany(strip: Box, others: readonly Box[]): boolean {
  return others.some((mark) => {
    const shared = Math.min(strip.y + strip.height, mark.y + mark.height) -
      Math.max(strip.y, mark.y);
    return shared >= mark.height / 2 && mark.height >= limits.company * strip.height;
  });
}
