import type { CodeCell, Notebook } from "@lib/report/jupyter/notebook.ts";
import { proseOf, withoutCommentsAndStrings } from "./source_text.ts";

/** The course: one notebook a stage. */
export const notebookNames = [
  "01_download",
  "02_preprocess",
  "03_train",
  "04_tune",
  "05_evaluate",
  "06_predict",
] as const;

/** `prose` is in words a line of code, at least: a course explains. (*Dive into Deep Learning*, d2l.ai,
 * has about 24.) There is no cap: what is too long shows in the reading. */
const limits = { median: 5, longest: 12, prose: 12 } as const;

/** Where a notebook breaks the rules of the course; empty if nowhere. Cells count from 1. */
export function notebookFaults(notebook: Notebook): string[] {
  const cells = notebook.cells.map((cell, index) => ({ cell, number: index + 1 }));
  const code = cells.flatMap(({ cell, number }) =>
    cell.cell_type === "code" ? [{ cell, number }] : []
  );
  return [
    ...kernelFaults(notebook),
    ...code.flatMap(({ cell, number }) =>
      cellFaults(cell).map((fault) => `cell ${number} ${fault}`)
    ),
    ...(isTagged(code[0]?.cell) ? [] : [`the first code cell is not tagged "parameters"`]),
    ...lengthFaults(code.map(({ cell }) => linesOf(cell))),
    ...proseFaults(notebook),
  ];
}

function kernelFaults({ metadata }: Notebook): string[] {
  const { name } = (metadata.kernelspec ?? {}) as { name?: string };
  return name === "deno" ? [] : [`its kernel is ${name}, not deno`];
}

function cellFaults(cell: CodeCell): string[] {
  const lines = linesOf(cell);
  const isByHand = /by hand/i.test(cell.source);
  return [
    ...(cell.outputs.length > 0 ? ["holds outputs"] : []),
    ...(cell.execution_count !== null ? ["holds an execution count"] : []),
    ...(lines === 0 ? ["is empty"] : []),
    ...(lines > limits.longest ? [`has ${lines} lines`] : []),
    ...(declaresFunction(cell.source) && !isByHand ? ["declares a function"] : []),
  ];
}

/** Functions belong into `lib/`; one that is passed on at once, `.map((x) => …)`, is none. */
function declaresFunction(source: string): boolean {
  const code = withoutCommentsAndStrings(source);
  const named =
    /\b(?:const|let|var)\s+\w+\s*(?::[^=;]+)?=\s*(?:async\s*)?(?:\([^)]*\)|\w+)\s*(?::[^=;]+)?=>/;
  return /\bfunction\b|\bclass\s+\w/.test(code) || named.test(code);
}

function isTagged(cell: CodeCell | undefined): boolean {
  const { tags } = (cell?.metadata ?? {}) as { tags?: unknown };
  return Array.isArray(tags) && tags.includes("parameters");
}

function lengthFaults(lengths: readonly number[]): string[] {
  const sorted = lengths.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return median > limits.median ? [`the median code cell has ${median} lines`] : [];
}

function proseFaults({ cells }: Notebook): string[] {
  const words = cells.filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => proseOf(cell.source).match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
  const lines = cells.filter((cell) => cell.cell_type === "code")
    .reduce((sum, cell) => sum + linesOf(cell), 0);
  const ratio = words / lines;
  return ratio >= limits.prose
    ? []
    : [`has ${ratio.toFixed(1)} words of prose a code line, wanted ${limits.prose} or more`];
}

/** Lines that hold something. */
function linesOf({ source }: { readonly source: string }): number {
  return source.split("\n").filter((line) => line.trim() !== "").length;
}
