import { assert, assertEquals } from "../support/assert.ts";
import { subset } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { checkLabelErrors, type LabelError } from "@lib/evaluate/label_errors.ts";
import list from "@lib/evaluate/mnist_label_errors.json" with { type: "json" };

const { test, train } = await loadMnist();
const errors: readonly LabelError[] = list.errors;

Deno.test("checkLabelErrors() counts a reader of the true digits as right where people agree", () => {
  const truth = test.labels.slice();
  for (const { index, right } of errors) truth[index] = right ?? 10;
  const { without, corrected } = checkLabelErrors(test, truth)!;
  assertEquals([without.right, without.images], [9985, 9985]);
  assertEquals([corrected.right, corrected.images], [9995, 9995]);
  assertEquals(corrected.accuracy, 1);
});

Deno.test("checkLabelErrors() leaves a mistake elsewhere a mistake", () => {
  const read = test.labels.map((label, index) => index === 3 ? (label + 1) % 10 : label);
  const { without, corrected, source } = checkLabelErrors(test, read)!;
  assertEquals([without.right, without.images], [9984, 9985]);
  assertEquals([corrected.right, corrected.images], [9984, 9995]);
  assert(without.interval[0] < without.accuracy && without.accuracy < without.interval[1]);
  assert(source.includes("https://arxiv.org/abs/2103.14749"));
});

Deno.test("the list gives MNIST's own labels, and other digits for them, each image once", () => {
  for (const { index, given, right } of errors) {
    assertEquals(test.labels[index], given);
    assert(right === undefined || (right !== given && right >= 0 && right <= 9));
  }
  assertEquals(new Set(errors.map(({ index }) => index)).size, 15);
});

Deno.test("checkLabelErrors() says nothing of other images", () => {
  const first = subset(train, Array.from({ length: 10_000 }, (_, index) => index));
  assertEquals(checkLabelErrors(first, first.labels), undefined);
  const few = subset(test, [0, 1, 2]);
  assertEquals(checkLabelErrors(few, few.labels), undefined);
});
