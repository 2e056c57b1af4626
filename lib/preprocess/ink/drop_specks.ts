import { connectedComponents } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { inkLimits } from "./ink_limits.ts";

/** Drops marks that have next to no ink beside a typical one: half of all ink is in marks with no more. */
export function dropSpecks(ink: InkImage): InkImage {
  const { components, runs, owners } = connectedComponents(ink);
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
  for (let run = 0; run < runs.starts.length; run++) {
    if (isStroke[owners[run] - 1]) continue;
    for (let at = runs.starts[run]; at < runs.ends[run]; at++) pixels[at] = 0;
  }
  return { ...ink, pixels };
}
