/** What a course says of an answer to one of its exercises.
 *
 * @module
 */

/** What is wanted of an answer, and what to say of others. */
export interface Exercise<Answer> {
  /** Whether the answer is right. */
  readonly isRight: (answer: Answer) => boolean;
  /** Likely mistakes, each with what helps whoever made it; of those that fit, the first is said. */
  readonly hints?: readonly (readonly [isMistake: (answer: Answer) => boolean, hint: string])[];
  /** What a right answer shows: a sentence or two. */
  readonly lesson: string;
}

/** What there is to say of an answer. */
export interface Verdict {
  /** `open`: the gap is still as it was, or empty. */
  readonly state: "open" | "right" | "wrong";
  /** One line, as plain text. */
  readonly text: string;
}

/** Judges an answer, in words that help with the next try. It never throws, so that a notebook runs
 * from top to bottom with its exercises unsolved.
 *
 * @param answer a gap that was not filled in is `undefined`, `null`, `NaN`, an empty text or list
 * @param exercise what is wanted; one of its functions that throws counts as false
 *
 * @example
 * ```ts
 * import { judgeAnswer } from "@lib/report/display/judge_answer.ts";
 * import { deepStrictEqual } from "node:assert";
 * const half = {
 *   isRight: (share: number) => share === 0.5,
 *   hints: [[(share: number) => share === 50, "a share is at most 1"]],
 *   lesson: "Half of the images.",
 * } as const;
 * const states = [NaN, 50, 0.5].map((answer) => judgeAnswer(answer, half).state);
 * deepStrictEqual(states, ["open", "wrong", "right"]);
 * ```
 */
export function judgeAnswer<Answer>(answer: Answer, exercise: Exercise<Answer>): Verdict {
  const { isRight, hints = [], lesson } = exercise;
  if (isEmpty(answer)) {
    return {
      state: "open",
      text: "Not answered yet. Fill the gap in the cell above, run it, then run this one again.",
    };
  }
  if (holds(isRight, answer)) return { state: "right", text: `Right. ${lesson}` };
  const hint = hints.find(([isMistake]) => holds(isMistake, answer))?.[1];
  return {
    state: "wrong",
    text: hint === undefined
      ? `Not yet: found ${shown(answer)}. Try again, or open the solution below.`
      : `Not yet: ${hint}`,
  };
}

function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === null || Number.isNaN(answer)) return true;
  return (typeof answer === "string" || Array.isArray(answer)) && answer.length === 0;
}

function holds<Answer>(condition: (answer: Answer) => boolean, answer: Answer): boolean {
  try {
    return condition(answer);
  } catch {
    return false; // An answer of a shape that nobody thought of.
  }
}

/** The answer in short. */
function shown(answer: unknown): string {
  if (typeof answer === "number") return String(Number(answer.toPrecision(4)));
  const text = typeof answer === "object" ? "something else" : String(answer);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
