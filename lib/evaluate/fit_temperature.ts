/** Temperature scaling.
 *
 * @module
 */

/** The range that is searched. */
const coldest = 0.05;
const hottest = 20;

/** What a classifier said of some images, and what is right. */
export interface Judged {
  /** `[n × classes]`, image by image the probability of each class, 0 to 1. */
  readonly probabilities: Float32Array;
  /** `[n]`, the right class of each image. */
  readonly labels: Uint8Array;
}

/** The temperature at which a classifier's confidence means what it says: logits divided by it give
 * the least cross-entropy (Guo et al., 2017, https://arxiv.org/abs/1706.04599, section 4.2).
 *
 * @param judged images that the classifier was not trained on, at least one
 * @returns 0.05 to 20; above 1 where the classifier is too sure of itself
 * @throws {RangeError} if the numbers of probabilities and labels do not go together
 *
 * @example
 * ```ts
 * import { fitTemperature } from "@lib/evaluate/fit_temperature.ts";
 * import { strictEqual } from "node:assert";
 * const probabilities = Float32Array.of(0.99, 0.01, 0.99, 0.01, 0.99, 0.01, 0.99, 0.01);
 * const labels = Uint8Array.of(0, 0, 0, 1); // sure at 99 %, right at 75 %
 * const temperature = fitTemperature({ probabilities, labels });
 * strictEqual(temperature.toFixed(2), "4.18"); // ln 99 / ln 3: far too sure of itself
 * ```
 */
export function fitTemperature({ probabilities, labels }: Judged): number {
  const classes = probabilities.length / labels.length;
  if (labels.length === 0 || !Number.isInteger(classes)) {
    throw new RangeError(
      `Cannot fit a temperature: found ${probabilities.length} probabilities for ` +
        `${labels.length} images, wanted as many for each, and an image at least`,
    );
  }
  // Up to a constant for each image, these are the logits.
  const logits = probabilities.map((share) => Math.log(Math.max(share, 1e-38)));
  const loss = (log: number): number => crossEntropy(logits, labels, Math.exp(log));
  return Math.exp(leastPlace(loss, Math.log(coldest), Math.log(hottest)));
}

/** Mean cross-entropy in nats. */
function crossEntropy(logits: Float32Array, labels: Uint8Array, temperature: number): number {
  const classes = logits.length / labels.length;
  let total = 0;
  for (const [i, label] of labels.entries()) {
    const start = i * classes;
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) highest = Math.max(highest, logits[start + k]);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp((logits[start + k] - highest) / temperature);
    total += Math.log(sum) - (logits[start + label] - highest) / temperature;
  }
  return total / labels.length;
}

/** Where a function with a single dip is least, to a thousandth: golden-section search
 * (Kiefer, 1953, https://doi.org/10.2307/2032161). */
function leastPlace(of: (place: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [atA, atB] = [of(a), of(b)];
  while (high - low > 1e-3) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - golden * (high - low);
      atA = of(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + golden * (high - low);
      atB = of(b);
    }
  }
  return (low + high) / 2;
}
