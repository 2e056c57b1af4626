import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";
import { certaintyFigure, certaintyOf } from "./reading/certainty.ts";
import { drawPages } from "./reading/draw_pages.ts";
import { labelledSamples } from "./reading/labelled_samples.ts";
import { measureCut } from "./reading/measure_cut.ts";
import { measureFieldCases } from "./reading/measure_field_cases.ts";
import { measureNonDigits } from "./reading/measure_non_digits.ts";
import { measurePages } from "./reading/measure_pages.ts";
import { measurePeers } from "./reading/measure_peers.ts";
import { measureSamples } from "./reading/measure_samples.ts";
import { peerStarts } from "./reading/peers/peer_starts.ts";
import { loneReaders } from "./reading/lone_readers.ts";
import { pictureReader } from "./reading/picture_reader.ts";
import { readingTable } from "./reading/reading_table.ts";
import { targets } from "./reading/targets.ts";
import { timeLine } from "./reading/time_line.ts";
import { timePage } from "./reading/time_page.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** How many synthetic photographs of each kind and difficulty, pictures from the field of each kind, images
 * without digits of each kind, and tightly cut digits of each size. */
const counts = { pages: 40, fields: 40, blanks: 100, cut: 500 } as const;

/** How well and how fast images are read, by us and by peers on the same images.
 *
 * Digits of synthetic photographs come from the 5,000 of the training images that no model learns
 * from. Photographs of cheque amounts are measured where there are some: they are not part of the
 * project.
 *
 * @param options.samples a folder with images and `labels.tsv`: a head, then a file's name and what
 * it says in each line
 * @returns the numbers, which also go to `results/reading.json`, and as a picture of how far confidence holds to
 *   `results/risk_coverage.svg`
 */
export async function benchReading(
  { samples, folder }: {
    readonly samples?: string;
    readonly folder?: string;
  } = {},
): Promise<Measured> {
  const backend = await initBackend();
  const model = await loadHandwritingModel(folder);
  const lineReader = await loadLineReader();
  const read = pictureReader(model, lineReader);
  const alone = loneReaders(model, lineReader);
  const { train } = await loadMnist();
  const rng = rngFromSeed(1);
  const [forPages, forBlanks, forPage, forFields] = [0, 1, 2, 3].map((i) => rng.fork(i));
  // The images that the shipped handwriting model never learned.
  const { validation } = profileSplit(profileNamed("handwriting"), train);
  const photographs = samples === undefined ? null : await labelledSamples(samples);
  // First, as a command finds the memory: a heap of a thousand pages makes each a sixth slower.
  const times = {
    page: await timePage(read, validation, forPage),
    line: await timeLine(read, validation, forPage),
  };
  const pages = await measurePages(read, alone, validation, counts.pages, forPages);
  const fieldCases = await measureFieldCases(read, validation, counts.fields, forFields);
  const samplesRead = photographs && await measureSamples(read, alone, photographs);
  const judged = {
    photographs: pages.judged,
    fields: fieldCases.judged,
    cheques: samplesRead && samplesRead.judged,
  };
  const results = {
    cheques: samplesRead && samplesRead.score,
    synthetic: pages.shares,
    fields: fieldCases.shares,
    certainty: {
      photographs: certaintyOf(judged.photographs),
      fields: certaintyOf(judged.fields),
      cheques: judged.cheques && certaintyOf(judged.cheques),
    },
    cut: await measureCut(read, validation, counts.cut),
    falselyRead: await measureNonDigits(read, counts.blanks, forBlanks),
    ...times,
    ablation: { cheques: samplesRead && samplesRead.ablation, synthetic: pages.ablation },
    peers: await measurePeers(photographs, (kind, difficulty) => {
      return drawPages(validation, kind, difficulty, counts.pages, forPages);
    }, peerStarts),
  };
  const path = projectPath("bench", "results", "risk_coverage.svg");
  await writeAtomic(path, await renderSvg(certaintyFigure(judged)));
  const content = { backend, target: targets, ...results };
  return { table: readingTable(results), results: await writeResults("reading", content) };
}
