import { assertEquals, assertThrows } from "../support/assert.ts";
import {
  notebookProfile,
  notebookProfileNames,
  profileNamed,
  profileNames,
} from "@lib/base/profile.ts";

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

Deno.test("profileNamed() takes the old name of a profile, and gives the new one", () => {
  assertEquals(profileNamed("reading"), profileNamed("handwriting"));
});

Deno.test("notebookProfile() refuses a profile that notebooks do not run on, and says what to do", () => {
  for (const name of notebookProfileNames) assertEquals(notebookProfile(name).name, name);
  for (const name of ["handwriting", "reading"]) {
    assertThrows(
      () => notebookProfile(name),
      RangeError,
      'profile "handwriting": must be smoke, quick, best; "deno task train --profile handwriting"',
    );
  }
  assertThrows(() => notebookProfile("fast"), RangeError, 'profile "fast"');
});
