import type { PgBoss } from "pg-boss";
import { queueLimits } from "./limits.ts";

/** pg-boss's queue of what waits or is worked on, and that of what was given up. */
export const queueNames = { waiting: "jobs", dead: "dead" } as const;

/** Makes pg-boss's queues where they are not there.
 *
 * @param heartbeatSeconds as `queueLimits.heartbeatSeconds`
 */
export async function makeQueues(boss: PgBoss, heartbeatSeconds: number): Promise<void> {
  const kept = { retentionSeconds: queueLimits.keptSeconds, partition: true };
  await boss.createQueue(queueNames.dead, kept);
  await boss.createQueue(queueNames.waiting, {
    ...kept,
    deadLetter: queueNames.dead,
    heartbeatSeconds,
    // For what was given up and is sent again; each job has its own before.
    expireInSeconds: queueLimits.trialSeconds,
    retryLimit: queueLimits.retries,
    retryDelay: queueLimits.retrySeconds,
    retryBackoff: true,
    deleteAfterSeconds: queueLimits.rememberedSeconds,
  });
}
