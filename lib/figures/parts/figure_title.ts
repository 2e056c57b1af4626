import type { Figure } from "./figure.ts";

/** The title of a figure in plain text, without subtitle, line breaks and markup: what it says, for a caption,
 * a file name or a reader that cannot see it.
 *
 * @returns an empty string where the figure has no title
 */
export function figureTitle(figure: Figure): string {
  const title = figure.layout.title as { text?: string } | string | undefined;
  const text = typeof title === "string" ? title : title?.text ?? "";
  return text.replace(/<br><span\b.*$/s, "").replace(/<br\s*\/?>/gi, " ").replace(
    /<\/?(b|i|em|span|sub|sup|a)\b[^>]*>/gi,
    "",
  )
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
}
