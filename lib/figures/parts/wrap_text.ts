/** Breaks a text into lines at spaces, for Plotly: joined by `<br>`.
 *
 * @param text without markup
 * @param limit most characters of a line; a longer word gets a line of its own
 */
export function wrapText(text: string, limit: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= limit) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.join("<br>");
}
