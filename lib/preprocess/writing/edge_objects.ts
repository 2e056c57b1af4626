import type { Box } from "../../image/box.ts";
import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { edgeLimits as limits } from "./print_limits.ts";

/** Finds what runs along an edge of the picture and is filled: the lines of a cell that were cut out with it,
 * the dark strip beside a page, a bar that runs off the picture. A 1 that was cut out tightly has digits of its
 * height beside it, or is alone.
 *
 * @returns some of the components
 */
export function edgeObjects(image: InkImage, marks: Components): Component[] {
  const strips = edgeStrips(image, marks);
  const isStrip = new Set(strips);
  const others = marks.components.filter((mark) => {
    return !isStrip.has(mark) && mark.height >= limits.leastHeight;
  });
  const isLone = strips.length === 1 && others.length === 0;
  return strips.filter((strip) => {
    if (isLone && isCutOut(strip, image)) return false;
    return isCutBar(strip, image) ? !hasCompany(strip, others) : !hasEqual(strip, others);
  });
}

/** Marks along an edge, and bars that run off it, whatever else there is. */
export function edgeStrips(image: InkImage, { labels, components }: Components): Component[] {
  return components.filter((mark) => {
    return isEdgeStrip(mark, image, labels) || isCutBar(mark, image);
  });
}

/** A bar that ends at the upper or lower edge of the picture. */
function isCutBar({ y, width, height, area }: Component, image: InkImage): boolean {
  const margin = limits.margin * Math.min(image.width, image.height);
  return height >= limits.slender * width && area >= limits.cutFilled * width * height &&
    Math.min(y, image.height - y - height) <= margin;
}

/** A 1 that was cut out without a margin. */
function isCutOut({ y, width, height }: Box, image: InkImage): boolean {
  return y === 0 && height === image.height && width >= limits.cutOut * image.width;
}

function isEdgeStrip(mark: Component, image: InkImage, labels: Int32Array): boolean {
  const { x, y, width, height, area } = mark;
  if (area < limits.filled * width * height) return false;
  const margin = limits.margin * Math.min(image.width, image.height);
  if (height >= limits.slender * width) {
    const off = Math.min(x, image.width - x - width);
    if (height >= limits.whole * image.height) return off <= margin;
    return off === 0 && touching(mark, image, labels) >= limits.touching * height;
  }
  if (width < limits.slender * height) return false;
  const off = Math.min(y, image.height - y - height);
  if (width >= limits.whole * image.width) return off <= margin;
  return off === 0 && touching(mark, image, labels) >= limits.touching * width;
}

/** How many pixels of a mark lie on the edges of the picture. */
function touching({ label }: Component, { width, height }: InkImage, labels: Int32Array): number {
  let count = 0;
  for (let x = 0; x < width; x++) {
    count += Number(labels[x] === label) + Number(labels[(height - 1) * width + x] === label);
  }
  for (let y = 0; y < height; y++) {
    count += Number(labels[y * width] === label) + Number(labels[y * width + width - 1] === label);
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
