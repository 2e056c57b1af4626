import { isAbsolute, join } from "node:path";
import { assert, assertEquals, assertThrows } from "../../support/assert.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { dataFrom, pathOption } from "@lib/commands/cli/options.ts";
import { userPath } from "@lib/commands/cli/paths.ts";

Deno.test("pathOption() gives an absolute path, and nothing where nothing was given", () => {
  const absolute = userPath("model");
  assertEquals(pathOption("out", absolute), absolute);
  assertEquals(pathOption("out", "model"), join(userPath("."), "model"));
  assert(isAbsolute(userPath(".")));
  assertEquals(pathOption("out", undefined), undefined);
});

Deno.test("pathOption() refuses an empty name", () => {
  assertThrows(() => pathOption("out", ""), UsageError, 'Cannot take "" for --out');
});

Deno.test("dataFrom() takes a folder, or one of the words of loadMnist(), auto by default", () => {
  assertEquals(dataFrom(undefined), "auto");
  for (const word of ["auto", "package", "small"]) assertEquals(dataFrom(word), word);
  assertEquals(dataFrom("./small"), userPath("small"));
  assertThrows(() => dataFrom(""), UsageError, 'Cannot take "" for --data');
});
