/** Progress in a notebook.
 *
 * @module
 */

import { type Display, sendDisplay } from "./send_display.ts";
import { escapeHtml } from "../../base/escape_html.ts";
import type { Progress } from "../jupyter/progress_output.ts";
import { Throttle } from "./throttle.ts";

/** The least time between two updates of a progress display, in milliseconds. */
const interval = 200;

/** A progress display in a notebook. */
export interface ProgressDisplay {
  /** Shows the new state in place; may be called after every step. When the work is done the last
   * state stays.
   *
   * @param fraction how much is done, 0 to 1; 1 is shown at once
   * @param text one line: `epoch 1/2 · loss 0.12 · 98.9 % · 12 s left`
   * @throws {RangeError} if the fraction is outside 0 to 1
   */
  update(fraction: number, text: string): Promise<void>;
}

/** A progress bar with a line of text below the running cell of a notebook. It appears with its
 * first update. `deno task start` forwards the text to the terminal.
 *
 * In a notebook:
 * `for await (const m of fit(…)) await progress.update(m.step / steps, "loss " + m.loss)`.
 */
export function showProgress(): ProgressDisplay {
  const id = crypto.randomUUID();
  let update = false;
  const line = new Throttle<Progress>(async (progress) => {
    await sendDisplay(progressDisplay(progress), { id, update });
    update = true;
  }, interval);
  return {
    async update(fraction: number, text: string): Promise<void> {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new RangeError(`Cannot show progress ${fraction}: must be 0 to 1`);
      }
      await line.push({ fraction, text });
      if (fraction === 1) await line.flush();
    },
  };
}

/** A state of progress, as HTML, as text, and as metadata for the one who runs the notebook. */
export function progressDisplay(progress: Progress): Display {
  const { fraction, text } = progress;
  return {
    data: {
      "text/html": `<div style="display: flex; gap: 1em; align-items: center;">` +
        `<progress value="${fraction}" max="1"></progress>` +
        `<span style="font-variant-numeric: tabular-nums;">${escapeHtml(text)}</span></div>`,
      "text/plain": text,
    },
    metadata: { progress },
  };
}
