import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { pageWithoutDigits } from "../../../bench/pages/page_without_digits.ts";
import { writtenPage } from "../../../bench/pages/written_page.ts";
import { answerOf, fakeModel } from "../../support/fake_model.ts";
import { assert, assertEquals } from "../../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist("package")).train);
const lineReader = await loadLineReader();
const { model: blind } = fakeModel(() => answerOf(1, 0.0005, 0.999));

Deno.test("a line that the line reader is plainly sure of is a number, whatever its cuts look like", async () => {
  let read = 0;
  for (let i = 0; i < 12; i++) {
    const { image, text } = writtenPage(validation, "line", "scan", rngFromSeed(81).fork(i));
    assertEquals((await readImage(blind, image)).text, "");
    const { text: plain } = await readImage(blind, image, { lineReader });
    if (plain !== "") read++;
    if (plain !== "") assertEquals(plain.length, text.length, `${i}`);
  }
  assert(read >= 6, `${read} of 12`);
});

Deno.test("letters that the cuts take for none stay unread", async () => {
  for (let i = 0; i < 12; i++) {
    const letters = pageWithoutDigits("letters", rngFromSeed(82).fork(i));
    assertEquals((await readImage(blind, letters, { lineReader })).text, "", `${i}`);
  }
});
