import { assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { findCsv } from "@lib/download/find_csv.ts";

Deno.test("findCsv() finds the files by their usual names", () => {
  const rng = rngFromSeed(1);
  const prefixes = ["", "mnist_", "MNIST-", "fashion-mnist_", "my digits "];
  for (let draw = 0; draw < 50; draw++) {
    const prefix = prefixes[rng.integer(prefixes.length)];
    const end = [".csv", ".CSV", ".csv.gz"][rng.integer(3)];
    const [train, test] = [["train", "test"], ["Training", "Testing"]][rng.integer(2)]
      .map((part) => `${prefix}${part}${end}`);
    const others = ["sample_submission.csv", "pretest.csv", "contest.csv"];
    const names = [train, test, ...others.slice(rng.integer(4))];
    const order = [...rng.permutation(names.length)].map((i) => names[i]);
    assertEquals(findCsv("d", order), { train: `d/${train}`, test: `d/${test}` });
  }
});

Deno.test("findCsv() takes one of the parts, a file in a folder of its name, one file of any name", () => {
  assertEquals(findCsv("d", ["train.csv", "sample_submission.csv"]), { train: "d/train.csv" });
  assertEquals(findCsv("d", ["mnist_test.csv/mnist_test.csv"]), {
    test: "d/mnist_test.csv/mnist_test.csv",
  });
  assertEquals(findCsv("d", ["train.csv", "train.csv.gz"]), { train: "d/train.csv" });
  assertEquals(findCsv("d", ["mnist_784.csv"]), { train: "d/mnist_784.csv" });
  assertEquals(findCsv("d", ["train-images-idx3-ubyte"]), {});
});

Deno.test("findCsv() does not guess", () => {
  for (const names of [["a_train.csv", "b_train.csv"], ["a.csv", "b.csv"]]) {
    const message = `found ${names[0]} and ${names[1]}, wanted train.csv`;
    assertThrows(() => findCsv("d", names), Error, message);
  }
});
