import { setTimeout as delay } from "node:timers/promises";

/** Waits, or less where the signal ends it. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {});
}
