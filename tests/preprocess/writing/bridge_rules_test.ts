import { assertEquals } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { bridgeRules } from "@lib/preprocess/writing/bridge_rules.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";

/** A rule in two pieces with ink all along it or only along the pieces; the first one's end may be pulled away. */
function parted(rng: Rng, isInked: boolean, pulled = 0): {
  readonly ink: InkImage;
  readonly one: Rule;
  readonly next: Rule;
  readonly kept: Rule["runs"];
} {
  const whole = straightRule([5, 240], [rng.between(30, 40), rng.between(-0.04, 0.04)], {
    thickness: 2 + rng.integer(3),
  });
  const [end, begin] = [90 + rng.integer(20), 130 + rng.integer(20)];
  const piece = (first: number, last: number): Rule => {
    const runs = whole.runs.filter(({ at }) => at >= first && at <= last);
    return { ...whole, length: last - first + 1, runs };
  };
  const [one, next] = [piece(5, end), piece(begin, 240)];
  const ink = inkImage(250, 80);
  for (const { at, from, to } of isInked ? whole.runs : [...one.runs, ...next.runs]) {
    for (let y = from; y <= to; y++) ink.pixels[y * 250 + at] = 255;
  }
  const runs = one.runs.map((run) => {
    const off = run.at > end - pulled ? 6 : 0;
    return { at: run.at, from: run.from + off, to: run.to + off };
  });
  return {
    ink,
    one: { ...one, runs },
    next,
    kept: one.runs.filter(({ at }) => at <= end - pulled),
  };
}

Deno.test("bridgeRules() joins two pieces on one line with ink all along it, without what was pulled off it", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 50; round++) {
    const { ink, one, next, kept } = parted(rng, true, rng.integer(9));
    const bridged = bridgeRules(ink, [next, one]);
    assertEquals(bridged.map(({ length }) => length), [236], `round ${round}`);
    assertEquals(bridged[0].runs, [...kept, ...next.runs]);
  }
});

Deno.test("bridgeRules() leaves pieces apart without ink between them, off one line, or across each other", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 50; round++) {
    const bare = parted(rng, false);
    assertEquals(bridgeRules(bare.ink, [bare.one, bare.next]), [bare.one, bare.next]);
    const { ink, one, next } = parted(rng, true);
    const lower = next.runs.map(({ at, from, to }) => ({ at, from: from + 9, to: to + 9 }));
    const off = { ...next, runs: lower };
    assertEquals(bridgeRules(ink, [one, off]), [one, off], `round ${round}`);
    const upright = { ...next, isUpright: true };
    assertEquals(bridgeRules(ink, [one, upright]), [one, upright]);
  }
});
