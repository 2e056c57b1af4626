import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { operatingPoint } from "@lib/evaluate/operating_point.ts";
import { riskCoverage } from "@lib/evaluate/risk_coverage.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { riskCoverageFigure, type RiskCoverageLine } from "@lib/figures/risk_coverage_figure.ts";
import { assertDrawable } from "./assert_drawable.ts";

interface Trace {
  readonly name?: string;
  readonly x: number[];
  readonly y: number[];
  readonly text: string[];
  readonly line: { readonly color: string; readonly dash?: string };
  readonly marker: { readonly color: string };
  readonly error_y: { readonly array: number[] };
}

const targets = [0.01, 0.001];

/** A reader that is wrong the more often the less sure it is. */
function reader(name: string, seed: number, count: number, boast: number): RiskCoverageLine {
  const rng = rngFromSeed(seed);
  const curve = riskCoverage(Array.from({ length: count }, () => {
    const confidence = 1 - rng.uniform() ** 6;
    return { confidence, isRight: rng.uniform() >= boast * (1 - confidence) };
  }));
  return { name, curve, marks: targets.map((target) => operatingPoint(curve, target)) };
}

const tracesOf = ({ data }: Figure): Trace[] => data as unknown as Trace[];
const said = (figure: Figure): string => figureTitle(figure).replaceAll("\u00a0", " ");
/** What the axis means by a place on it, as a share. */
const shareAt = (y: number): number => y ** 2 / 100;

Deno.test("riskCoverageFigure() draws each target, each curve and the dots on it", async () => {
  for (let seed = 0; seed < 4; seed++) {
    const lines = [reader("cuts alone", seed, 500, 1), reader("both readers", seed + 9, 900, 0.4)];
    const figure = riskCoverageFigure(lines, targets);
    const traces = tracesOf(figure);
    targets.forEach((target, i) => {
      assertEquals(traces[i].line.dash, "dash");
      for (const y of traces[i].y) assertAlmostEquals(shareAt(y), target, 1e-12);
    });
    lines.forEach(({ name, curve, marks }, i) => {
      const drawn = traces[2 + i];
      const dots = traces.slice(4).find(({ marker }) => marker.color === drawn.line.color)!;
      assertEquals([drawn.name, drawn.x.length], [name, curve.length]);
      curve.forEach(({ coverage, risk }, step) => {
        assertEquals(drawn.x[step], 100 * coverage);
        assertAlmostEquals(shareAt(drawn.y[step]), risk, 1e-12);
      });
      const reached = marks.filter((mark) => mark !== undefined);
      assertEquals(new Set(dots.x), new Set(reached.map(({ coverage }) => 100 * coverage)));
      dots.x.forEach((x, k) => {
        const { risk, riskAtMost } = reached.find(({ coverage }) => 100 * coverage === x)!;
        assertAlmostEquals(shareAt(dots.y[k]), risk, 1e-12);
        assertAlmostEquals(shareAt(dots.y[k] + dots.error_y.array[k]), riskAtMost, 1e-12);
      });
    });
    assert(traces[2].line.color !== traces[3].line.color);
    const svg = await assertDrawable(figure);
    for (const text of ["both readers", "cuts alone", "target 1\u00a0%", "target 0.1\u00a0%"]) {
      assertStringIncludes(svg, text);
    }
  }
});

Deno.test("riskCoverageFigure() says how much is read within the first target, at best", () => {
  const mark = { threshold: 0.9, read: 80, wrong: 0, coverage: 0.8, risk: 0, riskAtMost: 0.05 };
  const line = { name: "a", curve: [mark, { coverage: 1, risk: 0.1 }], marks: [mark] };
  const less = { ...line, name: "b", marks: [{ ...mark, coverage: 0.3 }] };
  const none = { ...line, name: "c", marks: [undefined] };
  assertEquals(
    said(riskCoverageFigure([line], [0.015])),
    "With at most 1.5 % wrong, 80.0 % are read",
  );
  assertEquals(
    said(riskCoverageFigure([none, less, line], [0.0005])),
    "With at most 0.05 % wrong, up to 80.0 % are read",
  );
  assertEquals(
    said(riskCoverageFigure([none], [0.01])),
    "No confidence keeps what is wrong within 1 %",
  );
});

Deno.test("riskCoverageFigure() draws the least there can be, a dot for two targets once", async () => {
  const clean = { ...reader("clean", 1, 30, 0), curve: [{ coverage: 1, risk: 0 }] };
  const figure = riskCoverageFigure([clean], targets);
  assertEquals(tracesOf(figure).at(-1)!.text, ["100.0\u00a0%"]);
  await assertDrawable(figure);
  const wrong = { name: "wrong", curve: [{ coverage: 1, risk: 1 }], marks: [undefined] };
  await assertDrawable(riskCoverageFigure([wrong], [0]));
  const dark = { ...wrong, curve: [{ coverage: 1, risk: 0 }] };
  await assertDrawable(riskCoverageFigure([dark], [0]));
});

Deno.test("riskCoverageFigure() shows all of the curve but its jumps on the first few readings", () => {
  const line = (first: number, risk: number): RiskCoverageLine => ({
    name: "a",
    curve: [{ coverage: first, risk: 1 }, { coverage: 0.5, risk: 0.04 }, { coverage: 1, risk }],
    marks: [undefined],
  });
  const top = (...lines: RiskCoverageLine[]): number => {
    const [, high] = riskCoverageFigure(lines, [0.01]).layout.yaxis!.range as [number, number];
    return shareAt(high);
  };
  assertAlmostEquals(top(line(0.001, 0.2)), 0.22, 1e-12);
  assertAlmostEquals(top(line(0.001, 0.2), line(0.001, 0.4)), 0.44, 1e-12);
  assertAlmostEquals(top(line(0.1, 0.2)), 1, 1e-12);
});

Deno.test("riskCoverageFigure() refuses no reader, no target, no step, and shares that are none", () => {
  const line = { name: "a", curve: [{ coverage: 1, risk: 0 }], marks: [undefined] };
  const mark = { threshold: 0.9, read: 1, wrong: 0, coverage: 1, risk: 0, riskAtMost: 1.5 };
  const wrong: readonly [RiskCoverageLine[], number[], string][] = [
    [[], [0.01], "found 0 readers and 1 targets"],
    [[line], [], "found 1 readers and 0 targets"],
    [[{ ...line, curve: [] }], [0.01], 'found no step of "a"'],
    [[line], [0.01, 0.001], 'found 1 marks of "a", wanted one for each of 2 targets'],
    [[line], [1.1], "found 1.1 as a target"],
    [[{ ...line, curve: [{ coverage: NaN, risk: 0 }] }], [0.01], 'found NaN as a share of "a"'],
    [[{ ...line, curve: [{ coverage: 1, risk: -1 }] }], [0.01], 'found -1 as a share of "a"'],
    [[{ ...line, marks: [mark] }], [0.01], 'found 1.5 as a share of "a"'],
  ];
  for (const [lines, aims, message] of wrong) {
    assertThrows(() => riskCoverageFigure(lines, aims), RangeError, message);
  }
});
