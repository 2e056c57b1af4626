import { sha256 } from "../../base/sha256.ts";
import { escapeHtml } from "../../base/escape_html.ts";

/** An SVG picture made ready to stand inside a page, among others: it shrinks with the page, tells
 * a screen reader its name, and its ids clash with no other picture's.
 *
 * @param svg the picture as a file would hold it
 * @param label what it shows
 */
export function embedSvg(svg: string, label: string): string {
  const [tag] = /<svg\b[^>]*>/.exec(svg) ?? [];
  if (tag === undefined) {
    throw new TypeError(`Cannot embed a picture: found "${svg.slice(0, 40)}", wanted <svg …>`);
  }
  const body = svg.slice(svg.indexOf(tag) + tag.length);
  const size = /\swidth="([\d.]+)(?:px)?"/.exec(tag)?.[1];
  const height = /\sheight="([\d.]+)(?:px)?"/.exec(tag)?.[1];
  const box = tag.includes("viewBox") || size === undefined || height === undefined
    ? ""
    : ` viewBox="0 0 ${size} ${height}"`;
  const style = /\sstyle="([^"]*)"/.exec(tag)?.[1] ?? "";
  const bare = tag.slice(0, -1).replace(/\s(style|role|aria-label)="[^"]*"/g, "");
  const root = `${bare}${box} role="img" aria-label="${escapeHtml(label)}" ` +
    `style="${style.replace(/;?\s*$/, style === "" ? "" : "; ")}max-width: 100%; height: auto;">`;
  // The same picture twice in a page gives the same ids, which then mean the same.
  return scopeIds(root + body, `f${sha256(new TextEncoder().encode(svg)).slice(0, 8)}-`);
}

function scopeIds(svg: string, prefix: string): string {
  const ids = new Set(Array.from(svg.matchAll(/\sid="([^"]+)"/g), ([, id]) => id));
  if (ids.size === 0) return svg;
  const scoped = (text: string, before: string, id: string, after: string): string =>
    ids.has(id) ? `${before}${prefix}${id}${after}` : text;
  return svg
    .replace(/(\sid=")([^"]+)(")/g, scoped)
    .replace(
      /(href=")#([^"]+)(")/g,
      (text, before, id, after) => ids.has(id) ? `${before}#${prefix}${id}${after}` : text,
    )
    .replace(/(url\((?:&quot;|["'])?#)([^"')&]+)((?:&quot;|["'])?\))/g, scoped);
}
