import { measureQueue } from "../../bench/queue.ts";
import { queueLines } from "../../bench/queue_lines.ts";
import type { Results } from "../../bench/read_results.ts";
import { assert, assertEquals } from "../support/assert.ts";
import { noPostgres, withPostgres } from "../support/with_postgres.ts";

Deno.test({
  name: "measureQueue() reads all pages in both ways, with one worker and with two",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(async ({ url, run }) => {
      const load = { ofKind: 1, times: 2 };
      const { pages, ...speeds } = await measureQueue(1, new URL(url), load);
      assertEquals(pages, 4);
      for (const [name, both] of Object.entries(speeds)) {
        assertEquals(both.length, 2);
        assert(both.every((value) => value > (name === "overhead" ? -1 : 0)), `${name} ${both}`);
      }
      assertEquals(await run("SELECT count(*), count(DISTINCT job) FROM digits.result"), "8|8");
    }),
});

Deno.test("queueLines() tells both shares, or that nothing was measured", () => {
  const queue = {
    target: { overhead: 0.03 },
    pagesPerMinute: [520, 1010],
    overhead: [0.012, 0.02],
  };
  const [line] = queueLines({ queue } as unknown as Results);
  assertEquals([line.here, line.target], [
    "1.2 %, 2.0 %, 520 and 1010 pages a minute",
    "each ≤ 3 %",
  ]);
  assertEquals(queueLines({} as Results)[0].here, undefined);
});
