import { projectPath } from "@lib/base/paths.ts";
import type { NetworkName } from "./networks.ts";

/** Where Debian's python3-torch puts PyTorch. */
const python = "/usr/bin/python3";

/** What a peer measured. */
export interface PeerResult {
  /** Name and version. */
  readonly peer: string;
  readonly trainImagesPerSecond: number;
}

/** Measures PyTorch training the same network on one thread, in a process of its own.
 *
 * @returns `undefined` where PyTorch is not installed
 */
export async function measurePeer(
  network: NetworkName,
  batch: number,
): Promise<PeerResult | undefined> {
  const script = projectPath("bench", "peers", "torch_throughput.py");
  const args = [script, "--network", network, "--batch", `${batch}`, "--threads", "1"];
  try {
    const { success, stdout } = await new Deno.Command(python, { args, stderr: "null" }).output();
    return success ? JSON.parse(new TextDecoder().decode(stdout)) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
