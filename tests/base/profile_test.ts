import { assertEquals, assertThrows } from "../support/assert.ts";
import { profileNamed, profileNames } from "@lib/base/profile.ts";

Deno.test("profileNamed() gives each profile by its name", () => {
  for (const name of profileNames) assertEquals(profileNamed(name).name, name);
});

Deno.test("profileNamed() refuses other names, inherited ones too", () => {
  assertThrows(
    () => profileNamed("fast"),
    RangeError,
    'profile "fast": must be smoke, quick, best',
  );
  assertThrows(() => profileNamed("toString"), RangeError, "must be smoke");
});
