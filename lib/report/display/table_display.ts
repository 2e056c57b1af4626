import type { Display } from "./send_display.ts";
import { escapeHtml } from "../../base/escape_html.ts";

/** A number with an optional unit: `99.1 %`, `−0.3`, `47,040,016`, `12 ms`. */
const numeric = /^[-+−±]?\d[\d.,]*(e[-+]?\d+)?( ?[%‰°]| [\p{L}²/]{1,8})?$/u;

/** A table as HTML and as aligned text. The columns are those of the first row; a missing cell is
 * empty. Columns of numbers stand to the right.
 *
 * @param caption a sentence for above it
 * @throws {RangeError} if there is no row
 */
export function tableDisplay<Row extends { readonly [Key in keyof Row]: string | number }>(
  rows: readonly Row[],
  caption?: string,
): Display {
  if (rows.length === 0) throw new RangeError("Cannot show a table: found no row, wanted some");
  const columns = Object.keys(rows[0]) as (keyof Row & string)[];
  const formats = columns.map((column) => formatOf(rows.map((row) => row[column])));
  const body = rows.map((row) => columns.map((column, index) => formats[index](row[column])));
  const isNumeric = columns.map((_, index) =>
    body.some((row) => row[index] !== "") &&
    body.every((row) => /^[-–—]?$/.test(row[index]) || numeric.test(row[index]))
  );
  return {
    data: {
      "text/html": toHtml(columns, body, isNumeric, caption),
      "text/plain": toText(columns, body, isNumeric),
    },
    metadata: { table: caption === undefined ? {} : { caption } },
  };
}

/** How the numbers of a column are written: with the same count of decimals, at most four; with three
 * digits that count where some are too small for that. */
function formatOf(
  values: readonly (string | number | undefined)[],
): (value: string | number | undefined) => string {
  const found = values.filter((value) => typeof value === "number");
  const isTiny = found.some((value) => value !== 0 && Math.abs(value) < 1e-3);
  const decimals = Math.max(0, ...found.map((value) => decimalsOf(value)));
  const format = new Intl.NumberFormat(
    "en-GB",
    isTiny
      ? { maximumSignificantDigits: 3 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  );
  return (value) => typeof value === "number" ? format.format(value) : value ?? "";
}

function decimalsOf(value: number): number {
  return String(Number(value.toFixed(4))).split(".")[1]?.length ?? 0;
}

function toHtml(
  columns: readonly string[],
  body: readonly (readonly string[])[],
  isNumeric: readonly boolean[],
  caption: string | undefined,
): string {
  const cells = (tag: "th" | "td", row: readonly string[]): string =>
    row.map((text, index) => {
      const side = isNumeric[index] ? "right" : "left";
      return `<${tag} style="text-align: ${side};">${escapeHtml(text)}</${tag}>`;
    }).join("");
  return [
    `<table style="font-variant-numeric: tabular-nums;">`,
    caption === undefined ? "" : `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${cells("th", columns)}</tr></thead>`,
    `<tbody>${body.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
}

function toText(
  columns: readonly string[],
  body: readonly (readonly string[])[],
  isNumeric: readonly boolean[],
): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...body.map((row) => row[index].length))
  );
  const line = (row: readonly string[]): string =>
    row.map((text, index) =>
      isNumeric[index] ? text.padStart(widths[index]) : text.padEnd(widths[index])
    ).join("  ").trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(columns), rule, ...body.map(line)].join("\n");
}
