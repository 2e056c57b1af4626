import { bilinear } from "../../image/bilinear.ts";
import { imageSide } from "../../image/digit_size.ts";
import { gaussianBlur } from "./gaussian_blur.ts";

/** The blur before edges are looked for, deviation in pixels. Less finds edges in the noise, more rounds
 * corners. */
const deviation = 1;

/** Steepness from which on an edge counts by itself, and from which on where it goes on from one that does, of a
 * Sobel operator: 4 is a step from paper to full stroke. */
const steep = { alone: 0.2, joined: 0.1 };

/** Only the edges of the strokes are left, a pixel wide ([Canny, 1986](https://doi.org/10.1109/TPAMI.1986.4767851));
 * one strength only. */
export function cannyEdges(ink: Float32Array): Float32Array {
  const smooth = gaussianBlur(ink, deviation);
  const { dx, dy } = gradients(smooth);
  const steepness = dx.map((across, at) => Math.hypot(across, dy[at]));
  const image = { width: imageSide, height: imageSide, pixels: steepness };
  const ridges = steepness.map((own, at) => {
    if (own < steep.joined) return 0;
    const [x, y] = [at % imageSide, Math.floor(at / imageSide)];
    const [right, down] = [dx[at] / own, dy[at] / own];
    const isRidge = own >= bilinear(image, x + right, y + down) &&
      own > bilinear(image, x - right, y - down);
    return isRidge ? own : 0;
  });
  return joined(ridges);
}

function gradients(levels: Float32Array): { dx: Float32Array; dy: Float32Array } {
  const [dx, dy] = [new Float32Array(levels.length), new Float32Array(levels.length)];
  for (let y = 1; y < imageSide - 1; y++) {
    for (let x = 1; x < imageSide - 1; x++) {
      const at = y * imageSide + x;
      for (const [side, weight] of [[-1, 1], [0, 2], [1, 1]]) {
        const row = at + side * imageSide;
        dx[at] += weight * (levels[row + 1] - levels[row - 1]);
        dy[at] += weight * (levels[at + side + imageSide] - levels[at + side - imageSide]);
      }
    }
  }
  return { dx, dy };
}

/** 1 for each ridge that is steep enough alone or touches one that is, over others too. */
function joined(ridges: Float32Array): Float32Array {
  const edges = new Float32Array(ridges.length);
  const waiting = Array.from(ridges.keys()).filter((at) => ridges[at] >= steep.alone);
  for (const at of waiting) edges[at] = 1;
  while (waiting.length > 0) {
    const at = waiting.pop()!;
    const [x, y] = [at % imageSide, Math.floor(at / imageSide)];
    for (let row = Math.max(0, y - 1); row <= Math.min(imageSide - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(imageSide - 1, x + 1); column++) {
        const next = row * imageSide + column;
        if (ridges[next] === 0 || edges[next] === 1) continue;
        edges[next] = 1;
        waiting.push(next);
      }
    }
  }
  return edges;
}
