import { partNotices } from "./runtime_notices.ts";
import { assertEquals } from "./assert.ts";

const box = "╭ Warning\n│\n│  Ignored build scripts for packages:\n│  npm:core-js@3.29.1\n│\n╰─\n";

Deno.test("partNotices() takes out what Deno says of its cache", () => {
  const notices = `Download https://example.org/long\nInitialize npm:long@4.0.0\n${box}`;
  assertEquals(partNotices(`a\n${notices}b\nCheck file:///a.ts\n`), {
    own: "a\nb\n",
    notices: `${notices}Check file:///a.ts\n`,
  });
});

Deno.test("partNotices() leaves a program its own words", () => {
  for (
    const own of [
      "Download failed\n",
      "Check the file a.ts\n",
      "say: Download https://example.org/\n",
      "Download https://example.org/ fails\n",
      "╭ Warning\n│\n│  Something else\n╰─\n",
      "",
    ]
  ) {
    assertEquals(partNotices(own), { own, notices: "" });
  }
});
