import type { LayersModel } from "../../backend/layers_model.ts";
import { rngFromSeed } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { Severity } from "../../evaluate/corruptions/corruption.ts";
import { type CorruptionScores, scoreCorruptions } from "../../evaluate/score_corruptions.ts";
import { terminalProgress } from "../cli/progress.ts";

/** Scores models on corrupted images, with progress on stderr. */
export async function corruptionsWithProgress(
  models: readonly LayersModel[],
  test: Dataset,
  { severity, seed = 1 }: { severity: Severity | undefined; seed: number | undefined },
): Promise<CorruptionScores> {
  const progress = terminalProgress();
  const work = (): Promise<CorruptionScores> =>
    scoreCorruptions(models, test, {
      rng: rngFromSeed(seed).stream("corruptions"),
      onProgress: (fraction, next) => progress.update(fraction, next),
      ...(severity !== undefined && { severity }),
    });
  return (await progress.run("corruptions", work)).result;
}
