import { UsageError } from "./arguments.ts";
import { printNote } from "./print.ts";

/** Runs a command on the words after its name, and ends the process with its exit code: 0 done,
 * 1 failed, 2 wrong usage. An error becomes one line on stderr.
 *
 * @param name as typed after `deno task`
 * @param command does the work and returns the exit code
 */
export async function runCommand(
  name: string,
  command: (line: readonly string[]) => Promise<number>,
): Promise<never> {
  try {
    Deno.exit(await command(Deno.args));
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const message = String(error instanceof Error ? error.message : error);
    printNote(`${name}: ${message.trim().replace(/\s*\n\s*/g, " ")}`);
    if (isUsage) printNote(`Type "deno task ${name} --help" to see what it takes.`);
    Deno.exit(isUsage ? 2 : 1);
  }
}
