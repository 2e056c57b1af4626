import { parseArgs } from "node:util";
import type { PeerTask } from "../peer.ts";

/** What a peer's program is told on its command line, by the names of the task. */
export function taskOf(line: readonly string[]): Omit<PeerTask, "threads"> {
  const text = { type: "string" } as const;
  const options = { task: text, network: text, batch: text };
  const { task, network, batch } = parseArgs({ args: [...line], options }).values;
  return { task, network, batch: Number(batch) } as Omit<PeerTask, "threads">;
}
