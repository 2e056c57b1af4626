import type { LayersModel } from "../../backend/layers_model.ts";
import { rngFromSeed } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { Severity } from "../../evaluate/corruptions/corruption.ts";
import { type CorruptionScores, scoreCorruptions } from "../../evaluate/score_corruptions.ts";
import { terminalProgress, type Update } from "../cli/progress.ts";

/** Scores models on corrupted images, with progress on stderr. */
export async function corruptionsWithProgress(
  models: readonly LayersModel[],
  test: Dataset,
  { severity, seed = 1 }: { severity: Severity | undefined; seed: number | undefined },
): Promise<CorruptionScores> {
  const work = (update: Update): Promise<CorruptionScores> =>
    scoreCorruptions(models, test, {
      rng: rngFromSeed(seed).stream("corruptions"),
      onProgress: update,
      ...(severity !== undefined && { severity }),
    });
  return (await terminalProgress().run("corruptions", work)).result;
}
