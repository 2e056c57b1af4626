/** JSR's assertions and their stand-in behave alike: the same table of cases passes and fails with
 * both. */
import { type Assertions, fromJsr } from "./assert.ts";
import * as standIn from "./assert_stand_in.ts";

type Call = (use: Assertions) => unknown;

const thrower = (error: unknown) => (): never => {
  throw error;
};

const passing: Record<string, Call> = {
  "assert true": (use) => use.assert(1),
  "assertEquals of nested values": (use) =>
    use.assertEquals({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
  "assertEquals of NaN": (use) => use.assertEquals(NaN, NaN),
  "assertEquals of typed arrays": (use) =>
    use.assertEquals(new Uint8Array([1, 2]), new Uint8Array([1, 2])),
  "assertEquals of views at other offsets": (use) =>
    use.assertEquals(new Uint8Array([9, 1]).subarray(1), new Uint8Array([1])),
  "assertEquals of maps": (use) => use.assertEquals(new Map([[1, "a"]]), new Map([[1, "a"]])),
  "assertNotEquals of other values": (use) => use.assertNotEquals([1], [2]),
  "assertAlmostEquals nearby": (use) => use.assertAlmostEquals(1 + 1e-8, 1),
  "assertAlmostEquals within a tolerance": (use) => use.assertAlmostEquals(1.05, 1, 0.1),
  "assertAlmostEquals of infinities": (use) => use.assertAlmostEquals(Infinity, Infinity),
  "assertGreater": (use) => use.assertGreater(2, 1),
  "assertGreaterOrEqual": (use) => use.assertGreaterOrEqual(1, 1),
  "assertLess": (use) => use.assertLess(1, 2),
  "assertLessOrEqual": (use) => use.assertLessOrEqual(1, 1),
  "assertInstanceOf of a subclass": (use) => use.assertInstanceOf(new TypeError(), Error),
  "assertMatch": (use) => use.assertMatch("digit 7", /\d/),
  "assertStringIncludes": (use) => use.assertStringIncludes("digit 7", "it"),
  "assertThrows of any error": (use) => use.assertThrows(thrower(new Error("x"))),
  "assertThrows of what is no error, where no class is asked for": (use) =>
    use.assertThrows(thrower("x")),
  "assertRejects of what is no error, where no class is asked for": (use) =>
    use.assertRejects(() => Promise.reject("x")),
  "assertEquals of sets and maps in another order": (use) => {
    use.assertEquals(new Set([1, 2]), new Set([2, 1]));
    use.assertEquals(new Map([[1, "a"], [2, "b"]]), new Map([[2, "b"], [1, "a"]]));
  },
  "assertEquals of dates, patterns and addresses": (use) => {
    use.assertEquals(new Date(5), new Date(5));
    use.assertEquals(/a/g, /a/g);
    use.assertEquals(new URL("file:///a"), new URL("file:///a"));
  },
  "assertAlmostEquals at the default tolerance": (use) => use.assertAlmostEquals(1000.00009, 1000),
  "assertThrows of a subclass": (use) => use.assertThrows(thrower(new TypeError("x")), Error, "x"),
  "assertRejects": (use) =>
    use.assertRejects(() => Promise.reject(new RangeError("found 3")), RangeError, "found"),
};

const failing: Record<string, Call> = {
  "assert false": (use) => use.assert(0, "why"),
  "assertEquals of other numbers": (use) => use.assertEquals(1, 2),
  "assertEquals of a missing and an undefined property": (use) =>
    use.assertEquals<unknown>({ a: undefined }, {}),
  "assertEquals of another kind of array": (use) =>
    use.assertEquals<unknown>(new Uint8Array([1]), new Int8Array([1])),
  "assertNotEquals of equals": (use) => use.assertNotEquals({ a: 1 }, { a: 1 }),
  "assertAlmostEquals far off": (use) => use.assertAlmostEquals(1.001, 1),
  "assertAlmostEquals of NaN and a number": (use) => use.assertAlmostEquals(NaN, 1),
  "assertGreater of equals": (use) => use.assertGreater(1, 1),
  "assertGreaterOrEqual of a smaller one": (use) => use.assertGreaterOrEqual(0, 1),
  "assertLess of equals": (use) => use.assertLess(1, 1),
  "assertLessOrEqual of a greater one": (use) => use.assertLessOrEqual(2, 1),
  "assertInstanceOf of another class": (use) => use.assertInstanceOf(new Error(), TypeError),
  "assertMatch without a match": (use) => use.assertMatch("seven", /\d/),
  "assertStringIncludes without it": (use) => use.assertStringIncludes("digit", "7"),
  "assertThrows where nothing is thrown": (use) => use.assertThrows(() => 1),
  "assertThrows of what is no error, where a class is asked for": (use) =>
    use.assertThrows(thrower("x"), Error),
  "assertEquals of sets with other members": (use) =>
    use.assertEquals(new Set([1, 2]), new Set([1, 3])),
  "assertEquals of other addresses": (use) =>
    use.assertEquals(new URL("file:///a"), new URL("file:///b")),
  "assertAlmostEquals beyond the default tolerance": (use) =>
    use.assertAlmostEquals(1000.00011, 1000),
  "assertAlmostEquals near 0, whose default tolerance is 0": (use) =>
    use.assertAlmostEquals(1e-12, 0),
  "assertThrows of another class": (use) => use.assertThrows(thrower(new Error("x")), TypeError),
  "assertThrows with another message": (use) =>
    use.assertThrows(thrower(new Error("x")), Error, "y"),
  "assertRejects where nothing is rejected": (use) => use.assertRejects(() => Promise.resolve(1)),
  "assertRejects where the function throws before it gives a promise": (use) =>
    use.assertRejects(thrower(new Error("x"))),
  "assertRejects of another class": (use) =>
    use.assertRejects(() => Promise.reject(new Error("x")), TypeError),
};

/** What a call ends with: `passed`, or the failure's name. It must not rely on what it tests. */
async function outcome(call: Call, use: Assertions): Promise<string> {
  try {
    await call(use);
    return "passed";
  } catch (error) {
    return (error as Error).name;
  }
}

function check(isRight: boolean, text: string): void {
  if (!isRight) throw new Error(text);
}

const jsr = await fromJsr();

for (const [source, use] of [["the stand-in", standIn], ["@std/assert", jsr]] as const) {
  const reach = use === undefined ? " (JSR cannot be reached)" : "";
  Deno.test({
    name: `assertions of ${source} pass and fail as the table says${reach}`,
    ignore: use === undefined,
    fn: async () => {
      for (const [name, call] of Object.entries(passing)) {
        const found = await outcome(call, use!);
        check(found === "passed", `${name}: ${found}, should have passed`);
      }
      for (const [name, call] of Object.entries(failing)) {
        const found = await outcome(call, use!);
        check(found === "AssertionError", `${name}: ${found}, should be an AssertionError`);
      }
    },
  });
}

Deno.test({
  name: `the stand-in's names are all names of @std/assert${jsr ? "" : " (JSR cannot be reached)"}`,
  ignore: jsr === undefined,
  fn: () => {
    for (const name of Object.keys(standIn)) {
      check(typeof jsr![name as keyof Assertions] === "function", `${name} is missing`);
    }
  },
});

Deno.test("assert.ts hands on every assertion of the stand-in", async () => {
  const handedOn = Object.keys(await import("./assert.ts"));
  for (const name of Object.keys(standIn)) {
    check(handedOn.includes(name), `${name} is missing`);
  }
});

Deno.test("assertThrows() and assertRejects() of the stand-in give the error back", async () => {
  const error = new RangeError("found 3");
  check(standIn.assertThrows(thrower(error)) === error, "assertThrows");
  check(await standIn.assertRejects(() => Promise.reject(error)) === error, "assertRejects");
});

Deno.test("assertEquals() of the stand-in shows the difference and the message", () => {
  const failure = standIn.assertThrows(() => standIn.assertEquals([1, 2], [1, 3], "labels"));
  for (const part of ["+", "-", "2", "3", "labels"]) {
    check(failure.message.includes(part), `"${part}" is missing in: ${failure.message}`);
  }
});
