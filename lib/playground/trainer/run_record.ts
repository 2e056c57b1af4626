import type { ChartPoint } from "./chart.ts";
import type { RunNews } from "./run_news.ts";
import type { RunSettings } from "./run_settings.ts";

/** How many points a loss curve has at most. */
const mostPoints = 160;

/** A run of this visit, as far as it got. */
export class RunRecord {
  readonly settings: RunSettings;
  /** Of each step. */
  readonly losses: number[] = [];
  /** Of the held-out images, by epochs done. */
  readonly accuracies: ChartPoint[] = [];
  /** How it ended; nothing while it runs. */
  ending?: "done" | "stopped" | "diverged" | "failed";
  /** From the button to the last news. */
  seconds = 0;
  /** How many steps it has; 0 before the first. */
  steps = 0;
  readonly #epochs: number;
  readonly #began = performance.now();

  /** @param epochs how many it has */
  constructor(settings: RunSettings, epochs: number) {
    this.settings = settings;
    this.#epochs = epochs;
  }

  /** Takes news in. */
  add(news: readonly RunNews[]): void {
    this.seconds = (performance.now() - this.#began) / 1000;
    for (const each of news) {
      if (each.kind === "step") {
        this.losses.push(each.loss);
        this.steps = each.steps;
      } else {
        this.accuracies.push([this.#epochs * each.step / this.steps, each.accuracy]);
      }
    }
  }

  /** The share of the held-out images that was read rightly at last; nothing before the first score. */
  get accuracy(): number | undefined {
    return this.accuracies.at(-1)?.[1];
  }

  /** The mean loss of the last steps. */
  get loss(): number | undefined {
    return this.curve().at(-1)?.[1];
  }

  /** The losses by epochs done, each point the mean of as many steps: one alone jumps about. */
  curve(): ChartPoint[] {
    const size = Math.max(1, Math.ceil(this.steps / mostPoints));
    const points: ChartPoint[] = [];
    for (let first = 0; first < this.losses.length; first += size) {
      const some = this.losses.slice(first, first + size);
      const mean = some.reduce((sum, loss) => sum + loss, 0) / some.length;
      points.push([this.#epochs * (first + some.length) / this.steps, mean]);
    }
    return points;
  }
}
