import { assertStringIncludes, assertThrows } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { checkDenoVersion, denoVersion } from "@lib/base/deno_version.ts";

Deno.test("checkDenoVersion() refuses an older Deno, and says how to get a newer", () => {
  for (const found of ["1.46.3", "2.0.0", "2.8.9"]) {
    assertThrows(
      () => checkDenoVersion(found),
      RangeError,
      `on Deno ${found}: wanted ${denoVersion} or newer; "npx --yes deno@${denoVersion} jupyter`,
    );
  }
  for (const found of ["2.9.0", "2.9.6", "2.10.0", "3.0.0-rc.1"]) checkDenoVersion(found);
  checkDenoVersion();
});

Deno.test("denoVersion is that of the README", async () => {
  const readme = await Deno.readTextFile(projectPath("README.md"));
  assertStringIncludes(readme, `npx --yes deno@${denoVersion} task start`);
});
