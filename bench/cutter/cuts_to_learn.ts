import { rngFromSeed } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { bytesPerView } from "./candidate_view.ts";
import { drawCuts, type DrawnCut } from "./draw_cuts.ts";
import { nonDigitsLearned } from "./limits.ts";

/** Draws labelled candidates, chunk by chunk, without end: of each line its digits, and of the many candidates that
 * are none so many as keep their share, picked at random. No line is drawn twice.
 *
 * @param dataset whose digits are written
 * @param seed decides everything
 * @param chunk how many candidates a chunk has
 * @returns views and labels in random order
 */
export function* cutsToLearn(dataset: Dataset, seed: number, chunk: number): Generator<Dataset> {
  const rng = rngFromSeed(seed);
  const order = rng.stream("order").permutation(dataset.size);
  const wanted = Math.round(chunk * nonDigitsLearned);
  for (let line = 0;;) {
    const [digits, others]: [DrawnCut[], DrawnCut[]] = [[], []];
    for (; digits.length < chunk - wanted || others.length < wanted; line++) {
      const own = rng.stream("line").fork(line);
      const cuts = drawCuts(dataset, order[line % order.length], own);
      digits.push(...cuts.filter(({ label }) => label !== nonDigitClass));
      const rest = cuts.filter(({ label }) => label === nonDigitClass);
      const share = wanted / (chunk - wanted);
      const missing = Math.max(0, Math.round(digits.length * share) - others.length);
      const picked = own.permutation(rest.length).subarray(0, missing);
      others.push(...Array.from(picked, (i) => rest[i]));
    }
    const cuts = [...digits.slice(0, chunk - wanted), ...others.slice(0, wanted)];
    const shuffled = rng.stream("chunk").fork(line).permutation(chunk);
    const images = new Uint8Array(chunk * bytesPerView);
    const labels = new Uint8Array(chunk);
    shuffled.forEach((from, to) => {
      images.set(cuts[from].view(), to * bytesPerView);
      labels[to] = cuts[from].label;
    });
    yield { images, labels, size: chunk };
  }
}
