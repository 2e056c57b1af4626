import { markdownTable } from "@lib/base/markdown_table.ts";
import { median } from "@lib/base/statistics.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { readFiles } from "@lib/files/read_files.ts";
import { jpegPages } from "./jpeg_pages.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Pages of each kind, and the times that they are all read in a round, as a folder of 500 is. */
const [pagesOfKind, times] = [50, 5];
const workers = [1, 2] as const;
const target = 1.85;

/** Pages a minute that one core reads and two: synthetic photographs of lines and forms as JPEG, from their
 * bytes to their readings, the start of the workers included; in turn, round by round.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/files.json`
 */
export async function benchFiles(rounds: number): Promise<Measured> {
  const files = await jpegPages(pagesOfKind);
  const seconds: number[][] = workers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, count] of workers.entries()) {
      printNote(`files: round ${round + 1} of ${rounds}, ${count} at a time`);
      seconds[i].push(await read(files, count));
    }
  }
  const pages = files.length * times;
  const perMinute = seconds.map((each) => Math.round(60 * pages / median(each)));
  const speedUp = Number(median(seconds[0].map((one, i) => one / seconds[1][i])).toFixed(2));
  const results = await writeResults("files", {
    workers,
    rounds,
    pages,
    target: { speedUp: target },
    pagesPerMinute: perMinute,
    speedUp,
  });
  const table = markdownTable([
    ["workers", "pages a minute"],
    ...workers.map((count, i) => [`${count}`, `${perMinute[i]}`]),
    ["two over one", `${speedUp} times, target ${target}`],
  ]);
  return { table, results };
}

async function read(files: readonly Uint8Array[], count: number): Promise<number> {
  const start = performance.now();
  const all = Array.from({ length: times }, () => files).flat().map((bytes, i) => {
    return { name: `${i}`, file: `page ${i}`, read: () => Promise.resolve(bytes) };
  });
  for await (const { pages } of readFiles(all, { workers: count })) {
    for await (const { result } of pages) {
      if ("error" in result) throw new Error(`Cannot measure reading: ${result.error}`);
    }
  }
  return (performance.now() - start) / 1000;
}
