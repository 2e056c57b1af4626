import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { resample } from "@lib/image/resample.ts";
import { beamSearch } from "@lib/backend/ctc/beam_search.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readColumns } from "@lib/model/read_columns.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { syntheticLine } from "@lib/preprocess/handwriting/line/synthetic_line.ts";
import { writingOf } from "@lib/preprocess/writing/writing.ts";
import { writtenPage } from "../../bench/pages/written_page.ts";
import { assert, assertEquals, assertRejects } from "../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist()).train);
const [model, lineReader] = [await loadHandwritingModel(), await loadLineReader()];

function line(seed: number, i: number): { ink: InkImage; text: string } {
  const { ink, labels } = syntheticLine(validation, i, rngFromSeed(seed).fork(i), 144);
  return { ink, text: labels.join("") };
}

Deno.test("the line reader reads three of four lines that it never saw, each in one go", async () => {
  const lines = Array.from({ length: 200 }, (_, i) => line(41, i));
  const columns = await readColumns(lineReader, lines.map(({ ink }) => ink));
  const right = lines.filter(({ text }, i) => {
    return beamSearch(columns[i], 11, 1)[0].labels.join("") === text;
  });
  assert(right.length >= 140, `${right.length} of 200`);
});

Deno.test("both readers together read more touching digits than the cuts alone, and say what else they may be", async () => {
  const right = { cuts: 0, both: 0 };
  for (let i = 0; i < 30; i++) {
    const { image, text } = writtenPage(validation, "touching", "photo", rngFromSeed(44).fork(i));
    const cuts = await readImage(model, image);
    const both = await readImage(model, image, { lineReader });
    right.cuts += Number(cuts.text === text);
    right.both += Number(both.text === text);
    for (const { digits, confidence, alternatives = [] } of both.lines) {
      const odds = alternatives.map((one) => one.odds);
      assertEquals([...odds].sort((a, b) => b - a), odds);
      const sum = odds.reduce((total, one) => total + one, confidence);
      assert(sum <= 1 + 1e-6, `${sum}`);
      for (const digit of digits) assert(digit.confidence >= confidence - 1e-6);
    }
  }
  assert(right.both > right.cuts, JSON.stringify(right));
});

Deno.test("a line that is known to have so many digits is read with as many", async () => {
  let fitting = 0;
  for (let i = 0; i < 20; i++) {
    const { ink, text } = line(43, i);
    const page = writingOf(resample(ink, 3 * ink.width, 3 * ink.height));
    const [free] = await readLines(model, page, { lineReader });
    const [known] = await readLines(model, page, { lineReader, length: text.length });
    if (free === undefined || known.digits.length === 0) continue;
    fitting += Number(known.digits.length === text.length);
    if (free.digits.length === text.length) assertEquals(known.digits.length, text.length);
  }
  assert(fitting >= 12, `${fitting}`);
});

Deno.test("loadLineReader() refuses a model of digits", async () => {
  await assertRejects(
    () => loadLineReader(projectPath("data", "model")),
    TypeError,
    "--profile lines",
  );
});
