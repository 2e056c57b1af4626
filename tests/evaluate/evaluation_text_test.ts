import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { type EvaluationNumbers, evaluationText } from "@lib/evaluate/evaluation_text.ts";
import { accuracyInterval } from "@lib/evaluate/interval.ts";

function numbersOf(confusion: number[][]): EvaluationNumbers {
  const total = confusion.flat().reduce((a, b) => a + b);
  const right = confusion.reduce((sum, row, digit) => sum + row[digit], 0);
  return { ...classMetrics(confusion), interval: accuracyInterval(right, total), confusion };
}

Deno.test("evaluationText() aligns scores, confusions and pairs", () => {
  const text = evaluationText(numbersOf([[990, 10], [0, 1000]]));
  assertEquals(
    text,
    `
Accuracy 99.50 %: 1,990 of 2,000 images read rightly, 95 % interval 99.08 % to 99.73 %

digit     precision    recall       F1  support
0          100.00 %   99.00 %  99.50 %    1,000
1           99.01 %  100.00 %  99.50 %    1,000
macro       99.50 %   99.50 %  99.50 %    2,000
micro       99.50 %   99.50 %  99.50 %    2,000
weighted    99.50 %   99.50 %  99.50 %    2,000

Confusion matrix: rows are true digits, columns predicted ones
     0     1
0  990    10
1    ·  1000

Most often confused
  0 read as 1: 10`.trimStart(),
  );
});

Deno.test("evaluationText() names five confusions at most, and says so where there is none", () => {
  const even = Array.from({ length: 10 }, () => new Array<number>(10).fill(1));
  assertEquals(evaluationText(numbersOf(even)).match(/read as/g)?.length, 5);
  const perfect = evaluationText(numbersOf([[3, 0], [0, 4]]));
  assertStringIncludes(perfect, "No digit is read as another.");
  assert(!perfect.includes("Most often"));
});
