import { assert, assertEquals, assertStringIncludes, assertThrows } from "../../support/assert.ts";
import { type Command, numberOf, parseArguments, UsageError } from "@lib/commands/cli/arguments.ts";

const command: Command<"seed" | "json"> = {
  name: "guess",
  summary: "Guesses digits.",
  positionals: "FILE…",
  options: {
    seed: { type: "string", value: "N", help: "Where the random numbers start." },
    json: { type: "boolean", help: "Prints JSON." },
  },
};

const { positionals: _, ...withoutFiles } = command;

Deno.test("parseArguments() reads options and positionals in any order", () => {
  const wanted = { values: { seed: "3", json: true }, positionals: ["a.png", "b.png"] };
  for (const line of ["--seed 3 --json a.png b.png", "a.png --seed=3 b.png --json"]) {
    const found = parseArguments(command, line.split(" "));
    assert(typeof found !== "string");
    assertEquals({ ...found.values }, wanted.values);
    assertEquals(found.positionals, wanted.positionals);
  }
});

Deno.test("parseArguments() leaves out what was not given", () => {
  const found = parseArguments(command, []);
  assert(typeof found !== "string");
  assertEquals({ ...found.values }, {});
  assertEquals(found.positionals, []);
});

Deno.test("parseArguments() takes what follows -- as files, whatever they are called", () => {
  const found = parseArguments(command, ["--", "--json"]);
  assert(typeof found !== "string");
  assertEquals(found.positionals, ["--json"]);
});

Deno.test("parseArguments() answers --help, and -h, with every option", () => {
  for (const asked of ["--help", "-h"]) {
    const help = parseArguments(command, ["--seed", "1", asked]);
    assert(typeof help === "string");
    assertStringIncludes(help, "Guesses digits.");
    assertStringIncludes(help, "deno task guess [OPTIONS] FILE…");
    assertStringIncludes(help, "--seed N");
    assertStringIncludes(help, "Where the random numbers start.");
    assertStringIncludes(help, "Prints JSON.");
  }
  const help = parseArguments(withoutFiles, ["--help"]) as string;
  assert(!help.includes("FILE"), help);
});

const wrongLines: Record<string, string[]> = {
  "an unknown option": ["--sede", "3"],
  "an option without its value": ["--seed"],
  "a value for a switch": ["--json=yes"],
};

for (const [what, line] of Object.entries(wrongLines)) {
  Deno.test(`parseArguments() refuses ${what}`, () => {
    assertThrows(() => parseArguments(command, line), UsageError, line[0].split("=")[0]);
  });
}

Deno.test("parseArguments() refuses a file where none is taken", () => {
  assertThrows(() => parseArguments(withoutFiles, ["a.png"]), UsageError, "a.png");
});

Deno.test("numberOf() reads numbers and leaves what was not given", () => {
  assertEquals(numberOf("rate", "0.5"), 0.5);
  assertEquals(numberOf("rate", "-1e-3"), -0.001);
  assertEquals(numberOf("seed", "0", { least: 0, integer: true }), 0);
  assertEquals(numberOf("rate", undefined), undefined);
});

Deno.test("numberOf() refuses what is no number, too small, or no integer", () => {
  for (const text of ["", "x", "1x", "NaN", "Infinity"]) {
    assertThrows(() => numberOf("rate", text), UsageError, `Cannot take "${text}" for --rate`);
  }
  const above0 = { least: Number.MIN_VALUE };
  const text = 'Cannot take "0" for --rate: must be a number above 0';
  assertEquals(assertThrows(() => numberOf("rate", "0", above0), UsageError).message, text);
  const least1 = { least: 1, integer: true };
  assertThrows(() => numberOf("epochs", "0", least1), UsageError, "an integer of at least 1");
  assertThrows(() => numberOf("epochs", "1.5", least1), UsageError, "an integer");
  assertThrows(() => numberOf("seed", "1e300", { integer: true }), UsageError, "an integer");
});
