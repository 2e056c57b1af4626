import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { fieldCase, fieldKinds } from "../../../bench/pages/field_case.ts";
import { kindsWithoutDigits } from "../../../bench/pages/page_without_digits.ts";
import { certaintyOf } from "../../../bench/reading/certainty.ts";
import { measureFieldCases } from "../../../bench/reading/measure_field_cases.ts";
import { pictureReader } from "../../../bench/reading/picture_reader.ts";
import { measureNonDigits } from "../../../bench/reading/measure_non_digits.ts";
import { answerOf, fakeModel } from "../../support/fake_model.ts";
import { digits } from "../../support/written_digits.ts";

await initBackend("wasm");
const quiet = (): void => {};
const { model: one } = fakeModel(() => answerOf(1, 0.999, 0.0005));
const { model: none } = fakeModel(() => answerOf(1, 0.0005, 0.999));

Deno.test("measureFieldCases() counts what is read rightly: nothing but empty fields without a digit", async () => {
  const [count, rng] = [2, rngFromSeed(1)];
  const { shares, judged } = await measureFieldCases(
    pictureReader(none),
    digits,
    count,
    rng,
    quiet,
  );
  assertEquals(Object.keys(shares), [...fieldKinds]);
  const empty = [0, 1].filter((i) => {
    return fieldCase("comb", digits, rng.stream("comb").fork(i)).text === "";
  });
  for (const kind of fieldKinds) {
    if (kind === "filling") continue; // a single digit is read, however little the model thinks of it
    assertEquals(shares[kind], kind === "comb" ? empty.length / count : 0, kind);
  }
  assertEquals(judged.length, count * fieldKinds.length);
  assertEquals(certaintyOf(judged).whenSure, { images: 0, right: 0 });
});

Deno.test("measureFieldCases() notices a reader that is sure and wrong", async () => {
  const { shares, judged } = await measureFieldCases(
    pictureReader(one),
    digits,
    2,
    rngFromSeed(2),
    quiet,
  );
  const { whenSure, points } = certaintyOf(judged);
  assertGreater(whenSure.images, 0);
  assertLess(whenSure.right, whenSure.images);
  assertEquals(points.length, 2);
  assertEquals(shares.date, 0);
});

Deno.test("measureNonDigits() gives the share of images on which a digit is read for sure", async () => {
  const strict = await measureNonDigits(pictureReader(none), 2, rngFromSeed(1), quiet);
  assertEquals(Object.keys(strict), [...kindsWithoutDigits]);
  assert(Object.values(strict).every((share) => share === 0));
  const careless = await measureNonDigits(pictureReader(one), 2, rngFromSeed(1), quiet);
  assertEquals(careless.blank, 0);
  assertGreater(careless.letters, 0);
});
