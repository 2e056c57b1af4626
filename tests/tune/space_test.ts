import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { profileNamed, profileNames } from "@lib/base/profile.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { checkSpace } from "@lib/tune/check_space.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import { nextSettings, samplerNames } from "@lib/tune/sampler.ts";
import {
  dimensions,
  settingNames,
  type SettingRange,
  settingsAt,
  unitOf,
  valueAt,
} from "@lib/tune/space.ts";

const kinds = ["uniform", "log-uniform", "integer", "choice"] as const;

function randomRange(rng: Rng): SettingRange {
  const kind = kinds[rng.integer(kinds.length)];
  if (kind === "choice") {
    return { kind, values: Array.from({ length: 1 + rng.integer(6) }, (_, i) => 3 * i + 1) };
  }
  const low = kind === "integer" ? rng.integer(100) : 10 ** rng.between(-6, 2);
  const high = kind === "integer" ? low + rng.integer(30) : low * 10 ** rng.between(0, 6);
  return { kind, low, high };
}

function isWithin(range: SettingRange, value: number | string): boolean {
  if (range.kind === "choice") return range.values.includes(value);
  if (range.kind === "integer" && !Number.isInteger(value)) return false;
  return Number(value) >= range.low && Number(value) <= range.high;
}

Deno.test("valueAt() stays within any range, reaches both ends, and unitOf() finds the place again", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 400; i++) {
    const range = randomRange(rng);
    const ends = range.kind === "choice"
      ? [range.values[0], range.values.at(-1)!]
      : [range.low, range.high];
    assertAlmostEquals(Number(valueAt(range, 0)), Number(ends[0]), 1e-3 * Number(ends[0]));
    assertAlmostEquals(Number(valueAt(range, 1)), Number(ends[1]), 1e-3 * Number(ends[1]));
    for (let k = 0; k < 20; k++) {
      const value = valueAt(range, rng.uniform());
      assert(isWithin(range, value), `${value} of ${JSON.stringify(range)}`);
      const place = unitOf(range, value);
      assert(place >= 0 && place <= 1);
      // Numbers have four digits: rounding one again may move the last.
      const again = valueAt(range, place);
      if (typeof value === "number") assertAlmostEquals(Number(again), value, 2e-3 * value);
      else assertEquals(again, value);
    }
  }
});

Deno.test("integers and choices come as often as each other, ends included", () => {
  const rng = rngFromSeed(2);
  for (
    const range of [
      { kind: "integer", low: 3, high: 7 },
      { kind: "choice", values: ["a", "b", "c", "d", "e"] },
    ] as const
  ) {
    const counts = new Map<unknown, number>();
    for (let i = 0; i < 5000; i++) {
      const value = valueAt(range, rng.uniform());
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    assertEquals(counts.size, 5);
    for (const count of counts.values()) assert(Math.abs(count - 1000) < 150, `${count}`);
  }
});

for (const sampler of samplerNames) {
  Deno.test(`sampler ${sampler} draws all settings of a space from their ranges`, () => {
    for (const name of profileNames) {
      const space = checkSpace(defaultSpace(profileNamed(name)));
      const trials = [];
      for (let number = 0; number < 30; number++) {
        const settings = nextSettings(sampler, space, rngFromSeed(3), trials);
        const ranges = dimensions(space);
        assertEquals(Object.keys(settings), ranges.map(([name]) => name));
        for (const [name, range] of ranges) assert(isWithin(range, settings[name]!), name);
        const score = { validationAccuracy: settings.learningRate!, validationLoss: 0 };
        trials.push({ number, settings, ...score, accuracies: [1], isStopped: false, seconds: 0 });
      }
      assertEquals(new Set(trials.map(({ settings }) => JSON.stringify(settings))).size, 30);
    }
  });
}

Deno.test("every sampler draws from a space of all settings that there are", () => {
  const numbers = { kind: "uniform", low: 0.25, high: 0.9 } as const;
  const space = checkSpace({
    ...{ learningRate: numbers, momentum: numbers, weightDecay: numbers, labelSmoothing: numbers },
    ...{ augmentation: numbers, width: numbers },
    batchSize: { kind: "integer", low: 16, high: 128 },
    epochs: { kind: "integer", low: 1, high: 9 },
    network: { kind: "choice", values: ["compact", "deep"] },
    optimiser: { kind: "choice", values: ["sgd", "adam"] },
  });
  for (const sampler of samplerNames) {
    const settings = nextSettings(sampler, space, rngFromSeed(4), []);
    assertEquals(Object.keys(settings), [...settingNames], sampler);
  }
});

Deno.test("settingsAt() gives settings in one order, whatever that of the space", () => {
  const learningRate = { kind: "uniform", low: 0, high: 1 } as const;
  const epochs = { kind: "choice", values: [1, 2] } as const;
  assertEquals(
    JSON.stringify(settingsAt({ epochs, learningRate }, [0.25, 0.9])),
    '{"learningRate":0.25,"epochs":2}',
  );
});

Deno.test("checkSpace() says what it found and what it wanted", () => {
  const cases: [unknown, string][] = [
    [null, "Cannot search null: wanted an object"],
    [{}, "at least one setting"],
    [{ rate: {} }, 'Cannot search over "rate": must be one of learningRate, batchSize'],
    [{ learningRate: 0.1 }, "found 0.1, wanted an object with a kind"],
    [{ learningRate: { kind: "normal" } }, 'found kind "normal", wanted "uniform"'],
    [{ learningRate: { kind: "uniform", low: 0, high: 1 } }, "found 0, wanted a number above 0"],
    [{ learningRate: { kind: "uniform", low: 2, high: 1 } }, "found 2 to 1"],
    [{ learningRate: { kind: "uniform", low: 1 } }, "found 1 to undefined"],
    [{ weightDecay: { kind: "log-uniform", low: 0, high: 1 } }, "found 0 as low end"],
    [{ batchSize: { kind: "uniform", low: 1, high: 9 } }, 'wanted "integer" or "choice"'],
    [{ batchSize: { kind: "integer", low: 1, high: 9.5 } }, "wanted integers"],
    [{ epochs: { kind: "choice", values: [] } }, "no values to choose from"],
    [{ epochs: { kind: "choice", values: [1, 0] } }, "found 0, wanted an integer of at least 1"],
    [{ epochs: { kind: "choice", values: [1, 1] } }, "found a value twice in 1, 1"],
    [{ momentum: { kind: "uniform", low: 0.5, high: 1 } }, "found 1, wanted a number from 0"],
    [{ labelSmoothing: { kind: "choice", values: [2] } }, "found 2, wanted a number from 0 to 1"],
    [{ augmentation: { kind: "uniform", low: -1, high: 1 } }, "found -1, wanted a factor"],
    [{ network: { kind: "choice", values: ["huge"] } }, 'found "huge", wanted compact'],
    [{ network: { kind: "integer", low: 1, high: 2 } }, 'found kind "integer", wanted "choice"'],
    [{ optimiser: { kind: "choice", values: ["lion"] } }, 'found "lion", wanted sgd, adam'],
    [{ optimiser: { kind: "uniform", low: 0, high: 1 } }, 'found kind "uniform", wanted "choice"'],
    [{ width: { kind: "uniform", low: 0, high: 1 } }, "found 0, wanted a number from 0.25 to 8"],
  ];
  for (const [given, message] of cases) {
    assertThrows(() => checkSpace(given), RangeError, message);
  }
});
