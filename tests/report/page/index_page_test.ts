import { assertEquals } from "../../support/assert.ts";
import { headlines } from "@lib/report/page/headlines.ts";
import { indexPage } from "@lib/report/page/index_page.ts";
import { assertSelfContained } from "../assert_self_contained.ts";
import { parseHtml } from "../parse_html.ts";

Deno.test("headlines() says accuracy, misread images and the most frequent mistake", () => {
  const confusion = [[9990, 1, 0], [3, 0, 2], [0, 4, 0]];
  const found = headlines({ accuracy: 0.9918, interval: [0.98982, 0.99338], confusion });
  assertEquals(found.map(({ value, note }) => [value, note]), [
    ["99.18 %", "95 % interval 98.98 to 99.34 %"],
    ["10", "of 10,000 images never seen in training"],
    ["2 → 1", "a 2 read as 1, 4 times"],
  ]);
});

Deno.test("headlines() leaves out what the metrics do not hold", () => {
  for (const nothing of [undefined, null, {}, { accuracy: "x", interval: [1], confusion: 3 }]) {
    assertEquals(headlines(nothing), []);
  }
  assertEquals(headlines({ accuracy: 1, confusion: [[5]] }).map(({ note }) => note), [
    "",
    "of 5 images never seen in training",
  ]);
});

Deno.test("indexPage() lists the reports and the results", () => {
  const html = indexPage("The <course>", [
    { name: "01_download", title: "1. Get & check", summary: "a < b", minutes: 4, seconds: 3.21 },
    { name: "extra", title: "More", summary: "", minutes: 1, seconds: 0 },
  ], { headlines: headlines({ accuracy: 0.5 }), note: "Profile quick" });
  assertSelfContained(html);
  const document = parseHtml(html);
  assertEquals(document.querySelector("h1")?.textContent, "The <course>");
  assertEquals(document.querySelector(".headlines dd")?.textContent, "50.00 %");
  const entries = Array.from(document.querySelectorAll(".contents a"), (link) => [
    link.getAttribute("href"),
    ...Array.from(link.children, (child) => child.textContent),
  ]);
  assertEquals(entries, [
    ["01_download.html", "1", "Get & check", "a < b", "4 min to read · ran in 3.2 s"],
    ["extra.html", "", "More", "", "1 min to read · ran in 0.0 s"],
  ]);
});

Deno.test("indexPage() leads to what the reader may do", () => {
  const tries = [{ href: "a.html#b", words: "Try & see" }];
  const link = parseHtml(indexPage("All", [], { tries })).querySelector(".tries a");
  assertEquals([link?.getAttribute("href"), link?.textContent], ["a.html#b", "Try & see"]);
  assertEquals(parseHtml(indexPage("All", [])).querySelector(".tries"), null);
});
