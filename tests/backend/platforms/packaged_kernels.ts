import { join } from "node:path";
import { bundleKernels } from "@lib/backend/bundle.ts";
import { projectPath } from "@lib/base/paths.ts";
import { bundleModule } from "../../../bench/browser/bundle_module.ts";

/** Makes the package for Node and browsers, and the checks of it.
 *
 * @param folder takes the package
 * @returns the package's module, and that of the checks
 */
export async function packagedKernels(
  folder: string,
): Promise<{ readonly kernels: string; readonly checks: string }> {
  await bundleKernels(folder);
  const checks = projectPath("tests", "backend", "platforms", "platform_checks.ts");
  return {
    kernels: await Deno.readTextFile(join(folder, "kernels.js")),
    checks: await bundleModule(checks),
  };
}
