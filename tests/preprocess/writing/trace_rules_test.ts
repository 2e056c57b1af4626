import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";
import { traceRules } from "@lib/preprocess/writing/trace_rules.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { transposed } from "../../support/transposed.ts";

const [width, height] = [200, 60];
const criteria = { least: 40, thickness: 5, length: 100, gap: 4 };

type IsInk = (x: number, y: number) => boolean;

function sheet(isInk: IsInk, level = 200): InkImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return isInk(i % width, Math.floor(i / width)) ? level : 0;
  });
  return inkImage(width, height, pixels);
}

/** A line of some rows whose upper edge follows a curve. */
function line(top: (x: number) => number, rows = 3): IsInk {
  return (x, y) => {
    const first = Math.round(top(x));
    return y >= first && y < first + rows;
  };
}

/** The rules from left to right. */
function rulesOf(isInk: IsInk, more: Partial<typeof criteria> = {}): Rule[] {
  return traceRules(sheet(isInk), { ...criteria, ...more }).filter(({ isUpright }) => !isUpright);
}

Deno.test("traceRules() finds each rule of a sheet, column by column", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 30; round++) {
    const [from, to] = [rng.integer(40), 160 + rng.integer(40)];
    const rows = 1 + rng.integer(5);
    const slope = rng.between(-0.06, 0.06);
    const tops = [10, 35].map((y) => (x: number) => y + slope * (x - 100));
    const found = rulesOf((x, y) => {
      return x >= from && x < to && tops.some((top) => line(top, rows)(x, y));
    });
    assertEquals(found.length, 2);
    for (const [k, { length, thickness, runs }] of found.entries()) {
      assertEquals([length, thickness], [to - from, rows]);
      const wanted = Array.from({ length }, (_, i) => {
        const top = Math.round(tops[k](from + i));
        return { at: from + i, from: top, to: top + rows - 1 };
      });
      assertEquals(runs, wanted);
    }
  }
});

Deno.test("traceRules() follows rules that slant or sag", () => {
  const curves = [
    (x: number) => 10 + 0.18 * x,
    (x: number) => 50 - 0.18 * x,
    (x: number) => 20 + 9 * Math.sin(x / 64),
  ];
  for (const curve of curves) {
    assertEquals(rulesOf(line(curve)).map(({ runs }) => runs.length), [width]);
  }
  for (const slope of [0.24, -0.24]) {
    assertEquals(rulesOf(line((x) => 30 + slope * (x - 100))), []);
  }
});

Deno.test("traceRules() goes on at the slope that a rule had, behind a broad stroke", () => {
  const isStroke = (x: number): boolean => x >= 90 && x < 135;
  const [rule] = rulesOf((x, y) => isStroke(x) || line((x) => 10 + 0.18 * x)(x, y));
  assertEquals([rule.length, rule.runs.length], [width, width - 45]);
});

Deno.test("traceRules() takes ink of the least level, and none fainter", () => {
  for (const [level, count] of [[40, 1], [39, 0]]) {
    assertEquals(traceRules(sheet(line(() => 30), level), criteria).length, count);
  }
});

Deno.test("traceRules() takes a line of the shortest length and the greatest thickness, no more", () => {
  const count = (columns: number, rows: number): number => {
    return rulesOf((x, y) => x >= 20 && x < 20 + columns && line(() => 30, rows)(x, y)).length;
  };
  assertEquals([count(100, 3), count(99, 3)], [1, 0]);
  assertEquals([count(150, 5), count(150, 6)], [1, 0]);
});

Deno.test("traceRules() skips gaps of some columns; a wider one ends the rule", () => {
  const lengths = (gap: number): number[] => {
    return rulesOf((x, y) => (x < 80 || x >= 80 + gap) && line(() => 30)(x, y), { length: 40 })
      .map(({ length }) => length).sort();
  };
  assertEquals(lengths(4), [200]);
  assertEquals(lengths(5), [115, 80]);
});

Deno.test("traceRules() skips what lies aside as it skips a gap", () => {
  const aside = (rows: number): number[] => {
    return rulesOf((x, y) => line(() => x >= 80 && x < 83 ? 30 - rows : 30, 1)(x, y))
      .map(({ runs }) => runs.filter(({ from }) => from < 30).length);
  };
  assertEquals(aside(4), [0]); // too far off
  assertEquals(aside(1), [3]); // a part of the rule
});

Deno.test("traceRules() goes on across strokes, twelve times as broad as the thickest rule", () => {
  const lengths = (broad: number): number[] => {
    return rulesOf((x, y) => (x >= 60 && x < 60 + broad) || line(() => 30)(x, y), { length: 55 })
      .map(({ length }) => length);
  };
  assertEquals(lengths(60), [200]);
  assertEquals(lengths(61), [60, 79]);
});

Deno.test("traceRules() leaves the strokes that cross a rule out of it", () => {
  const isStroke = (x: number): boolean => x % 50 > 40;
  const [rule] = rulesOf((x, y) => isStroke(x) || (x % 50 > 2 && line(() => 29)(x, y)));
  assertEquals([rule.runs[0].at, rule.length], [3, 188]);
  const wanted = Array.from({ length: width }, (_, x) => x).filter((x) => {
    return !isStroke(x) && x % 50 > 2;
  });
  assertEquals(rule.runs.map(({ at }) => at), wanted);
});

Deno.test("traceRules() needs half of a rule's columns, be the others crossed or bare", () => {
  const count = (period: number, own: number, isStroke: boolean): number => {
    const isInk: IsInk = (x, y) => x % period < own ? line(() => 30)(x, y) : isStroke;
    return rulesOf(isInk).length;
  };
  assertEquals([count(20, 11, true), count(20, 9, true)], [1, 0]);
  assertEquals([count(8, 4, false), count(7, 3, false)], [1, 0]);
});

Deno.test("traceRules() bears a gap if the rest is covered, be it by strokes", () => {
  // Of twenty columns four are missing; of the others some are crossed by strokes.
  const count = (crossed: number): number => {
    return rulesOf((x, y) => {
      const at = x % 20;
      if (at >= 17) return false;
      return at < crossed || line(() => 30)(x, y);
    }).length;
  };
  assertEquals([count(0), count(3), count(6)], [1, 1, 0]);
});

Deno.test("traceRules() bears waves up to a part of the length, and bumps", () => {
  const wave = (rows: number): number => {
    return rulesOf(line((x) => 30 + rows * Math.sin(x * Math.PI / 25), 1)).length;
  };
  assertEquals([wave(1), wave(2)], [1, 0]);
  // A blob over the line is thicker than the line has been: a stroke that stands on it.
  const blobs = (columns: number): number => {
    return rulesOf((x, y) => {
      const at = x - 40;
      const isBlob = (at + 10) % 20 < columns && y >= 26 && y < 31;
      return at >= 0 && at < 100 && (isBlob || y === 30);
    }).length;
  };
  assertEquals([blobs(1), blobs(2)], [1, 1]);
});

Deno.test("traceRules() follows the first of two rules that meet", () => {
  const rules = rulesOf((x, y) => line((x) => 20 + 0.1 * x)(x, y) || line(() => 30)(x, y));
  const all = rules.flatMap(({ runs }) => runs.map(({ at, from }) => `${at} ${from}`));
  assertEquals(new Set(all).size, all.length);
  assert(rules.every(({ length }) => length >= 100) && rules.length >= 1);
});

Deno.test("traceRules() finds nothing on blank paper, or in a crooked line", () => {
  assertEquals(rulesOf(() => false), []);
  assertEquals(rulesOf(line((x) => 30 + 4 * Math.sin(x / 8))), []);
  assertEquals(rulesOf((x, y) => x < 90 && line(() => 30)(x, y)), []);
});

Deno.test("traceRules() finds lying rules first, then upright ones, each as on the turned sheet", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 20; round++) {
    const tops = [8 + rng.integer(10), 35 + rng.integer(10)];
    const lefts = [20 + rng.integer(30), 90 + rng.integer(30), 160 + rng.integer(20)];
    const ink = sheet((x, y) => {
      return tops.some((top) => line(() => top, 2)(x, y)) ||
        lefts.some((left) => x === left || x === left + 1);
    });
    const look = { ...criteria, length: 50 };
    const rules = traceRules(ink, look);
    assertEquals(rules.map(({ isUpright }) => isUpright), [false, false, true, true, true]);
    assertEquals(rules.map(({ length }) => length), [width, width, height, height, height]);
    const turned = traceRules(transposed(ink), look);
    const upright = turned.filter(({ isUpright }) => isUpright);
    assertEquals(upright.map(({ runs }) => runs), rules.slice(0, 2).map(({ runs }) => runs));
  }
});

Deno.test("traceRules() follows a rule under strokes that stand on it, and beside noise", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 30; round++) {
    const [top, slope] = [25 + rng.integer(10), rng.between(-0.03, 0.03)];
    const stems = Array.from({ length: 5 }, (_, k) => 15 + 38 * k + rng.integer(12));
    const isStem = (x: number): boolean => stems.some((stem) => x >= stem && x < stem + 5);
    const dust = new Set(Array.from({ length: 200 }, () => rng.integer(width * height)));
    const isRule = line((x) => top + slope * x, 2);
    const rules = rulesOf((x, y) => {
      if (isRule(x, y)) return true;
      if (isStem(x)) return y < top + slope * x && y > 4;
      return dust.has(y * width + x) && Math.abs(y - top - slope * x) > 5;
    });
    assertEquals(rules.length, 1, `round ${round}`);
    const [{ length, thickness, runs }] = rules;
    assert(length >= 195, `round ${round}: ${length}`);
    assertEquals(thickness, 2);
    assert(runs.every(({ at, from }) => Math.abs(from - top - slope * at) <= 2), `round ${round}`);
    assert(runs.every(({ at }) => !isStem(at)));
  }
});
