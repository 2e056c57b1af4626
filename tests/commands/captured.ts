// deno-lint-ignore-file no-console -- Stands in for the terminal.

/** What a command wrote, and how it ended. */
export interface Captured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process and keeps what it writes with `print.ts`. */
export async function captured(command: () => Promise<number>): Promise<Captured> {
  const { log, error } = console;
  const [stdout, stderr]: string[][] = [[], []];
  console.log = (line: string): void => void stdout.push(line);
  console.error = (line: string): void => void stderr.push(line);
  try {
    const code = await command();
    return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  } finally {
    [console.log, console.error] = [log, error];
  }
}
