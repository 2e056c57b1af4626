import { isConnectionLost } from "./is_connection_lost.ts";
import { queueLimits } from "./limits.ts";
import { pause } from "./pause.ts";

/** How a database is waited for. */
export interface Patience {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Is told what went wrong and was overcome. */
  readonly note: (message: string) => void;
  /** The longest that it is waited for, in milliseconds; without end by default. */
  readonly longestMs?: number;
}

/** Asks a database until it answers.
 *
 * @throws what it says for another reason than that it is away, or once the waiting is over
 */
export async function patiently<Result>(
  ask: () => Promise<Result>,
  { signal, note, longestMs = Infinity }: Patience,
): Promise<Result> {
  const end = performance.now() + longestMs;
  for (let wait: number = queueLimits.firstRetryMs;;) {
    try {
      return await ask();
    } catch (error) {
      const isOver = signal.aborted || performance.now() + wait > end;
      if (!isConnectionLost(error) || isOver) throw error;
      const { cause, message } = error as Error;
      note(
        `the database is away (${cause instanceof Error ? cause.message : message}), trying again`,
      );
      await pause(wait, signal);
      wait = Math.min(2 * wait, queueLimits.longestRetryMs);
    }
  }
}
