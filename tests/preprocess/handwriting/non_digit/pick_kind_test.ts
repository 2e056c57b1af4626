import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type NonDigitKind, pickKind } from "@lib/preprocess/handwriting/non_digit/pick_kind.ts";

const shares: Readonly<Record<NonDigitKind, number>> = {
  joined: 0.24,
  fragment: 0.11,
  turned: 0.1,
  crumpled: 0.03,
  scrawl: 0.11,
  letter: 0.24,
  stains: 0.07,
  solid: 0.08,
  blank: 0.02,
};

Deno.test("pickKind() draws every kind of non-digit with its share", () => {
  const rng = rngFromSeed(18);
  const draws = 20_000;
  const counts = new Map<NonDigitKind, number>();
  for (let i = 0; i < draws; i++) {
    const kind = pickKind(rng);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  assertEquals([...counts.keys()].sort(), Object.keys(shares).sort());
  for (const [kind, count] of counts) {
    // Four standard deviations of a binomial distribution.
    const tolerance = 4 * Math.sqrt(draws * shares[kind] * (1 - shares[kind]));
    assert(Math.abs(count - draws * shares[kind]) < tolerance, `${kind}: ${count}`);
  }
});

Deno.test("pickKind() draws one random number", () => {
  const [rng, other] = [rngFromSeed(19), rngFromSeed(19)];
  pickKind(rng);
  other.uniform();
  assertEquals(rng.uniform(), other.uniform());
});
