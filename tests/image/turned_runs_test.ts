import { rngFromSeed } from "@lib/base/rng.ts";
import { inkRuns } from "@lib/image/ink_runs.ts";
import { transposed } from "../support/transposed.ts";
import { turnedRuns } from "@lib/image/turned_runs.ts";
import { assertEquals } from "../support/assert.ts";
import { randomInk } from "../support/random_ink.ts";

Deno.test("turnedRuns() finds the runs of the image turned over, from any level on", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 300; i++) {
    const ink = randomInk(rng);
    const least = 1 + rng.integer(255);
    assertEquals(
      turnedRuns(inkRuns(ink, least), ink.width),
      inkRuns(transposed(ink), least),
    );
  }
});
