import { connectedComponents } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { inkLimits } from "./ink_limits.ts";

/** Drops marks that have next to no ink beside a typical one: half of all ink is in marks with no more. */
export function dropSpecks(ink: InkImage): InkImage {
  const { labels, components } = connectedComponents(ink);
  const masses = components.map(({ mass }) => mass).sort((a, b) => a - b);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  let [typical, seen] = [0, 0];
  for (const mass of masses) {
    typical = mass;
    if ((seen += mass) * 2 >= total) break;
  }
  const isStroke = components.map(({ mass }) => mass >= inkLimits.speck * typical);
  if (isStroke.every((stays) => stays)) return ink;
  const pixels = ink.pixels.slice();
  for (let i = 0; i < pixels.length; i++) {
    if (labels[i] > 0 && !isStroke[labels[i] - 1]) pixels[i] = 0;
  }
  return { ...ink, pixels };
}
