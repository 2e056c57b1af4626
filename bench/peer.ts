import { projectPath } from "@lib/base/paths.ts";
import type { NetworkName } from "./networks.ts";
import { pythons } from "./python.ts";

/** What the peer is to do. */
export interface PeerTask {
  readonly task: "train" | "predict";
  readonly network: NetworkName;
  readonly batch: number;
  readonly threads: number;
}

/** What a peer measured. */
export interface PeerResult {
  /** Name and version. */
  readonly peer: string;
  /** By setting: "channels last, traced". */
  readonly imagesPerSecond: Readonly<Record<string, number>>;
}

/** Measures PyTorch on a network in each of its settings, in a process of its own. Where there are two versions of
 * it, both are measured, and each setting says whose it is.
 *
 * @returns `undefined` where PyTorch is not installed
 * @throws {Error} if it is, and cannot do the task
 */
export async function measurePeer(task: PeerTask): Promise<PeerResult | undefined> {
  const results = [];
  for (const python of pythons) {
    const result = await measureBy(python, task);
    if (result !== undefined) results.push(result);
  }
  return mergedResults(results);
}

/** What several versions measured, as of one peer; `undefined` of none.
 *
 * @param results of each, whose peer is called by name and version */
export function mergedResults(results: readonly PeerResult[]): PeerResult | undefined {
  if (results.length < 2) return results[0];
  const versions = results.map(({ peer }) => peer.split(" ")[1]);
  const speeds = results.flatMap(({ imagesPerSecond }, i) =>
    Object.entries(imagesPerSecond).map(([setting, speed]) =>
      [`${setting}, version ${versions[i]}`, speed] as const
    )
  );
  const [name] = results[0].peer.split(" ");
  return {
    peer: `${name} ${versions.join(" and ")}`,
    imagesPerSecond: Object.fromEntries(speeds),
  };
}

async function measureBy(python: string, task: PeerTask): Promise<PeerResult | undefined> {
  const script = projectPath("bench", "peers", "torch_throughput.py");
  const args = [
    script,
    ...Object.entries(task).flatMap(([name, value]) => [`--${name}`, `${value}`]),
  ];
  try {
    const { success, ...said } = await new Deno.Command(python, { args }).output();
    const [stdout, stderr] = [said.stdout, said.stderr].map((one) => new TextDecoder().decode(one));
    if (success) return JSON.parse(stdout);
    if (/No module named '(torch|numpy)'/.test(stderr)) return undefined;
    throw new Error(
      `Cannot measure ${python} ${args.join(" ")}: ${stderr.trim().split("\n").at(-1)}`,
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
