import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import {
  type PageWithoutDigits,
  pageWithoutDigits,
} from "../../../bench/pages/page_without_digits.ts";
import type { Difficulty } from "../../../bench/pages/layout.ts";
import { type PageKind, writtenPage } from "../../../bench/pages/written_page.ts";
import { assertEquals } from "../../support/assert.ts";
import { digits } from "../../support/written_digits.ts";

const kinds: readonly PageKind[] = ["single", "line", "touching", "lines", "form", "cheque"];
const difficulties: readonly Difficulty[] = ["scan", "photo", "hard"];
const withoutDigits: readonly PageWithoutDigits[] = ["blank", "noise", "rules", "letters", "signs"];

// The figures of the benchmark `reading` were measured on these pages: other pages, other figures.
const digest = {
  written: "1d3cf956ea996271736e0ee034bd3f2d0c5b956315f12d4a477593d409033149",
  withoutDigits: "7af32b8db484e125e8544cbfcc3fed5b4484aa77addd71dc01348d3cb26b5bb6",
};

Deno.test("writtenPage() draws the pages that the benchmark has always drawn", () => {
  const rng = rngFromSeed(1);
  const digests = kinds.flatMap((kind, k) =>
    difficulties.flatMap((difficulty, d) =>
      Array.from({ length: 2 }, (_, i) => {
        const { image, text } = writtenPage(
          digits,
          kind,
          difficulty,
          rng.fork(100 * k + 10 * d + i),
        );
        return `${image.width} ${image.height} ${text} ${sha256(image.pixels)}`;
      })
    )
  );
  assertEquals(sha256(new TextEncoder().encode(digests.join("\n"))), digest.written);
});

Deno.test("pageWithoutDigits() draws the pages that the benchmark has always drawn", () => {
  const rng = rngFromSeed(2);
  const digests = withoutDigits.flatMap((kind, k) =>
    Array.from(
      { length: 10 },
      (_, i) => sha256(pageWithoutDigits(kind, rng.fork(10 * k + i)).pixels),
    )
  );
  assertEquals(sha256(new TextEncoder().encode(digests.join("\n"))), digest.withoutDigits);
});
