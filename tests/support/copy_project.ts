import { cp } from "node:fs/promises";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

/** Copies what the notebooks stand on into an empty folder, for programs that save what they run. */
export async function copyProject(to: string): Promise<void> {
  const data = ["lines", "model", "reader", "samples"].map((name) => `data/${name}`);
  const parts = ["deno.json", "deno.lock", "docs", "lib", "notebooks", "bench/results", ...data];
  for (const part of parts) await cp(projectPath(part), join(to, part), { recursive: true });
}
