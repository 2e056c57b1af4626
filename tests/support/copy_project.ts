import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

/** Copies what the notebooks stand on into an empty folder, for programs that save what they run. */
export async function copyProject(to: string): Promise<void> {
  for (const name of ["deno.json", "deno.lock", "docs", "lib", "notebooks"]) {
    await cp(projectPath(name), join(to, name), { recursive: true });
  }
  await mkdir(join(to, "data"));
  for (const name of ["lines", "model", "reader", "samples"]) {
    await cp(projectPath("data", name), join(to, "data", name), { recursive: true });
  }
}
