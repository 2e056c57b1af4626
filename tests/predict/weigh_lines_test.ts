import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readColumns } from "@lib/model/read_columns.ts";
import { cutLines } from "@lib/predict/cut_lines.ts";
import { lineInks } from "@lib/predict/line_inks.ts";
import { weighLines } from "@lib/predict/weigh_lines.ts";
import { weighReadings } from "@lib/predict/weigh_readings.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { writtenPage } from "../../bench/pages/written_page.ts";
import { assert, assertEquals } from "../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist()).train);
const [model, lineReader] = [await loadHandwritingModel(), await loadLineReader()];

Deno.test("weighLines() reads in fewer sizes what it would read in all sizes", async () => {
  let [inAll, count] = [0, 0];
  for (let i = 0; i < 24; i++) {
    const kind = i % 2 === 0 ? "line" : "touching";
    const { image } = writtenPage(validation, kind, "photo", rngFromSeed(61).fork(i));
    const { lines, height } = await cutLines(model, findWriting(image));
    const weighed = await weighLines(lines, height, { lineReader });
    for (const [k, line] of lines.entries()) {
      const columns = await readColumns(lineReader, lineInks(line.marks, height));
      const [best] = weighReadings({ ...line, columns }, height);
      assertEquals(weighed[k]![0].text, best.text, `${i}`);
      inAll += Number(weighed[k]![0].odds === best.odds);
      count++;
    }
  }
  assert(inAll < count / 2, `${inAll} of ${count} in all sizes`);
});

Deno.test("weighLines() weighs nothing without a line reader", async () => {
  const { image } = writtenPage(validation, "line", "scan", rngFromSeed(62));
  const { lines, height } = await cutLines(model, findWriting(image));
  assertEquals(await weighLines(lines, height, {}), lines.map(() => undefined));
});
