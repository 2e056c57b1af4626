import { join } from "node:path";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { Notebook } from "../../report/jupyter/notebook.ts";
import { notebookMarkdown } from "../../report/page/notebook_markdown.ts";
import { notebookPage, type RunFacts } from "../../report/page/notebook_page.ts";
import { printedPage } from "../../report/page/printed_page.ts";
import { partsFor } from "./parts_for.ts";
import { printPdf } from "./print_pdf.ts";

/** What reports are written as. */
export const reportFormats = ["html", "md", "pdf"] as const;

/** One of them. */
export type ReportFormat = typeof reportFormats[number];

/** How a report is written. */
export interface ReportOptions {
  readonly to: ReportFormat;
  /** Whether code is hidden in HTML, and left out of Markdown and PDF. */
  readonly isFolded: boolean;
  /** Ends what prints a PDF. */
  readonly signal: AbortSignal;
}

/** Writes the report of a notebook: as one HTML file, as Markdown with its pictures beside it, or
 * printed to PDF.
 *
 * @param folder for the report
 * @returns path of the report
 * @throws {Error} if there is nothing to print a PDF with
 */
export async function writeReport(
  executed: Notebook,
  facts: RunFacts,
  folder: string,
  { to, isFolded, signal }: ReportOptions,
): Promise<string> {
  const path = join(folder, `${facts.name}.${to}`);
  if (to === "md") {
    const { text, pictures } = notebookMarkdown(executed, facts.name, { isFolded });
    for (const [name, picture] of pictures) await writeAtomic(join(folder, name), picture);
    await writeAtomic(path, text);
    return path;
  }
  const parts = to === "html" ? await partsFor(executed) : {};
  await writePage(notebookPage(executed, facts, { isFolded, parts }), path, to, signal);
  return path;
}

/** Writes a page as it is, or printed.
 *
 * @throws {Error} if there is nothing to print a PDF with
 */
export async function writePage(
  html: string,
  path: string,
  to: ReportFormat,
  signal: AbortSignal,
): Promise<void> {
  if (to !== "pdf") return await writeAtomic(path, html);
  const page = `${path}.html`;
  await writeAtomic(page, printedPage(html));
  try {
    await printPdf(page, path, { signal });
  } finally {
    await Deno.remove(page).catch(() => {});
  }
}
