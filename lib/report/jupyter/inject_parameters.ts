import { isTagged } from "./is_tagged.ts";
import { parseNotebook } from "./parse_notebook.ts";

/** A notebook file's cell, as far as it is looked at here. */
interface AnyCell {
  readonly cell_type?: string;
  readonly source?: string | readonly string[];
  readonly metadata?: { readonly tags?: unknown };
}

const tag = "injected-parameters";

/** Sets variables of a notebook from outside, as papermill does: a cell after the one that is tagged
 * `parameters` gives them their values, a cell at the beginning where none is tagged. A cell that was
 * put in before makes room.
 *
 * @param text the content of an `.ipynb` file
 * @param name the file's name, for errors
 * @param values by the names of the variables, or of parts of them: `seed`, `profile.seed`
 * @returns the content with that cell; as it is where there is no value
 * @throws {TypeError} if it is not a notebook, or a name is none of TypeScript
 * @throws {RangeError} if it is a notebook of another format than 4
 *
 * @example
 * ```ts
 * import { injectParameters } from "@lib/report/jupyter/inject_parameters.ts";
 * const empty = `{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }`;
 * const { cells: [{ source }] } = JSON.parse(injectParameters(empty, "x.ipynb", { seed: 3 }));
 * if (source.join("") !== "// parameters\nvar seed = 3;") throw new Error(source);
 * ```
 */
export function injectParameters(
  text: string,
  name: string,
  values: Readonly<Record<string, unknown>>,
): string {
  parseNotebook(text, name);
  if (Object.keys(values).length === 0) return text;
  const notebook = JSON.parse(text) as { cells: AnyCell[] };
  const cells = notebook.cells.filter((cell) => !isTagged(cell, tag));
  const at = cells.findIndex((cell) => isTagged(cell, "parameters"));
  const code = [cells[at]?.source ?? ""].flat().join("");
  const lines = Object.entries(values).map(([variable, value]) => {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(variable)) {
      throw new TypeError(
        `Cannot set "${variable}" in ${name}: wanted a name of TypeScript, seed or profile.seed`,
      );
    }
    return `${declarationOf(variable, code)}${variable} = ${JSON.stringify(value)};`;
  });
  const cell = {
    cell_type: "code",
    execution_count: null,
    id: tag,
    metadata: { tags: [tag] },
    outputs: [],
    source: ["// parameters", ...lines].join("\n").split(/(?<=\n)/),
  };
  cells.splice(at + 1, 0, cell);
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}

/** How a kernel lets a variable be set: declared again in the word that the notebook used. A part of a
 * value is assigned to. */
function declarationOf(variable: string, code: string): string {
  if (variable.includes(".")) return "";
  const name = variable.replaceAll("$", "\\$");
  const said = new RegExp(`\\b(const|let|var)\\s+${name}(?![\\p{L}\\p{N}_$])`, "u").exec(code);
  return `${said?.[1] ?? "var"} `;
}
