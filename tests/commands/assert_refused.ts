import {
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { captured } from "./captured.ts";

/** Asserts that a command refuses each of some lines as a wrong usage, before it prints anything.
 *
 * The first line is typed as a user types it: its task ends with exit code 2, and says in one line what
 * is wrong and in another how to ask for help. The others are handed to the command in this process:
 * one of its own takes a second for each.
 *
 * @param name of the task
 * @param command what the task runs
 * @param cases words of the command line, and what the message holds
 */
export async function assertRefused(
  name: string,
  command: (line: readonly string[]) => Promise<number>,
  cases: readonly (readonly [line: readonly string[], message: string])[],
): Promise<void> {
  const [[first, firstMessage], ...others] = cases;
  const { code, stdout, stderr } = await runTask(name, first);
  assertEquals([code, stdout], [2, ""], first.join(" "));
  assertMatch(stderr, new RegExp(`^${name}: .*\\nType "deno task ${name} --help" to see .*\\n$`));
  assertStringIncludes(stderr, firstMessage);
  for (const [line, message] of others) {
    const { stdout } = await captured(async () => {
      await assertRejects(async () => await command(line), UsageError, message);
      return 2;
    });
    assertEquals(stdout, "", line.join(" "));
  }
}
