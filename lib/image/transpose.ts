import type { GreyImage, Holds } from "./grey_image.ts";
import { inkRuns } from "./ink_runs.ts";

/** An image with its rows as columns. */
export function transpose<Kind extends Holds>(
  image: GreyImage<Kind>,
): GreyImage<Kind> {
  const { holds, width, height, pixels } = image;
  const turned = new Uint8Array(pixels.length);
  const { starts, ends, before } = inkRuns(image); // all else is 0 already
  for (let y = 0; y < height; y++) {
    for (let run = before[y]; run < before[y + 1]; run++) {
      let to = (starts[run] - y * width) * height + y;
      for (let at = starts[run]; at < ends[run]; at++, to += height) turned[to] = pixels[at];
    }
  }
  return { holds, width: height, height: width, pixels: turned };
}
