import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { writtenPage } from "../../../bench/pages/written_page.ts";
import { loneReaders } from "../../../bench/reading/lone_readers.ts";
import { answerOf, fakeModel } from "../../support/fake_model.ts";
import { assert, assertEquals } from "../../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist("package")).train);
const lineReader = await loadLineReader();
const alone = loneReaders(await loadHandwritingModel(), lineReader);
const { model: blind } = fakeModel(() => answerOf(1, 0.0005, 0.999));

Deno.test("each reader reads plain lines by itself, the line reader whatever the cuts say", async () => {
  const right = { cuts: 0, line: 0, uncut: 0 };
  for (let i = 0; i < 12; i++) {
    const { image, text } = writtenPage(validation, "line", "scan", rngFromSeed(71).fork(i));
    right.cuts += Number(await alone.cuts(image) === text);
    right.line += Number(await alone.line(image) === text);
    right.uncut += Number(await loneReaders(blind, lineReader).line(image) === text);
    assertEquals(await loneReaders(blind, lineReader).cuts(image), "");
  }
  assert(right.cuts >= 9 && right.line >= 9, JSON.stringify(right));
  assertEquals(right.uncut, right.line);
});

Deno.test("neither reads anything on bare paper", async () => {
  const paper = lightImage(300, 200, new Uint8Array(60_000).fill(240));
  assertEquals([await alone.cuts(paper), await alone.line(paper)], ["", ""]);
});
