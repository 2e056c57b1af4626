import { batchSizes, learningRates, networkNames } from "./choices.ts";
import type { RunSettings } from "./run_settings.ts";
import type { TrainerSetup } from "./trainer_setup.ts";

/** The sliders of a trainer, its button, and the line that says how things stand. */
export class Controls {
  readonly #page: HTMLElement;
  readonly #sliders: readonly HTMLInputElement[];
  readonly #button: HTMLButtonElement;

  constructor(page: HTMLElement, setup: TrainerSetup) {
    this.#page = page;
    this.#sliders = [...page.querySelectorAll<HTMLInputElement>("input[type=range]")];
    this.#button = page.querySelector("button")!;
    const words = [learningRates, batchSizes, networkNames(setup)];
    for (const [i, slider] of this.#sliders.entries()) {
      const show = (): void => {
        const value = String(words[i][slider.valueAsNumber]);
        slider.setAttribute("aria-valuetext", value);
        slider.parentElement!.querySelector("output")!.textContent = value;
      };
      slider.addEventListener("input", show);
      show(); // a browser keeps what was set before the page was loaded again
    }
  }

  /** What the sliders say. */
  settings(): RunSettings {
    const [rate, batch, network] = this.#sliders.map(({ valueAsNumber }) => valueAsNumber);
    return { learningRate: learningRates[rate], batchSize: batchSizes[batch], network };
  }

  /** Calls `press` whenever the button is pressed. */
  onPress(press: () => void): void {
    this.#button.addEventListener("click", press);
  }

  /** The button says what it does: begin or end a run. The sliders are for the next run. */
  toggle(isTraining: boolean): void {
    this.#button.disabled = false;
    this.#button.textContent = isTraining ? "Stop" : "Train";
    this.#page.classList.toggle("training", isTraining);
    if (!isTraining) this.progress(0);
  }

  /** @param share of the run that is done, 0 to 1 */
  progress(share: number): void {
    this.#page.querySelector("progress")!.value = share;
  }

  /** Says how things stand, to those who listen too.
   *
   * @param ending of the run, for the style sheet; none where none has ended */
  say(words: string, ending = ""): void {
    const line = this.#page.querySelector<HTMLElement>(".state")!;
    line.textContent = words;
    line.dataset.ending = ending;
  }
}
