import { assertEquals } from "../../support/assert.ts";
import { Throttle } from "@lib/report/display/throttle.ts";

const hour = 3_600_000;

Deno.test("Throttle passes on the first value at once and keeps only the newest of the rest", async () => {
  const sent: number[] = [];
  const throttle = new Throttle<number>(async (value) => void await sent.push(value), hour);
  for (const value of [1, 2, 3]) await throttle.push(value);
  assertEquals(sent, [1]);
  await throttle.flush();
  assertEquals(sent, [1, 3]);
  await throttle.flush();
  assertEquals(sent, [1, 3]);
});

Deno.test("Throttle passes on the last value without being asked", async () => {
  const sent: number[] = [];
  const last = Promise.withResolvers<void>();
  const throttle = new Throttle<number>((value) => {
    sent.push(value);
    if (value === 3) last.resolve();
    return Promise.resolve();
  }, 5);
  for (const value of [1, 2, 3]) await throttle.push(value);
  await last.promise;
  assertEquals(sent.at(-1), 3);
});

Deno.test("Throttle never sends two values at a time, nor forgets one pushed meanwhile", async () => {
  const gate = Promise.withResolvers<void>();
  const sent: number[] = [];
  const throttle = new Throttle<number>(async (value) => {
    if (value === 1) await gate.promise;
    sent.push(value);
  }, hour);
  const first = throttle.push(1);
  await throttle.push(2);
  const flushed = throttle.flush();
  assertEquals(sent, []);
  gate.resolve();
  await Promise.all([first, flushed]);
  assertEquals(sent, [1, 2]);
});
