import { projectPath } from "@lib/base/paths.ts";

/** Gives a folder of its own below `data/runs` to what trains, and removes it afterwards. */
export async function withRunFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const runs = projectPath("data", "runs");
  await Deno.mkdir(runs, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: runs, prefix: "bench-" });
  try {
    return await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
