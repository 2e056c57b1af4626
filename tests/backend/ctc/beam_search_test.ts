import { beamSearch } from "@lib/backend/ctc/beam_search.ts";
import { bestColumns } from "@lib/backend/ctc/best_columns.ts";
import { ctcLoss, noLabel } from "@lib/backend/ctc/ctc_loss.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

function drawColumns(rng: Rng, columns: number, classes: number): Float32Array {
  const rows = Array.from({ length: columns }, () => {
    const weights = Array.from({ length: classes }, () => Math.exp(1.5 * rng.normal()));
    const sum = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / sum);
  });
  return Float32Array.from(rows.flat());
}

/** Every reading of some columns with its probability, from all ways through them. */
function allReadings(columns: Float32Array, classes: number): Map<string, number> {
  const count = columns.length / classes;
  const readings = new Map<string, number>();
  for (let code = 0; code < classes ** count; code++) {
    const way = Array.from({ length: count }, (_, t) => Math.floor(code / classes ** t) % classes);
    const key = way.filter((k, t) => k !== classes - 1 && k !== way[t - 1]).join();
    const product = way.reduce((all, k, t) => all * columns[t * classes + k], 1);
    readings.set(key, (readings.get(key) ?? 0) + product);
  }
  return readings;
}

Deno.test("a wide beam finds the most probable readings with their whole probability", () => {
  const rng = rngFromSeed(3);
  for (let i = 0; i < 60; i++) {
    const classes = 2 + rng.integer(2);
    const columns = drawColumns(rng, 1 + rng.integer(6), classes);
    const wanted = [...allReadings(columns, classes)].sort((a, b) => b[1] - a[1]).slice(0, 3);
    const found = beamSearch(columns, classes, 3, { width: 1000, least: 0 });
    assertEquals(found.map(({ labels }) => labels.join()), wanted.map(([key]) => key));
    found.forEach(({ log }, k) => assertAlmostEquals(Math.exp(log), wanted[k][1], 1e-6));
  }
});

Deno.test("what the beam says of a reading is what the loss says of it", () => {
  const rng = rngFromSeed(4);
  for (let i = 0; i < 30; i++) {
    const columns = drawColumns(rng, 12, 4);
    for (const { labels, log } of beamSearch(columns, 4, 2, { width: 400, least: 0 })) {
      const padded = Uint8Array.from([...labels, noLabel]);
      const loss = ctcLoss({ logits: columns.map(Math.log), classes: 4, labels: padded });
      assertAlmostEquals(log, -loss, 0.02, `${i}`);
    }
  }
});

Deno.test("sure columns read as their most probable classes", () => {
  const rng = rngFromSeed(5);
  for (let i = 0; i < 30; i++) {
    const way = Array.from({ length: 20 }, () => rng.integer(11));
    const columns = new Float32Array(20 * 11).fill(0.001);
    way.forEach((k, t) => columns[t * 11 + k] = 0.99);
    const [best] = beamSearch(columns, 11, 1);
    assertEquals([...best.labels], bestColumns(columns, 11));
    assert(best.log > -0.5);
  }
});
