import { assertEquals } from "../support/assert.ts";
import { parseHtml } from "./parse_html.ts";

/** Fails where an HTML page would load something, or run something. Links to follow are allowed. */
export function assertSelfContained(html: string): void {
  const document = parseHtml(html);
  const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]");
  const content = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  assertEquals(policy?.getAttribute("content"), content);
  const loaded = [...document.querySelectorAll("*")].flatMap((element) =>
    ["src", "srcset", "data", "poster", "action", "background"]
      .map((name) => element.getAttribute(name) ?? "")
      .concat(
        element.localName === "a" ? [] : [
          element.getAttribute("href") ?? "",
          element.getAttribute("xlink:href") ?? "",
        ],
      )
      .filter((address) => address !== "" && !/^(data:|#)/.test(address))
  );
  assertEquals(loaded, []);
  assertEquals(document.querySelectorAll("script, link, iframe, object, embed").length, 0);
  const styles = [...document.querySelectorAll("style")].map(({ textContent }) => textContent);
  const inline = [...document.querySelectorAll("[style]")].map((e) => e.getAttribute("style"));
  assertEquals(/@import|url\((?!["']?(#|data:))/.test([...styles, ...inline].join("\n")), false);
  const handlers = [...document.querySelectorAll("*")]
    .flatMap((element) => element.getAttributeNames())
    .filter((name) => name.startsWith("on"));
  assertEquals(handlers, []);
}
