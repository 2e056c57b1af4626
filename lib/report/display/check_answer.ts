/** Exercises in a notebook.
 *
 * @module
 */

import { escapeHtml } from "../../base/escape_html.ts";
import { type Exercise, judgeAnswer, type Verdict } from "./judge_answer.ts";
import { type Display, sendDisplay } from "./send_display.ts";

/** The stripe beside what is said of an answer: by colour, and the sign says it without. */
const looks: Readonly<
  Record<Verdict["state"], { readonly sign: string; readonly colour: string }>
> = {
  open: { sign: "…", colour: "#8a8a8a" },
  right: { sign: "✓", colour: "#1a7f4b" },
  wrong: { sign: "→", colour: "#b3541e" },
};

/** Says below the running cell of a notebook whether an answer is right, or what is still wrong with
 * it.
 *
 * In a notebook: `await checkAnswer(share, { isRight: (it) => it === 0.5, lesson: "Half of them." })`.
 *
 * @param answer the learner's; see `judgeAnswer` for what counts as none
 * @throws {Error} outside a notebook
 *
 * @example
 * ```ts
 * import { checkAnswer } from "@lib/report/display/check_answer.ts";
 * import { rejects } from "node:assert";
 * const exercise = { isRight: (answer: number) => answer === 4, lesson: "Two and two." };
 * await rejects(() => checkAnswer(4, exercise), /no Jupyter kernel/);
 * ```
 */
export async function checkAnswer<Answer>(
  answer: Answer,
  exercise: Exercise<Answer>,
): Promise<void> {
  await sendDisplay(verdictDisplay(judgeAnswer(answer, exercise)));
}

function verdictDisplay({ state, text }: Verdict): Display {
  const { sign, colour } = looks[state];
  return {
    data: {
      "text/html": `<p role="status" style="margin: 0.5em 0; padding: 0.4em 0.9em; ` +
        `border-left: 4px solid ${colour};"><b style="color: ${colour};">${sign}</b> ` +
        `${escapeHtml(text)}</p>`,
      "text/plain": `${sign} ${text}`,
    },
    metadata: { answer: { state } },
  };
}
