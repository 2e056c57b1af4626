import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { fieldCase, type FieldKind, fieldKinds } from "../../../bench/pages/field_case.ts";
import {
  kindsWithoutDigits,
  type PageWithoutDigits,
  pageWithoutDigits,
} from "../../../bench/pages/page_without_digits.ts";
import type { Difficulty } from "../../../bench/pages/layout.ts";
import { type PageKind, writtenPage } from "../../../bench/pages/written_page.ts";
import { assertEquals } from "../../support/assert.ts";
import { digits } from "../../support/written_digits.ts";

const kinds: readonly PageKind[] = ["single", "line", "touching", "lines", "form", "cheque"];
const difficulties: readonly Difficulty[] = ["scan", "photo", "hard"];
const firstWithoutDigits: readonly PageWithoutDigits[] = [
  "blank",
  "noise",
  "rules",
  "letters",
  "signs",
];

// The figures of the benchmark `reading` were measured on these pages: other pages, other figures.
const digest = {
  written: "1d3cf956ea996271736e0ee034bd3f2d0c5b956315f12d4a477593d409033149",
  withoutDigits: "7af32b8db484e125e8544cbfcc3fed5b4484aa77addd71dc01348d3cb26b5bb6",
  laterWithoutDigits: "d2fa392fefb43f1bc9ac00416db8040366a9a4ae7a826db9e6d6833bcfaeef3a",
  field: "316870a062ea4b4531aded4eba13a311e20af2b2dcd865c5a4ddb95d42fc456f",
  laterFields: "99f0adfeac88120334011696571be3d2966d8418e66dce9f26a87beb1b82c67a",
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
  assertEquals(digestOf(firstWithoutDigits), digest.withoutDigits);
  const later = kindsWithoutDigits.filter((kind) => !firstWithoutDigits.includes(kind));
  assertEquals(digestOf(later), digest.laterWithoutDigits);
});

function digestOf(withoutDigits: readonly PageWithoutDigits[]): string {
  const rng = rngFromSeed(2);
  const digests = withoutDigits.flatMap((kind, k) =>
    Array.from(
      { length: 10 },
      (_, i) => sha256(pageWithoutDigits(kind, rng.fork(10 * k + i)).pixels),
    )
  );
  return sha256(new TextEncoder().encode(digests.join("\n")));
}

Deno.test("fieldCase() draws the pictures that the benchmark has always drawn", () => {
  const later: readonly FieldKind[] = ["ruled"];
  assertEquals(digestOfFields(fieldKinds.filter((kind) => !later.includes(kind))), digest.field);
  assertEquals(digestOfFields(later), digest.laterFields);
});

function digestOfFields(kinds: readonly FieldKind[]): string {
  const rng = rngFromSeed(3);
  const digests = kinds.flatMap((kind) =>
    Array.from({ length: 2 }, (_, i) => {
      const { image, text } = fieldCase(kind, digits, rng.stream(kind).fork(i));
      return `${image.width} ${image.height} ${text} ${sha256(image.pixels)}`;
    })
  );
  return sha256(new TextEncoder().encode(digests.join("\n")));
}
