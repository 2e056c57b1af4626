import { JSDOM } from "jsdom";

/** The document that a browser makes of an HTML page. */
export function parseHtml(html: string): Document {
  return new JSDOM(html).window.document;
}
