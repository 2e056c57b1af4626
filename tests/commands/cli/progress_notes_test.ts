import { assertEquals } from "../../support/assert.ts";
import { captured } from "../captured.ts";
import { progressNotes } from "@lib/commands/cli/progress_notes.ts";

Deno.test("progressNotes() speaks every five seconds, and not at the end", async () => {
  let time = 0;
  const { stdout, stderr } = await captured(() => {
    const note = progressNotes(5, { isShown: false, now: () => time });
    for (const [done, at] of [[1, 4999], [2, 5000], [3, 9000], [4, 10_500], [5, 99_999]]) {
      time = at;
      note(done);
    }
    return Promise.resolve(0);
  });
  assertEquals(stderr, "predict: 2 of 5 images\npredict: 4 of 5 images");
  assertEquals(stdout, "");
});

Deno.test("progressNotes() is silent where the results are seen themselves", async () => {
  let time = 0;
  const { stderr } = await captured(() => {
    const note = progressNotes(3, { isShown: true, now: () => time += 60_000 });
    [1, 2, 3].forEach(note);
    return Promise.resolve(0);
  });
  assertEquals(stderr, "");
});
