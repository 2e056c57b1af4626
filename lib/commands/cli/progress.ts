import { printNote } from "./print.ts";

/** How a {@link ProgressLine} writes. */
export interface ProgressLineOptions {
  /** Takes text for the terminal, line ends included. */
  readonly write: (text: string) => void;
  /** Whether the line may be written over, with colour; otherwise plain lines follow each other. */
  readonly inPlace: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The time in milliseconds; another clock for tests. */
  readonly now?: () => number;
}

/** A wait longer than this gets a bar, in milliseconds. */
const barAfter = 1000;

/** Where the line cannot be written over, news come this often at most, in milliseconds. */
const plainEvery = 5000;

const barWidth = 20;

/** Says how far a stage is: a share of it, 0 to 1, and what it is doing, in a few words. */
export type Update = (fraction: number, news: string) => void;

/** A stage that is under way. */
interface Stage {
  readonly name: string;
  readonly started: number;
  /** When it last had a line of its own, where lines cannot be written over. */
  said: number;
  fraction: number;
  news: string;
}

/** The progress of stages: one line each, with a check mark and the time it took; a bar with the latest
 * news while a stage runs. Stages may follow each other or run side by side. */
export class ProgressLine {
  readonly #options: ProgressLineOptions;
  readonly #now: () => number;
  readonly #running = new Set<Stage>();
  /** How many lines are drawn; the last of them is the terminal's last. */
  #drawn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: ProgressLineOptions) {
    this.#options = options;
    this.#now = options.now ?? ((): number => performance.now());
  }

  /** Runs some work as a stage: it begins, and is done or has failed as the work has.
   *
   * @param work is given what it calls now and then, to say how far it is
   * @param notes what is said beside the check mark, or the cross
   * @returns what the work gives, and the seconds that it took
   * @throws what the work throws
   */
  async run<Result>(
    name: string,
    work: (update: Update) => Promise<Result>,
    notes: { readonly done?: (result: Result) => string; readonly failed?: () => string } = {},
  ): Promise<{ readonly result: Result; readonly seconds: number }> {
    const stage = this.#begin(name);
    let result: Result;
    try {
      result = await work((fraction, news) => this.#update(stage, fraction, news));
    } catch (error) {
      this.#end(stage, "✗", "\x1b[31m", notes.failed?.());
      throw error;
    }
    return { result, seconds: this.#end(stage, "✓", "\x1b[32m", notes.done?.(result)) };
  }

  #begin(name: string): Stage {
    const started = this.#now();
    const stage = { name, started, said: started, fraction: 0, news: "" };
    this.#running.add(stage);
    if (this.#options.inPlace) {
      this.#draw();
      this.#timer ??= setInterval(() => this.#draw(), 200);
    }
    return stage;
  }

  #update(stage: Stage, fraction: number, news: string): void {
    Object.assign(stage, { fraction, news });
    if (this.#options.inPlace) return this.#draw();
    if (this.#now() - stage.said < plainEvery) return;
    stage.said = this.#now();
    this.#options.write(`  ${stage.name}  ${Math.round(100 * fraction)} %  ${news}\n`);
  }

  #end(stage: Stage, mark: string, colour: string, note = ""): number {
    this.#running.delete(stage);
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    const seconds = (this.#now() - stage.started) / 1000;
    const { inPlace } = this.#options;
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    const said = ` ${stage.name.padEnd(16)}${time}${note === "" ? "" : `  ${note}`}\n`;
    if (inPlace) this.#draw(`\x1b[K${colour}${mark}\x1b[0m${said}`);
    else this.#options.write(`${mark}${said}`);
    return seconds;
  }

  /** Writes over the lines that were drawn before: first what stays, then a line for each stage. */
  #draw(staying = ""): void {
    const up = this.#drawn > 1 ? `\x1b[${this.#drawn - 1}A` : "";
    const lines = [...this.#running].map((stage) => `${this.#lineOf(stage)}\x1b[K`);
    // Below it are the lines of stages that ended.
    const below = this.#drawn > 1 && staying !== "" ? "\x1b[J" : "";
    this.#drawn = lines.length;
    this.#options.write(`${up}\r${staying}${lines.join("\n")}${below}`);
  }

  /** No wider than the terminal: a line that wraps could not be written over. */
  #lineOf({ name, started, fraction, news }: Stage): string {
    let line = `  ${name.padEnd(16)}`;
    const waited = this.#now() - started;
    if (waited > barAfter) {
      const filled = Math.round(barWidth * Math.min(1, Math.max(0, fraction)));
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      line += `${(waited / 1000).toFixed(0).padStart(6)} s  ${bar}  ${news}`;
    }
    return [...line].slice(0, this.#options.width - 1).join("");
  }
}

/** Progress on stderr: in place on a terminal, plain anywhere else or with `NO_COLOR`. */
export function terminalProgress(): ProgressLine {
  const inPlace = Deno.stderr.isTerminal() && !Deno.noColor;
  return new ProgressLine({
    write: (text) => void Deno.stderr.writeSync(new TextEncoder().encode(text)),
    inPlace,
    width: inPlace ? Deno.consoleSize().columns : Infinity,
  });
}

/** Says on stderr now and then how many images have been read. Where the results appear on a terminal
 * they are the news, and nothing is said.
 *
 * @param total how many there are, where that is known
 * @param options.isShown whether results appear on a terminal
 * @param options.now the time in milliseconds; another clock for tests
 * @returns to be called after each image, with how many have been read
 */
export function progressNotes(
  total: number | undefined,
  { name = "predict", isShown = Deno.stdout.isTerminal(), now = () => performance.now() }: {
    readonly name?: string;
    readonly isShown?: boolean;
    readonly now?: () => number;
  } = {},
): (done: number) => void {
  let said = now();
  return (done) => {
    if (isShown || done === total || now() - said < plainEvery) return;
    said = now();
    printNote(`${name}: ${done}${total === undefined ? "" : ` of ${total}`} images`);
  };
}
