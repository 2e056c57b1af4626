import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import type { Classified } from "@lib/model/classify.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import { assertEquals } from "../../support/assert.ts";

const height = 40;

function candidate(place: number, size: Partial<Candidate["box"]> = {}): Candidate {
  const box = { x: 20 * place, y: 0, width: 20, height, ...size };
  return { first: place, end: place + 1, box, ink: inkImage(box.width, box.height) };
}

function says(digit: number, confidence: number, nonDigit = 0.01): Classified {
  const probabilities = new Float32Array(10);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, nonDigit };
}

Deno.test("bestPath() keeps a low doubtful mark that is no 1, such as the last zero of an amount", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 40; round++) {
    const [top, tall] = [0.42 + 0.1 * rng.uniform(), 0.5 + 0.1 * rng.uniform()];
    const size = { y: Math.round(top * height), width: 16, height: Math.round(tall * height) };
    const found = [candidate(0), candidate(1, size)];
    const pieces = found.map((piece) => ({ ...piece, cutCost: 0 }));
    const cut = { pieces, prices: new Float32Array(3), doubts: new Float32Array(3) };
    const takes = (digit: number): number[] => {
      const scores = [says(1, 0.99), says(digit, 0.25, 0.04)];
      return bestPath(cut, found, scores, height);
    };
    assertEquals(takes([0, 2, 3, 5, 6, 8][rng.integer(6)]), [0, 1], `${round}`);
    assertEquals(takes(1), [0], `${round}`); // a comma
  }
});
