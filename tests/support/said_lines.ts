/** What `predict` said on stderr, line by line, without the news of how far it is: these come where it takes long, as
 * it does on a busy machine. */
export function saidLines(stderr: string): string[] {
  return stderr.split("\n").filter((line) => line !== "" && !/^\w+: \d+ of \d+ images$/.test(line));
}
