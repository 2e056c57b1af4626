import { medianTime } from "../../bench/median_time.ts";
import { assert, assertEquals } from "../support/assert.ts";

/** How many steps are taken; each waits for the one before. */
async function stepsTaken(options: Parameters<typeof medianTime>[1]): Promise<number> {
  let [under, taken] = [0, 0];
  const time = await medianTime(async () => {
    assertEquals(under++, 0);
    await Promise.resolve();
    under--;
    taken++;
  }, options);
  assert(time >= 0, `${time}`);
  return taken;
}

Deno.test("medianTime() warms up, then measures, and leaves off where the time is over", async () => {
  assertEquals(await stepsTaken({}), 20);
  assertEquals(await stepsTaken({ steps: 3, warmUps: 0 }), 3);
  assertEquals(await stepsTaken({ seconds: 0 }), 1);
});
