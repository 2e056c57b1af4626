import { sha256 } from "../../base/sha256.ts";
import type { Bundle, Notebook, Output } from "./notebook.ts";
import { parseNotebook } from "./parse_notebook.ts";

/** A notebook file after a run: what it was before, with the outputs and counts of that run, in
 * nbformat 4.5, laid out as Jupyter does it. https://nbformat.readthedocs.io/en/latest/format_description.html
 *
 * @param text the content of the `.ipynb` file that was run
 * @param name the file's name, for errors
 * @param executed the same notebook with its outputs, cell for cell
 * @throws {TypeError} if it is not a notebook, or one of other cells
 * @throws {RangeError} if it is a notebook of another format than 4
 */
export function executedFile(text: string, name: string, executed: Notebook): string {
  const { cells } = parseNotebook(text, name);
  if (cells.length !== executed.cells.length) {
    throw new TypeError(
      `Cannot fill in ${name}: found outputs of ${executed.cells.length} cells, ` +
        `wanted those of ${cells.length}`,
    );
  }
  // The file itself, not what was read of it: it may hold more, attachments for example.
  const notebook = JSON.parse(text);
  const ids = new Set<string>();
  const filled = notebook.cells.map((cell: Record<string, unknown>, index: number) => {
    const ran = executed.cells[index];
    const id = idOf(cell.id, `${index} ${ran.source}`, ids);
    if (ran.cell_type !== "code") return { ...cell, id };
    const outputs = ran.outputs.map(fileOutput);
    return { ...cell, id, execution_count: ran.execution_count, outputs };
  });
  const minor = Math.max(5, Number(notebook.nbformat_minor) || 0);
  const file = { ...notebook, cells: filled, nbformat_minor: minor };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The id of a cell, which nbformat wants since 4.5, each once. */
function idOf(given: unknown, content: string, ids: Set<string>): string {
  let id = typeof given === "string" && /^[\w-]{1,64}$/.test(given) ? given : undefined;
  for (let count = 0; id === undefined || ids.has(id); count++) {
    id = sha256(new TextEncoder().encode(`${count} ${content}`)).slice(0, 8);
  }
  ids.add(id);
  return id;
}

function fileOutput(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  return "data" in output ? { ...output, data: fileBundle(output.data) } : output;
}

function fileBundle(data: Bundle): Bundle {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      // Base64 has no lines, and JSON is no text.
      /json$|^(image|audio|video|application)\/(?!svg)/.test(type) || typeof value !== "string"
        ? value
        : lines(value),
    ]),
  );
}

function lines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
