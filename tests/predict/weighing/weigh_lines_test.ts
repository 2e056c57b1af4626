import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readColumns } from "@lib/model/read_columns.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import { cutLines } from "@lib/predict/cut_lines.ts";
import { lineInks } from "@lib/predict/weighing/line_inks.ts";
import { weighLines } from "@lib/predict/weighing/weigh_lines.ts";
import { weighReadings } from "@lib/predict/weighing/weigh_readings.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { writtenPage } from "../../../bench/pages/written_page.ts";
import { assert, assertEquals } from "../../support/assert.ts";

await initBackend();
const { validation } = profileSplit(profileNamed("lines"), (await loadMnist()).train);
const [model, lineReader] = [await loadHandwritingModel(), await loadLineReader()];

Deno.test("weighLines() reads in fewer sizes, or by plain marks, what it would read in all sizes", async () => {
  let [inAll, byMarks] = [0, 0];
  for (let i = 0; i < 24; i++) {
    const kind = i % 2 === 0 ? "line" : "touching";
    const { image } = writtenPage(validation, kind, "photo", rngFromSeed(61).fork(i));
    const { lines, height } = await cutLines(model, findWriting(image));
    const weighed = await weighLines(lines, height, { lineReader });
    for (const [k, line] of lines.entries()) {
      const columns = await readColumns(lineReader, lineInks(line.marks, height));
      const [best] = weighReadings({ ...line, columns }, height);
      const byCuts = bestPath(line.cut, line.found, line.scores, height);
      const text = weighed[k]?.[0].text ?? byCuts.map((one) => line.scores[one].digit);
      assertEquals(text, best.text, `${i}`);
      inAll += Number(weighed[k]?.[0].odds === best.odds);
      byMarks += Number(weighed[k] === undefined);
    }
  }
  assert(inAll < 16 && byMarks > 4, `${inAll} in all sizes, ${byMarks} by marks`);
});

Deno.test("weighLines() weighs even plain lines where something is known of them", async () => {
  for (let i = 0; i < 6; i++) {
    const { image, text } = writtenPage(validation, "line", "scan", rngFromSeed(63).fork(i));
    const { lines, height } = await cutLines(model, findWriting(image));
    const length = text.length + 1;
    const weighed = await weighLines(lines, height, { lineReader, length });
    assert(weighed.every((readings) => readings !== undefined), `${i}`);
  }
});

Deno.test("weighLines() weighs nothing without a line reader", async () => {
  const { image } = writtenPage(validation, "line", "scan", rngFromSeed(62));
  const { lines, height } = await cutLines(model, findWriting(image));
  assertEquals(await weighLines(lines, height, {}), lines.map(() => undefined));
});
