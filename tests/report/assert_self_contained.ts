import { assert, assertEquals } from "../support/assert.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { parseHtml } from "./parse_html.ts";

/** Fails where an HTML page would load something, or run something that its policy does not name by
 * its hash. Links to follow are allowed. */
export function assertSelfContained(html: string): void {
  const document = parseHtml(html);
  const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]");
  const content = policy?.getAttribute("content") ?? "";
  const hash = "'sha256-[A-Za-z0-9+/]{43}='";
  const wanted = "default-src 'none'; style-src 'unsafe-inline'; img-src data:" +
    ` blob:; script-src ${hash}( ${hash})*( 'wasm-unsafe-eval')?(; worker-src blob:)?`;
  assert(new RegExp(`^${wanted}$`).test(content), content);
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
  assertEquals(document.querySelectorAll("link, iframe, object, embed").length, 0);
  for (const script of document.querySelectorAll("script")) {
    if (["application/json", "text/plain"].includes(script.type)) continue; // data
    const digest = sha256(new TextEncoder().encode(script.textContent ?? ""));
    assert(content.includes(`'sha256-${Uint8Array.fromHex(digest).toBase64()}'`));
  }
  const styles = [...document.querySelectorAll("style")].map(({ textContent }) => textContent);
  const inline = [...document.querySelectorAll("[style]")].map((e) => e.getAttribute("style"));
  assertEquals(/@import|url\((?!["']?(#|data:))/.test([...styles, ...inline].join("\n")), false);
  const handlers = [...document.querySelectorAll("*")]
    .flatMap((element) => element.getAttributeNames())
    .filter((name) => name.startsWith("on"));
  assertEquals(handlers, []);
}
