import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import { type CutLine, cutLines } from "@lib/predict/cut_lines.ts";
import { weighLines } from "@lib/predict/weighing/weigh_lines.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { type PageKind, writtenPage } from "../../bench/pages/written_page.ts";
import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist()).train);
const [model, lineReader] = [await loadHandwritingModel(), await loadLineReader()];
const kinds: readonly PageKind[] = ["line", "touching", "form"];

/** The digits of a line by its cuts, and where they are. */
function digitsOf(
  { cut, found, scores }: CutLine,
  height: number,
): { digit: number; confidence: number; box: unknown }[] {
  return bestPath(cut, found, scores, height).map((i) => {
    const { digit, confidence } = scores[i];
    return { digit, confidence, box: found[i].box };
  });
}

Deno.test("cutLines() of lines whose way of reading is known asks less, and they read the same", async () => {
  let [few, all] = [0, 0];
  for (let i = 0; i < 9; i++) {
    const page = writtenPage(validation, kinds[i % 3], "scan", rngFromSeed(64).fork(i));
    const writing = findWriting(page.image);
    const whole = await cutLines(model, writing);
    for (const options of [{}, { lineReader }, { lineReader, length: 7 }]) {
      const { lines, height } = await cutLines(model, writing, options);
      const weighed = await weighLines(lines, height, options);
      const wanted = await weighLines(whole.lines, height, options);
      assertEquals(lines.length, whole.lines.length);
      lines.forEach((line, k) => {
        few += line.found.length;
        all += whole.lines[k].found.length;
        const [own, other] = [line, whole.lines[k]].map((one) => digitsOf(one, height));
        assertEquals(
          own.map(({ digit, box }) => ({ digit, box })),
          other.map(({ digit, box }) => ({ digit, box })),
        );
        own.forEach(({ confidence }, at) =>
          assertAlmostEquals(confidence, other[at].confidence, 1e-6)
        );
        assertEquals(weighed[k]?.map(({ text }) => text), wanted[k]?.map(({ text }) => text));
      });
    }
  }
  assert(few < 0.8 * all, `${few} of ${all}`);
});
