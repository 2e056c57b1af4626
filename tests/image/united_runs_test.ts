import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { randomInk } from "../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkRuns } from "@lib/image/ink_runs.ts";
import { unitedRuns } from "@lib/image/united_runs.ts";

Deno.test("unitedRuns() unites the arms of a fork, at corners where that is asked for", () => {
  const fork = inkRuns(inkOf("#...#", "#..#.", "####.", "....#"));
  assertEquals([...unitedRuns(fork, 5, 1)], [0, 0, 0, 0, 0, 0]);
  assertEquals([...unitedRuns(fork, 5, 0)], [0, 1, 0, 0, 0, 5]);
});

Deno.test("unitedRuns() hang together as spreading from pixel to pixel finds", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 200; round++) {
    const ink = randomInk(rng);
    const { width, height } = ink;
    const runs = inkRuns(ink);
    const reach = rng.integer(2) as 0 | 1;
    const owner = new Int32Array(width * height).fill(-1);
    runs.starts.forEach((start, run) => {
      const queue = owner[start] < 0 ? [start] : [];
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        owner[at] = run;
        for (let k = 0; k < 9; k++) {
          const [right, down] = [k % 3 - 1, Math.floor(k / 3) - 1];
          const [x, y] = [at % width + right, Math.floor(at / width) + down];
          const isBeside = Math.abs(right) + Math.abs(down) <= 1 + reach;
          if (!isBeside || x < 0 || y < 0 || x >= width || y >= height) continue;
          const other = y * width + x;
          if (owner[other] < 0 && ink.pixels[other] > 0) queue.push(other);
        }
      }
    });
    assertEquals(
      [...unitedRuns(runs, width, reach)],
      Array.from(runs.starts, (start) => owner[start]),
    );
  }
});
