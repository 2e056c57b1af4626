import { join } from "node:path";
import type { Profile } from "../../base/profile.ts";
import { sum } from "../../base/statistics.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import { headlines } from "../../report/page/headlines.ts";
import { bookPage } from "../../report/page/book_page.ts";
import { indexPage, type TryLink } from "../../report/page/index_page.ts";
import type { Course } from "./course.ts";
import type { Exported } from "./export_notebooks.ts";
import { hasPad, hasTrainingPage } from "./parts_for.ts";
import { type ReportOptions, writePage } from "./write_report.ts";
import { writeTrainingPage } from "./write_training_page.ts";

/** The metrics that notebook 5 writes, as far as the commands look at them. */
export interface Metrics {
  /** Share of the test images read rightly, 0 to 1. */
  readonly accuracy: number;
  /** The 95 % interval of that share. */
  readonly interval?: readonly [number, number];
}

/** Writes the page that leads to the reports, where a notebook speaks of it the page that trains, and where it
 * is wished for the book of them all.
 *
 * @param options.since when the run began, where its notebooks may have run side by side: the page tells how
 * long it took. Metrics that are older belong to another run and are left alone
 * @param options.book how a book is written; none where it is missing
 * @returns its path, that of the book, and the metrics that the evaluation of the run wrote, where
 * there are any
 */
export async function writeIndex(
  entries: readonly Exported[],
  course: Course,
  { profile, since, book }: {
    readonly profile: Profile;
    readonly since?: Date;
    readonly book?: ReportOptions;
  },
): Promise<
  {
    readonly index: string;
    readonly book?: string;
    readonly metrics: Metrics | undefined;
  }
> {
  const index = join(course.reports, "index.html");
  const metrics = await loadMetrics(
    join(course.runs, profile.name, "metrics.json"),
    since ?? new Date(0),
  );
  const seconds = since === undefined
    ? sum(entries.map((entry) => entry.seconds))
    : (Date.now() - since.getTime()) / 1000;
  const note = `Profile ${profile.name}, seed ${profile.seed}, ` +
    `Deno ${Deno.version.deno}; ran in ${seconds.toFixed(0)} s`;
  const options = { headlines: headlines(metrics), note };
  const hasBook = book?.to === "html";
  const tries: TryLink[] = entries.filter(({ executed }) => hasPad(executed))
    .map(({ name }) => ({ href: `${name}.html#pad`, words: "Draw a digit and have it read" }));
  if (entries.some(({ executed }) => hasTrainingPage(executed))) {
    const href = await writeTrainingPage(course.reports);
    tries.push({ href, words: "Train a network in a page" });
  }
  await writeAtomic(index, indexPage(title, entries, { ...options, tries, hasBook }));
  if (book === undefined) return { index, metrics };
  const path = join(course.reports, `book.${book.to}`);
  const chapters = entries.map(({ name, executed }) => ({ name, notebook: executed }));
  const { isFolded, to, signal } = book;
  await writePage(bookPage(title, chapters, { ...options, isFolded }), path, to, signal);
  return { index, book: path, metrics };
}

const title = "From raw MNIST to real handwriting";

async function loadMetrics(path: string, since: Date): Promise<Metrics | undefined> {
  try {
    const { mtime } = await Deno.stat(path);
    // File systems keep times to the second or better.
    if (mtime !== null && mtime.getTime() < since.getTime() - 1000) return undefined;
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
