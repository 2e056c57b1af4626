import { UsageError } from "./arguments.ts";
import { userPath } from "./paths.ts";

/** The names that a list holds, one by one, however long it is: each on a line of its own, or parted by NUL, as
 * `find -print0` writes them. Empty lines count for nothing.
 *
 * @param list a file, as typed, or `-`, standard input
 * @throws {UsageError} if the list cannot be read
 */
export async function* listedNames(list: string): AsyncGenerator<string> {
  let stream: ReadableStream<Uint8Array>;
  try {
    stream = list === "-" ? Deno.stdin.readable : (await Deno.open(userPath(list))).readable;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot read the list of --files-from ${list}: found ${found}; wanted a file with a name on ` +
        "each line, or - for standard input",
    );
  }
  const decoder = new TextDecoder();
  let [rest, end] = ["", ""];
  for await (const part of stream) {
    rest += decoder.decode(part, { stream: true });
    // A name holds no NUL: one in the list parts them.
    if (end !== "\0") end = rest.includes("\0") ? "\0" : "\n";
    const names = rest.split(end);
    rest = names.pop() ?? "";
    for (const name of names) if (cleaned(name, end) !== "") yield cleaned(name, end);
  }
  if (cleaned(rest, end) !== "") yield cleaned(rest, end);
}

function cleaned(name: string, end: string): string {
  return end === "\0" ? name : name.replace(/\r$/, "");
}
