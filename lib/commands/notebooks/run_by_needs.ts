/** A piece of work that may need others to be done before. */
export interface NeedyTask {
  readonly name: string;
  /** The names of those that must be done before. What is not among the tasks counts as done. */
  readonly needs: readonly string[];
}

/** How tasks are run. */
export interface NeedsOptions {
  /** The most that run side by side, from 1. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
}

/** Runs tasks side by side, each as soon as what it needs is done: first those that others wait for, in their order
 * otherwise. Once one fails, the others are aborted and no more is begun.
 *
 * @param work does one task; its signal is aborted where it shall end early
 * @returns what the work gave, in the order of the tasks
 * @throws what the first task to fail has thrown, after all others have ended
 * @throws {RangeError} if tasks wait for each other, or for themselves
 */
export async function runByNeeds<Task extends NeedyTask, Result>(
  tasks: readonly Task[],
  work: (task: Task, signal: AbortSignal) => Promise<Result>,
  { atOnce, signal }: NeedsOptions,
): Promise<Result[]> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const needed = new Set(tasks.flatMap(({ needs }) => needs));
  const [first, later] = [true, false].map((is) =>
    tasks.filter((one) => needed.has(one.name) === is)
  );
  const waiting = new Map([...first, ...later].map((task) => [task.name, task]));
  const running = new Map<string, Promise<void>>();
  const results = new Map<string, Result>();
  const begin = (task: Task): void => {
    waiting.delete(task.name);
    const ended = work(task, either)
      .then((result) => void results.set(task.name, result), (error) => failure.abort(error))
      .finally(() => running.delete(task.name));
    running.set(task.name, ended);
  };
  const isReady = ({ needs }: Task): boolean =>
    needs.every((name) => !waiting.has(name) && !running.has(name));
  for (;;) {
    for (const task of waiting.values()) {
      if (either.aborted || running.size >= atOnce) break;
      if (isReady(task)) begin(task);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  either.throwIfAborted();
  if (waiting.size > 0) {
    const names = [...waiting.keys()].join(", ");
    throw new RangeError(
      `Cannot run ${names}: each needs another of them; wanted one to begin with`,
    );
  }
  return tasks.map(({ name }) => results.get(name)!);
}
