/** A table in Markdown, its columns filled up with spaces as the formatter of the project does.
 *
 * @param rows the first is the head; all have as many cells, of characters that are one column wide
 */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map((row) => [...row[column]].length))
  );
  const rule = widths.map((width) => "-".repeat(width));
  const [head, ...body] = rows.map((row) =>
    row.map((cell, column) => cell + " ".repeat(widths[column] - [...cell].length))
  );
  return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
