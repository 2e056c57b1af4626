import type { CodeCell, Notebook } from "@lib/report/jupyter/notebook.ts";
import { withoutCommentsAndStrings } from "../conventions/source_text.ts";

/** An exercise of a notebook. */
export interface ExerciseCells {
  /** Holds the gap. */
  readonly gap: CodeCell;
  /** Says whether what is in the gap is right. */
  readonly check: CodeCell;
  /** The code that is folded in below. */
  readonly solution: CodeCell;
}

/** The exercises of a notebook: a code cell tagged "exercise", one tagged "check", and prose that
 * is the solution, folded in: what follows in the same cell would stick to it in JupyterLab.
 *
 * @throws {TypeError} if an exercise is not followed by its check and its solution
 */
export function exercisesOf({ cells }: Notebook): ExerciseCells[] {
  return [...cells.entries()].filter(([, cell]) => hasTag(cell, "exercise")).map(([at, gap]) => {
    const [check, prose] = [cells[at + 1], cells[at + 2]];
    const folded = prose?.cell_type === "markdown"
      ? /^<details><summary>Solution<\/summary>\n\n```ts\n([^]*?)```\n\n<\/details>$/.exec(
        prose.source,
      )
      : null;
    if (gap.cell_type !== "code" || check?.cell_type !== "code" || folded === null) {
      throw new TypeError(`Cell ${at + 1} is an exercise without code, check or solution`);
    }
    if (!hasTag(check, "check")) throw new TypeError(`Cell ${at + 2} is not tagged "check"`);
    return { gap, check, solution: { ...gap, source: folded[1].trimEnd() } };
  });
}

/** The code cells of a notebook, exercises left out, that some of its code stands on: those that declare
 * or fill what it names, and what those stand on in turn. Figures that nothing stands on are not
 * among them, which saves most of the time of a run.
 *
 * @param code is to be run after them
 */
export function cellsBelow({ cells }: Notebook, code: string): CodeCell[] {
  const names = namesIn(code);
  const needed: CodeCell[] = [];
  for (const cell of cells.toReversed()) {
    if (cell.cell_type !== "code" || hasTag(cell, "exercise") || hasTag(cell, "check")) continue;
    // What computes stands on the backend without a name for it.
    const isBelow = /\binitBackend\(/.test(cell.source) ||
      changed(cell.source).some((name) => names.has(name));
    if (!isBelow) continue;
    needed.unshift(cell);
    for (const name of namesIn(cell.source)) names.add(name);
  }
  return needed;
}

function hasTag({ metadata }: Notebook["cells"][number], tag: string): boolean {
  const { tags } = metadata as { tags?: unknown };
  return Array.isArray(tags) && tags.includes(tag);
}

/** What a cell declares at its outermost level, or adds to. */
function changed(source: string): string[] {
  const code = withoutCommentsAndStrings(source);
  const declared = code.matchAll(/^(?:import|const|let)\s+([^=;]+?)(?:\s*=|\s+from\b)/gm);
  const filled = code.matchAll(/\b(\w+)\.(?:push|add|set|sort)\(/g);
  return [...declared, ...filled].flatMap(([, names]) => {
    // Of `{ property: name }` the name, of `name: Type` as well.
    const own = /^[{[]/.test(names) ? names.replace(/\w+:/g, "") : names.split(":")[0];
    return own.match(/\w+/g) ?? [];
  });
}

/** The names that some code uses: neither what stands in texts and comments, nor properties. */
function namesIn(source: string): Set<string> {
  const code = source.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*/g, "")
    .replace(/`(?:\\.|[^`\\])*`/g, (text) => (text.match(/\$\{[^}]*\}/g) ?? []).join(" "))
    .replaceAll("...", " ");
  return new Set(code.match(/(?<![.\w$])[A-Za-z_$][\w$]*(?!:)\b/g) ?? []);
}
