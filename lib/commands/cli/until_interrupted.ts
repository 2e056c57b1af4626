/** Runs some work that Ctrl-C, or a polite kill, ends in good order.
 *
 * @param work takes a signal that aborts, tidies up, and throws
 * @returns the exit code of the work, or 128 plus the number of the signal that ended it, as shells
 * say it: 130 for Ctrl-C
 */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = (itsCode: number) => (): void => {
    code ??= itsCode;
    controller.abort(new DOMException("Interrupted", "AbortError"));
  };
  const signals: (readonly [Deno.Signal, () => void])[] = [["SIGINT", stop(130)]];
  if (Deno.build.os !== "windows") {
    signals.push(["SIGTERM", stop(143)], ["SIGHUP", stop(129)]);
  }
  for (const [signal, listener] of signals) Deno.addSignalListener(signal, listener);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (code !== undefined) return code;
    throw error;
  } finally {
    for (const [signal, listener] of signals) Deno.removeSignalListener(signal, listener);
  }
}
