import { assert, assertAlmostEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { turnOdds } from "@lib/predict/turn_odds.ts";

Deno.test("turnOdds() grow with what speaks for the turned page", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 200; i++) {
    const [marks, lines] = [rng.between(-20, 20), rng.between(-1, 1)];
    const odds = turnOdds({ marks, lines });
    assert(odds > 0 && odds < 1, `${odds}`);
    assert(turnOdds({ marks: marks + rng.between(0.1, 5), lines }) > odds);
    assert(turnOdds({ marks, lines: lines + rng.between(0.05, 1) }) > odds);
  }
});

Deno.test("turnOdds() of a page that reads alike from both sides are those of any picture to lie so", () => {
  // Of a hundred pictures that read so poorly as they lie, about one lies turned if nothing tells.
  assertAlmostEquals(turnOdds({ marks: 0, lines: 0 }), 0.01, 0.01);
});

Deno.test("turnOdds() are no certainty where few marks tell, however well these read", () => {
  const rng = rngFromSeed(2);
  for (let i = 0; i < 100; i++) {
    // Such as 17865, of which the marks read as 59821 from below.
    const odds = turnOdds({ marks: rng.between(0, 1), lines: rng.between(0, 0.8) });
    assert(odds < 0.9, `${odds}`);
  }
});
