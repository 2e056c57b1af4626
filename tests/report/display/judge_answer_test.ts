import { assertEquals, assertStringIncludes } from "../../support/assert.ts";
import fc from "fast-check";
import { judgeAnswer } from "@lib/report/display/judge_answer.ts";

const four = {
  isRight: (answer: number) => answer === 4,
  hints: [
    [(answer: number) => answer < 0, "it is above zero"],
    [(answer: number) => answer < 3, "it is above two"],
  ],
  lesson: "Two and two.",
} as const;

Deno.test("judgeAnswer() leaves a gap open, whatever kind of nothing it holds", () => {
  for (const nothing of [undefined, null, NaN, "", []]) {
    const { state, text } = judgeAnswer<unknown>(nothing, { isRight: () => true, lesson: "" });
    assertEquals(state, "open");
    assertStringIncludes(text, "Fill the gap");
  }
});

Deno.test("judgeAnswer() tells the lesson of the right answer alone", () => {
  fc.assert(fc.property(fc.integer(), (answer) => {
    const { state, text } = judgeAnswer(answer, four);
    assertEquals(state, answer === 4 ? "right" : "wrong");
    assertEquals(text.includes("Two and two."), answer === 4);
  }));
});

Deno.test("judgeAnswer() gives the first hint that fits, else the answer itself", () => {
  assertEquals(judgeAnswer(-1, four).text, "Not yet: it is above zero");
  assertEquals(judgeAnswer(1, four).text, "Not yet: it is above two");
  assertStringIncludes(judgeAnswer(1234.5678, four).text, "found 1235. Try again");
  const odd = { ...four, isRight: () => false, hints: [] };
  assertStringIncludes(judgeAnswer<unknown>({ a: 1 }, odd).text, "found something else.");
  assertStringIncludes(judgeAnswer<unknown>("word ".repeat(99), odd).text, "word…");
});

Deno.test("judgeAnswer() does not throw where its exercise does", () => {
  const throws = (): boolean => {
    throw new TypeError("no such shape");
  };
  const { state } = judgeAnswer(1, { isRight: throws, hints: [[throws, "never"]], lesson: "" });
  assertEquals(state, "wrong");
});
