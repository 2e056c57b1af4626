import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { randomInk } from "../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkRuns } from "@lib/image/ink_runs.ts";

Deno.test("inkRuns() are where ink begins and ends in each row", () => {
  const { starts, ends, before } = inkRuns(inkOf("##..#", ".....", "..###"));
  assertEquals([[...starts], [...ends]], [[0, 4, 12], [2, 5, 15]]);
  assertEquals([...before], [0, 2, 2, 3]);
});

Deno.test("inkRuns() finds what looking at every pixel finds, however the levels lie in memory", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 300; round++) {
    const ink = randomInk(rng);
    const { width, height, pixels } = ink;
    const least = 1 + rng.integer(200);
    const wanted = { starts: [] as number[], ends: [] as number[], before: [0] };
    for (let y = 0; y < height; y++) {
      for (let at = y * width; at < (y + 1) * width; at++) {
        if (pixels[at] < least) continue;
        if (at === y * width || pixels[at - 1] < least) wanted.starts.push(at);
        if (at === (y + 1) * width - 1 || pixels[at + 1] < least) wanted.ends.push(at + 1);
      }
      wanted.before.push(wanted.starts.length);
    }
    const { starts, ends, before } = inkRuns(ink, least);
    assertEquals({ starts: [...starts], ends: [...ends], before: [...before] }, wanted);
  }
});
