/** The trainer of a page, as `trainingPage` lays it out: a network learns MNIST in the page, with the settings
 * of the sliders. The same program runs in the page and in the worker that it starts.
 *
 * The way of a run: `controls.ts` has the settings, `worker_trainer.ts` sends them to the worker, or
 * `session.ts` trains in the page where no worker can be started; `training_run.ts` takes the steps,
 * `run_record.ts` keeps what they tell, `show_runs.ts` draws it.
 *
 * @module
 */

import { profileNamed } from "../../base/profile.ts";
import { thousands } from "../../base/format.ts";
import { unpack } from "../pad/unpack.ts";
import { Controls } from "./controls.ts";
import { RunRecord } from "./run_record.ts";
import { Session, type Trainer, type TrainerContent } from "./session.ts";
import { showCharts, showTable } from "./show_runs.ts";
import { wordsFor } from "./words.ts";
import { serveTrainer, WorkerTrainer } from "./worker_trainer.ts";

/** How a run goes in the page itself: short slices, so that it answers; fewer images, as drawing costs time. */
const inPage = { slice: 12, most: 10_000 };

const { epochs } = profileNamed("quick");

/** Makes the controls work. */
function start(page: HTMLElement, trainer: Trainer, controls: Controls): void {
  const runs: RunRecord[] = [];
  let isTraining = false;
  let isStopping = false;
  let isAsked = false;

  /** Draws once before the next picture is painted, whatever came until then. */
  const draw = (): void => {
    if (!isAsked) {
      requestAnimationFrame(() => {
        isAsked = false;
        showCharts(page, runs, epochs);
      });
    }
    isAsked = true;
  };

  const run = async (): Promise<void> => {
    const record = new RunRecord(controls.settings(), epochs);
    [isTraining, isStopping] = [true, false];
    runs.push(record);
    controls.toggle(true);
    controls.say(wordsFor(record));
    let failure: Error | undefined;
    try {
      await trainer.train(record.settings, (news) => {
        record.add(news);
        controls.progress(record.losses.length / record.steps);
        if (news.some(({ kind }) => kind === "score")) controls.say(wordsFor(record));
        draw();
      });
      record.ending = isStopping ? "stopped" : "done";
    } catch (error) {
      failure = error as Error;
      record.ending = failure.name === "DivergedError" ? "diverged" : "failed";
    }
    isTraining = false;
    controls.toggle(false);
    controls.say(wordsFor(record, failure), record.ending);
    showTable(page, runs);
    draw();
  };

  controls.onPress(() => {
    if (!isTraining) return void run();
    isStopping = true;
    trainer.stop();
  });
  new ResizeObserver(draw).observe(page.querySelector("svg")!);
  controls.toggle(false);
  page.classList.add("ready");
}

/** A trainer in a worker; in the page where no worker can be started. */
async function newTrainer(program: string, content: TrainerContent): Promise<[Trainer, string]> {
  try {
    const trainer = await WorkerTrainer.start(program, content);
    const words = `${thousands(trainer.images)} images are ready to be learned.`;
    return [trainer, words];
  } catch {
    const trainer = new Session(content, inPage);
    const words = "This browser starts no worker here, so the page itself trains, on " +
      `${thousands(trainer.images)} of its images only, and less well.`;
    return [trainer, words];
  }
}

/** Starts the trainer of the page.
 *
 * @param program the text of this script */
async function open(page: HTMLElement, program: string): Promise<void> {
  const setup = JSON.parse(document.querySelector("script.setup")!.textContent!);
  const controls = new Controls(page, setup);
  try {
    const [images, weights] = await Promise.all([unpack("images"), unpack("weights")]);
    const content = { setup, images, weights: new Float32Array(weights.buffer) };
    const [trainer, words] = await newTrainer(program, content);
    start(page, trainer, controls);
    controls.say(words);
  } catch (error) {
    controls.say(`The trainer cannot start here: ${error}`, "failed");
  }
}

if (typeof document === "undefined") {
  serveTrainer(self as unknown as Worker);
} else {
  open(document.querySelector<HTMLElement>(".trainer")!, document.currentScript!.textContent!);
}
