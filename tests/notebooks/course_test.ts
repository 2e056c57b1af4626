import { assert, assertEquals, assertGreater, assertLess } from "../support/assert.ts";
import { assertSelfContained } from "../report/assert_self_contained.ts";
import { notebookNames } from "../conventions/notebook_faults.ts";
import { assertExports, hasNbconvert } from "../support/nbconvert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import sharp from "sharp";
import { places } from "@lib/commands/notebooks/course.ts";
import { ProgressLine } from "@lib/commands/cli/progress.ts";
import { reportCommand } from "@lib/commands/report.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileFromJson } from "@lib/base/profile_from_json.ts";
import { sum } from "@lib/base/statistics.ts";
import { profileWith } from "@lib/tune/profile_with.ts";
import type { Settings } from "@lib/tune/space.ts";

/** Figures of each notebook, first to last. */
const figures = [3, 5, 4, 6, 12, 16];

/** Bytes that a page has at most, Plotly among them. */
const largest = 3_000_000;

const browser = "/usr/bin/chromium";
const hasBrowser = await Deno.stat(browser).then(() => true, () => false);

Deno.test({
  name: "all six notebooks run top to bottom on the Deno kernel, with the smoke profile",
  async fn(t): Promise<void> {
    const out = await Deno.makeTempDir();
    try {
      const progress = new ProgressLine({ write: () => {}, inPlace: false, width: 80 });
      const executed = join(out, "executed");
      const line = ["--profile", "smoke", "--json", "--book", "--execute-to", executed];
      assertEquals(await reportCommand(line, { ...places, reports: out, progress }), 0);
      for (const [index, name] of notebookNames.entries()) {
        await t.step(
          `${name} becomes a page that needs nothing else, with its figures`,
          async () => {
            const html = await Deno.readTextFile(join(out, `${name}.html`));
            assertSelfContained(html);
            assertEquals(html.match(/<figure[\s>]/g)?.length, figures[index]);
            assertLess(html.length, largest);
            assertEquals(html.includes(`id="pad"`), name === "06_predict");
          },
        );
      }
      await t.step("the index leads to the drawing pad", async () => {
        const html = await Deno.readTextFile(join(out, "index.html"));
        assert(html.includes(`href="06_predict.html#pad"`));
      });
      await t.step("the index leads to the page that trains, and so does notebook 3", async () => {
        const index = await Deno.readTextFile(join(out, "index.html"));
        assert(index.includes(`href="train.html"`));
        const third = await Deno.readTextFile(join(out, "03_train.html"));
        assert(third.includes(`href="../reports/train.html"`));
        const html = await Deno.readTextFile(join(out, "train.html"));
        assertSelfContained(html);
        assertLess(html.length, 12_000_000);
      });
      await t.step("all of them are one book", async () => {
        const html = await Deno.readTextFile(join(out, "book.html"));
        assertSelfContained(html);
        assertEquals(html.match(/<figure[\s>]/g)?.length, sum(figures));
        assertLess(html.length, largest);
      });
      await t.step("what a notebook hands on lies in data/runs", async () => {
        const runs = projectPath("data", "runs", "smoke");
        const metrics = JSON.parse(await Deno.readTextFile(join(runs, "metrics.json")));
        assertGreater(metrics.accuracy, 0.9);
        const tuned = profileFromJson(await Deno.readTextFile(join(runs, "tuned.json")));
        assertEquals(tuned.name, "smoke-tuned");
        const study = await Deno.readTextFile(join(runs, "course-study.jsonl"));
        const [plan, ...trials] = study.trimEnd().split("\n").map((line) => JSON.parse(line));
        assertEquals(plan.profile.name, "smoke");
        const isTuned = ({ settings }: { readonly settings: Settings }): boolean =>
          JSON.stringify({ ...profileWith(plan.profile, settings), name: tuned.name }) ===
            JSON.stringify(tuned);
        assert(trials.some(isTuned));
      });
      await t.step({
        name: "jupyter nbconvert makes pages of all six, as they were run, that need no network",
        ignore: !hasNbconvert,
        fn: () =>
          withFolder((folder) => {
            const paths = notebookNames.map((name) => join(executed, `${name}.ipynb`));
            return assertExports(paths, folder, { execute: false });
          }),
      });
      await t.step({
        name: "a browser without a network draws every page, figures and all",
        ignore: !hasBrowser,
        fn: () => drawAll(out),
      });
    } finally {
      await Deno.remove(out, { recursive: true });
    }
  },
});

async function drawAll(out: string): Promise<void> {
  for (const name of [...notebookNames, "index", "book"]) {
    const picture = join(out, `${name}.png`);
    const { success } = await new Deno.Command(browser, {
      args: [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
        ...["--proxy-server=127.0.0.1:1", `--user-data-dir=${join(out, "browser")}`],
        ...["--window-size=900,5000", `--screenshot=${picture}`, `file://${join(out, name)}.html`],
      ],
      stdout: "null",
      stderr: "null",
    }).output();
    assert(success, `${name}: the browser failed`);
    const { channels } = await sharp(picture).stats();
    // A page with text and figures is mostly paper, but far from blank.
    for (const { mean, stdev } of channels.slice(0, 3)) {
      assertGreater(mean, 150, name);
      assertGreater(stdev, 15, name);
    }
  }
}
