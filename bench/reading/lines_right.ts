/** The share of lines that is read rightly: lines that were found in the right order, of those that are
 * there or, where more were read, of those that were read.
 *
 * A page of many digits has some wrong ones at any fair rate of mistakes; that all of it is right says
 * little about how it was cut into lines and digits.
 *
 * @param wanted lines parted by `\n`; empty where there is none
 * @param found likewise
 */
export function linesRight(wanted: string, found: string): number {
  const [lines, read] = [wanted.split("\n"), found.split("\n")];
  let [right, next] = [0, 0];
  for (const line of lines) {
    const at = read.indexOf(line, next);
    if (at < 0) continue;
    right++;
    next = at + 1;
  }
  return right / Math.max(lines.length, read.length);
}
