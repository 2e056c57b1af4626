import { projectPath } from "@lib/base/paths.ts";
import type { NetworkName } from "./networks.ts";
import { python } from "./python.ts";

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

/** Measures PyTorch on a network in each of its settings, in a process of its own.
 *
 * @returns `undefined` where PyTorch is not installed
 */
export async function measurePeer(task: PeerTask): Promise<PeerResult | undefined> {
  const script = projectPath("bench", "peers", "torch_throughput.py");
  const args = [
    script,
    ...Object.entries(task).flatMap(([name, value]) => [`--${name}`, `${value}`]),
  ];
  try {
    const { success, stdout } = await new Deno.Command(python, { args, stderr: "null" }).output();
    return success ? JSON.parse(new TextDecoder().decode(stdout)) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
