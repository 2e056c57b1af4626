import { captured } from "../captured.ts";
import { assertEquals, assertMatch, assertRejects } from "../../support/assert.ts";
import { ProgressLine, progressNotes } from "@lib/commands/cli/progress.ts";

function line(inPlace: boolean): { line: ProgressLine; written: string[]; pass(ms: number): void } {
  const written: string[] = [];
  let now = 0;
  const write = (text: string): void => void written.push(text);
  return {
    line: new ProgressLine({ write, inPlace, width: 60, now: () => now }),
    written,
    pass: (ms) => now += ms,
  };
}

Deno.test("ProgressLine writes one line a stage where it cannot write in place", () => {
  const { line: progress, written, pass } = line(false);
  progress.begin("data");
  pass(400);
  assertEquals(progress.done("70,000 images"), 0.4);
  progress.begin("03_train");
  progress.update(0.1, "cell 1/10");
  pass(4999);
  progress.update(0.2, "cell 2/10");
  pass(1);
  progress.update(0.3, "cell 3/10");
  progress.update(0.4, "cell 4/10");
  assertEquals(progress.fail("in cell [4]"), 5);
  assertEquals(written, [
    "✓ data               0.4 s  70,000 images\n",
    "  03_train  30 %  cell 3/10\n",
    "✗ 03_train           5.0 s  in cell [4]\n",
  ]);
});

Deno.test("ProgressLine draws a bar in place, after a second, no wider than the terminal", () => {
  const { line: progress, written, pass } = line(true);
  progress.begin("03_train");
  progress.update(0.5, "cell 1/10");
  assertEquals(written.at(-1), "\r  03_train        \x1b[K");
  pass(2000);
  progress.update(0.5, "cell 5/10 and many more words");
  const drawn = written.at(-1)!;
  assertMatch(drawn, /^\r {2}03_train {13}2 s {2}█{10}░{10} {2}cell/);
  assertEquals(drawn.length, "\r".length + 59 + "\x1b[K".length);
  progress.done();
  assertEquals(written.at(-1), "\r\x1b[K\x1b[32m✓\x1b[0m 03_train           2.0 s\n");
});

Deno.test("run() ends a stage as its work ends, and gives its result and time", async () => {
  const { line: progress, written, pass } = line(false);
  const work = (): Promise<number> => {
    pass(1500);
    return Promise.resolve(3);
  };
  const notes = { done: (found: number) => `${found} images`, failed: () => "in cell [4]" };
  assertEquals(await progress.run("data", work, notes), { result: 3, seconds: 1.5 });
  const fails = (): Promise<number> => Promise.reject(new RangeError("no data"));
  await assertRejects(() => progress.run("train", fails, notes), RangeError, "no data");
  await progress.run("tune", work);
  assertEquals(written, [
    "✓ data               1.5 s  3 images\n",
    "✗ train              0.0 s  in cell [4]\n",
    "✓ tune               1.5 s\n",
  ]);
});

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
