import { rngFromSeed } from "@lib/base/rng.ts";
import { type NeedyTask, runByNeeds } from "@lib/commands/notebooks/run_by_needs.ts";
import { assert, assertEquals, assertRejects } from "../../support/assert.ts";

const { signal } = new AbortController();

function randomTasks(seed: number): NeedyTask[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: 12 }, (_, i) => ({
    name: String(i),
    needs: Array.from({ length: i }, (_, j) => String(j)).filter(() => rng.uniform() < 0.3),
  }));
}

Deno.test("runByNeeds() begins nothing before what it needs, runs at most so many, answers in order", async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const atOnce = 1 + seed % 4;
    const tasks = randomTasks(seed);
    const rng = rngFromSeed(seed);
    const done = new Set<string>();
    let [running, most] = [0, 0];
    const results = await runByNeeds(tasks, async ({ name, needs }) => {
      assert(needs.every((other) => done.has(other)), `seed ${seed}: ${name} began too early`);
      most = Math.max(most, ++running);
      for (let turns = Math.floor(6 * rng.uniform()); turns >= 0; turns--) await Promise.resolve();
      running--;
      done.add(name);
      return `done ${name}`;
    }, { atOnce, signal });
    assertEquals(results, tasks.map(({ name }) => `done ${name}`));
    assert(most <= atOnce, `seed ${seed}: ${most} ran side by side`);
  }
});

Deno.test("runByNeeds() runs side by side what needs nothing", async () => {
  const meeting = Promise.withResolvers<void>();
  let here = 0;
  await runByNeeds(["a", "b"].map((name) => ({ name, needs: [] })), async () => {
    if (++here === 2) meeting.resolve();
    await meeting.promise;
  }, { atOnce: 2, signal });
});

Deno.test("runByNeeds() begins with what others wait for, and keeps the order of the rest", async () => {
  const begun: string[] = [];
  const needs: Record<string, string[]> = { a: [], b: [], c: ["d"], d: ["e"], e: [] };
  const tasks = Object.entries(needs).map(([name, needs]) => ({ name, needs }));
  const results = await runByNeeds(tasks, ({ name }) => {
    begun.push(name);
    return Promise.resolve(name);
  }, { atOnce: 1, signal });
  assertEquals([begun.join(""), results.join("")], ["edabc", "abcde"]);
});

Deno.test("runByNeeds() aborts the others once one fails, waits for them, begins no more", async () => {
  const ended: string[] = [];
  const tasks = ["bad", "long", "late"].map((name) => ({ name, needs: [] }));
  const running = runByNeeds(tasks, async ({ name }, own) => {
    if (name === "bad") throw new TypeError("bad cell");
    const { promise, resolve } = Promise.withResolvers<void>();
    own.addEventListener("abort", () => resolve());
    await promise;
    ended.push(name);
    own.throwIfAborted();
  }, { atOnce: 2, signal });
  await assertRejects(() => running, TypeError, "bad cell");
  assertEquals(ended, ["long"]);
});

Deno.test("runByNeeds() counts what is not among the tasks as done, and refuses a circle", async () => {
  const work = ({ name }: NeedyTask): Promise<string> => Promise.resolve(name);
  const free = [{ name: "5", needs: ["3"] }];
  assertEquals(await runByNeeds(free, work, { atOnce: 1, signal }), ["5"]);
  assertEquals(await runByNeeds([], work, { atOnce: 1, signal }), []);
  const circle = [{ name: "a", needs: ["b"] }, { name: "b", needs: ["a"] }];
  await assertRejects(
    () => runByNeeds(circle, work, { atOnce: 1, signal }),
    RangeError,
    "Cannot run a, b: each needs another of them",
  );
});

Deno.test("runByNeeds() begins nothing where it is aborted from outside", async () => {
  const controller = new AbortController();
  const begun: string[] = [];
  const running = runByNeeds(
    [{ name: "a", needs: [] }, { name: "b", needs: ["a"] }],
    ({ name }) => {
      begun.push(name);
      controller.abort(new Error("Ctrl-C"));
      return Promise.resolve(0);
    },
    { atOnce: 2, signal: controller.signal },
  );
  await assertRejects(() => running, Error, "Ctrl-C");
  assertEquals(begun, ["a"]);
});
