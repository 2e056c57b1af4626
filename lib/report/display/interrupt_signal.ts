let current: AbortController | undefined;

/** A signal for the work of the running cell: Jupyter's interrupt (the stop button, or `I, I`) aborts it.
 * From the first call on, an interrupt leaves the kernel alive; Deno's ends of itself.
 *
 * In a notebook: `for await (const metrics of fit(model, data, { …, signal: interruptSignal() }))`.
 */
export function interruptSignal(): AbortSignal {
  if (current === undefined) Deno.addSignalListener("SIGINT", interrupt);
  current = new AbortController();
  return current.signal;
}

function interrupt(): void {
  current?.abort(new Error("Interrupted: this cell stopped its work, the kernel goes on"));
}
