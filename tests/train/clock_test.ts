import { Clock } from "@lib/train/clock.ts";
import { assertAlmostEquals, assertEquals } from "../support/assert.ts";

Deno.test("Clock.secondsLeft() goes by all steps but the first, after which it knows nothing yet", () => {
  const { now } = performance;
  let time = 1000;
  performance.now = () => time;
  try {
    const clock = new Clock();
    time += 9000; // everything is compiled
    assertEquals(clock.secondsLeft(1, 100), undefined);
    for (let done = 2; done <= 5; done++) {
      time += 20;
      assertAlmostEquals(clock.secondsLeft(done, 100)!, 2, 1e-9);
    }
    assertEquals(clock.secondsLeft(6, 0), 0);
    assertEquals(new Clock().secondsLeft(1, 0), 0);
  } finally {
    performance.now = now;
  }
});
