/** A study on disk.
 *
 * @module
 */

import type { StudyPart } from "./study.ts";
import type { StudyPlan } from "./study_plan.ts";
import { parsedTrial, type Trial } from "./trial.ts";

/** The form of the file; another one counts from here. */
const version = 1;

/** A study as a file that is only ever added to: the first line says its plan, each other one is a trial that is
 * over, as JSON. Killed at any moment, the study goes on from the trials that are there; a line that was cut off is
 * dropped. */
export class StudyFile {
  readonly #file: Deno.FsFile;
  /** The trials that it has, in their order. */
  readonly trials: readonly Trial[];

  private constructor(file: Deno.FsFile, trials: readonly Trial[]) {
    this.#file = file;
    this.trials = trials;
  }

  /** Opens the study of a plan, or begins it where there is no file.
   *
   * @param path absolute; its folder must be there
   * @param part the trials that the file is for; all by default
   * @throws {Error} if the file cannot be written, another run is at it, or it holds no study or that of another
   * plan
   */
  static async open(
    path: string,
    plan: StudyPlan,
    { first, of }: StudyPart = { first: 0, of: 1 },
  ): Promise<StudyFile> {
    const file = await opened(path);
    try {
      if (!await file.tryLock(true)) {
        throw new Error(`Cannot go on with ${path}: found another run at it; wait for its end`);
      }
      const bytes = await wholeOf(file);
      const end = bytes.lastIndexOf(10) + 1;
      const [head, ...lines] = new TextDecoder().decode(bytes.subarray(0, end)).split("\n");
      const wanted = `${JSON.stringify({ study: version, ...plan })}\n`;
      if (end === 0) {
        checkIsCutOff(new TextDecoder().decode(bytes), wanted, path);
      } else {
        checkPlan(head, plan, path);
      }
      const trials = lines.slice(0, -1).map((line, i) => trialIn(line, i, first + of * i, path));
      await file.truncate(end);
      await file.seek(end, Deno.SeekMode.Start);
      const study = new StudyFile(file, trials);
      if (end === 0) await study.#write(wanted);
      return study;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Adds a trial; it is on the disk when this returns. */
  async add(trial: Trial): Promise<void> {
    await this.#write(`${JSON.stringify(trial)}\n`);
    await this.#file.syncData();
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.#file.close();
  }

  async #write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) at += await this.#file.write(bytes.subarray(at));
  }
}

async function opened(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { read: true, write: true, create: true });
  } catch (error) {
    throw new Error(
      `Cannot write the study to ${path}: found ${(error as Error).message}; name another file`,
    );
  }
}

async function wholeOf(file: Deno.FsFile): Promise<Uint8Array> {
  const bytes = new Uint8Array((await file.stat()).size);
  let end = 0;
  while (end < bytes.length) {
    const read = await file.read(bytes.subarray(end));
    if (read === null) break;
    end += read;
  }
  return bytes.subarray(0, end);
}

/** A file without a whole line is the study's if it was cut off within the first. */
function checkIsCutOff(text: string, wanted: string, path: string): void {
  if (wanted.startsWith(text)) return;
  const kind = text.startsWith('{"study":') ? "the beginning of another study" : "no study";
  throw new Error(`Cannot go on with ${path}: found ${kind}; name another file`);
}

function checkPlan(head: string, plan: StudyPlan, path: string): void {
  const found = parsed(head) as Partial<Record<string, unknown>> | undefined;
  if (found?.study !== version) {
    throw new Error(
      `Cannot go on with ${path}: found no study (${head.slice(0, 60)}); name another file`,
    );
  }
  const { study: _, ...others } = found;
  for (const name of Object.keys({ ...others, ...plan })) {
    const [there, here] = [found[name], plan[name as keyof StudyPlan]].map((part) =>
      JSON.stringify(part) ?? "none"
    );
    if (there === here) continue;
    throw new Error(
      `Cannot go on with ${path}: found ${name} ${there}, wanted ${here}; take the same settings ` +
        "again, or name another file",
    );
  }
}

function trialIn(line: string, i: number, number: number, path: string): Trial {
  const trial = parsed(line) as Trial | undefined;
  if (trial?.number !== number || !Array.isArray(trial.accuracies)) {
    throw new Error(
      `Cannot go on with ${path}: found ${line.slice(0, 60)} in line ${i + 2}, wanted trial ` +
        `${number}; name another file`,
    );
  }
  return parsedTrial(trial);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return undefined;
  }
}
