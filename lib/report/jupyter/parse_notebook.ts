import type { Bundle, Cell, Metadata, Notebook, Output } from "./notebook.ts";

/** Reads a notebook file.
 *
 * @param text the content of an `.ipynb` file
 * @param name the file's name, for errors
 * @throws {TypeError} if it is not JSON, or JSON of another shape than a notebook's
 * @throws {RangeError} if it is a notebook of another format than 4
 *
 * @example
 * ```ts
 * import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
 * const empty = `{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }`;
 * if (parseNotebook(empty, "empty.ipynb").cells.length !== 0) throw new Error("not empty");
 * ```
 */
export function parseNotebook(text: string, name: string): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`Cannot read ${name}: no JSON, ${(error as Error).message}`);
  }
  if (!isRecord(value)) fail(name, "the file", value, "an object");
  if (value.nbformat !== 4) {
    throw new RangeError(`Cannot read ${name}: found nbformat ${value.nbformat}, wanted 4`);
  }
  if (!Array.isArray(value.cells)) fail(name, "cells", value.cells, "a list");
  return {
    cells: value.cells.map((cell, index) => toCell(cell, name, index)),
    metadata: toMetadata(value.metadata),
    nbformat: 4,
    nbformat_minor: typeof value.nbformat_minor === "number" ? value.nbformat_minor : 0,
  };
}

function toCell(value: unknown, name: string, index: number): Cell {
  const where = `cell ${index + 1}`;
  if (!isRecord(value)) fail(name, where, value, "an object");
  const source = joined(value.source);
  if (source === undefined) fail(name, `the source of ${where}`, value.source, "text");
  const common = {
    ...(typeof value.id === "string" ? { id: value.id } : {}),
    source,
    metadata: toMetadata(value.metadata),
  };
  if (value.cell_type === "markdown" || value.cell_type === "raw") {
    return { cell_type: value.cell_type, ...common };
  }
  if (value.cell_type !== "code") {
    fail(name, `the type of ${where}`, value.cell_type, "code, markdown or raw");
  }
  const outputs: unknown[] = Array.isArray(value.outputs) ? value.outputs : [];
  return {
    cell_type: "code",
    ...common,
    execution_count: toCount(value.execution_count),
    outputs: outputs.map((output) => toOutput(output, name, where)),
  };
}

function toOutput(value: unknown, name: string, where: string): Output {
  if (!isRecord(value)) fail(name, `an output of ${where}`, value, "an object");
  const shown = { data: toBundle(value.data), metadata: toMetadata(value.metadata) };
  switch (value.output_type) {
    case "stream":
      return {
        output_type: "stream",
        name: value.name === "stderr" ? "stderr" : "stdout",
        text: joined(value.text) ?? "",
      };
    case "display_data":
      return { output_type: "display_data", ...shown };
    case "execute_result":
      return {
        output_type: "execute_result",
        ...shown,
        execution_count: toCount(value.execution_count),
      };
    case "error":
      return {
        output_type: "error",
        ename: String(value.ename),
        evalue: String(value.evalue),
        traceback: Array.isArray(value.traceback) ? value.traceback.map(String) : [],
      };
  }
  fail(name, `an output of ${where}`, value.output_type, "stream, display_data or the like");
}

/** Lists of lines, which nbformat allows for every text, become one string. */
function toBundle(value: unknown): Bundle {
  return Object.fromEntries(
    Object.entries(toMetadata(value)).map(([type, data]) => [
      type,
      type.endsWith("json") ? data : joined(data) ?? data,
    ]),
  );
}

function joined(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) {
    return value.join("");
  }
  return undefined;
}

function toMetadata(value: unknown): Metadata {
  return isRecord(value) ? value : {};
}

function toCount(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fail(name: string, what: string, found: unknown, wanted: string): never {
  throw new TypeError(
    `Cannot read ${name}: found ${JSON.stringify(found)} for ${what}, wanted ${wanted}`,
  );
}
