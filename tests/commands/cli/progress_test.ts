import { captured } from "../captured.ts";
import { assertEquals, assertMatch, assertRejects } from "../../support/assert.ts";
import { ProgressLine, progressNotes, type Update } from "@lib/commands/cli/progress.ts";

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

const stopped = new Error("stopped");

Deno.test("ProgressLine writes one line a stage where it cannot write in place", async () => {
  const { line: progress, written, pass } = line(false);
  const getData = async (): Promise<void> => await void pass(400);
  await progress.run("data", getData, { done: () => "70,000 images" });
  const train = (update: Update): Promise<void> => {
    update(0.1, "cell 1/10");
    pass(4999);
    update(0.2, "cell 2/10");
    pass(1);
    update(0.3, "cell 3/10");
    update(0.4, "cell 4/10");
    return Promise.reject(stopped);
  };
  await assertRejects(() => progress.run("03_train", train, { failed: () => "in cell [4]" }));
  assertEquals(written, [
    "✓ data               0.4 s  70,000 images\n",
    "  03_train  30 %  cell 3/10\n",
    "✗ 03_train           5.0 s  in cell [4]\n",
  ]);
});

Deno.test("ProgressLine draws a bar in place, after a second, no wider than the terminal", async () => {
  const { line: progress, written, pass } = line(true);
  await progress.run("03_train", async (update) => {
    update(0.5, "cell 1/10");
    assertEquals(written.at(-1), "\r  03_train        \x1b[K");
    pass(2000);
    await update(0.5, "cell 5/10 and many more words");
    const drawn = written.at(-1)!;
    assertMatch(drawn, /^\r {2}03_train {13}2 s {2}█{10}░{10} {2}cell/);
    assertEquals(drawn.length, "\r".length + 59 + "\x1b[K".length);
  });
  assertEquals(written.at(-1), "\r\x1b[K\x1b[32m✓\x1b[0m 03_train           2.0 s\n");
});

/** What a terminal shows of what was written to it: `\r`, `\n`, a move up, and the two ways to clear. */
function shown(written: readonly string[]): string[] {
  const rows: string[] = [""];
  let [row, column] = [0, 0];
  // deno-lint-ignore no-control-regex -- these are what is looked for
  for (const [part] of written.join("").matchAll(/\x1b\[\d*[A-Za-z]|[^\x1b]/gs)) {
    if (part === "\r") column = 0;
    else if (part === "\n") [row, column] = [row + 1, 0];
    else if (part.endsWith("A") && part.length > 1) row -= Number(part.slice(2, -1));
    else if (part === "\x1b[K") rows[row] = (rows[row] ?? "").slice(0, column);
    else if (part === "\x1b[J") rows.splice(row + 1), rows[row] = rows[row].slice(0, column);
    else if (part.length === 1) {
      const text = (rows[row] ?? "").padEnd(column);
      rows[row] = text.slice(0, column) + part + text.slice(++column);
    }
  }
  return rows.map((text = "") => text.trimEnd());
}

Deno.test("ProgressLine draws a line for each stage that runs, and leaves those that ended above", async () => {
  const { line: progress, written, pass } = line(true);
  const ends = ["a", "b", "c"].map((name) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const running = progress.run(name, () => promise);
    return async (): Promise<void> => {
      resolve();
      await running;
    };
  });
  assertEquals(shown(written), ["  a", "  b", "  c"]);
  pass(500);
  await ends[1]();
  assertEquals(shown(written), ["✓ b                  0.5 s", "  a", "  c"]);
  await ends[0]();
  const two = ["✓ b                  0.5 s", "✓ a                  0.5 s"];
  assertEquals(shown(written), [...two, "  c"]);
  await ends[2]();
  assertEquals(shown(written), [...two, "✓ c                  0.5 s"]);
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
