// deno-lint-ignore-file no-console -- The one place of the library that writes to the terminal.

/** Writes a result to stdout, as one line. */
export function printResult(line: string): void {
  console.log(line);
}

/** Writes a remark or an error to stderr, as one line. */
export function printNote(line: string): void {
  console.error(line);
}
