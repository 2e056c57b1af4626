import { type Arguments, type Command, parseArguments } from "./arguments.ts";
import { printResult } from "./print.ts";

/** What the frame gives to the work of a command. */
export interface CommandFrame {
  /** Aborts on Ctrl-C, or a polite kill, where the command is `interruptible`. */
  readonly signal: AbortSignal;
  /** Prints a result: the value as one line of JSON where `--json` was given, else its text. */
  readonly print: <Value>(value: Value, text: (value: Value) => string) => void;
}

/** A command, ready to be called with the words after its name, `Deno.args`. Tests call it too, some
 * with other places than the project's own.
 *
 * @returns the exit code
 * @throws {UsageError} if the command line is wrong */
export type CommandFunction<At extends unknown[]> = (
  line: readonly string[],
  ...at: At
) => Promise<number>;

/** Makes a command of what it takes and what it does: the frame parses the command line, answers
 * `--help`, prints JSON or text, and ends in good order on Ctrl-C.
 *
 * @param command what it takes; `interruptible` if its work tidies up when the signal aborts, then
 * throws: the exit code is then 128 plus the number of the signal, as shells say it, 130 for Ctrl-C
 * @param work does it, and returns the exit code, 0 where it returns none
 */
export function defineCommand<Names extends string, At extends unknown[] = []>(
  command: Command<Names> & { readonly interruptible?: boolean },
  work: (given: Arguments<Names>, frame: CommandFrame, ...at: At) => Promise<number | void>,
): CommandFunction<At> {
  return async (line, ...at) => {
    const given = parseArguments(command, line);
    if (typeof given === "string") {
      printResult(given);
      return 0;
    }
    const isJson = (given.values as Arguments<string>["values"]).json === true;
    const print: CommandFrame["print"] = (value, text) =>
      printResult(isJson ? JSON.stringify(value) : text(value));
    const run = async (signal: AbortSignal): Promise<number> =>
      await work(given, { signal, print }, ...at) ?? 0;
    return command.interruptible
      ? await untilInterrupted(run)
      : await run(new AbortController().signal);
  };
}

async function untilInterrupted(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
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
