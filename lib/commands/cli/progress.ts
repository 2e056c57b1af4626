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

/** The progress of stages that follow each other: one line each, with a check mark and the time it
 * took; a bar with the latest news while a stage runs. */
export class ProgressLine {
  readonly #options: ProgressLineOptions;
  readonly #now: () => number;
  #stage = "";
  #started = 0;
  #said = 0;
  #fraction = 0;
  #news = "";
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: ProgressLineOptions) {
    this.#options = options;
    this.#now = options.now ?? ((): number => performance.now());
  }

  /** Runs some work as a stage: it begins, and is done or has failed as the work has.
   *
   * @param work calls {@link update} now and then
   * @param notes what is said beside the check mark, or the cross
   * @returns what the work gives, and the seconds that it took
   * @throws what the work throws
   */
  async run<Result>(
    stage: string,
    work: () => Promise<Result>,
    notes: { readonly done?: (result: Result) => string; readonly failed?: () => string } = {},
  ): Promise<{ readonly result: Result; readonly seconds: number }> {
    this.begin(stage);
    let result: Result;
    try {
      result = await work();
    } catch (error) {
      this.fail(notes.failed?.());
      throw error;
    }
    return { result, seconds: this.done(notes.done?.(result)) };
  }

  /** A stage begins. Every stage ends with {@link done} or {@link fail}. */
  begin(stage: string): void {
    this.#stage = stage;
    this.#started = this.#said = this.#now();
    [this.#fraction, this.#news] = [0, ""];
    if (!this.#options.inPlace) return;
    this.#draw();
    this.#timer = setInterval(() => this.#draw(), 200);
  }

  /** How far the stage is.
   * @param fraction 0 to 1
   * @param news what it is doing, in a few words */
  update(fraction: number, news: string): void {
    [this.#fraction, this.#news] = [fraction, news];
    if (this.#options.inPlace) return this.#draw();
    if (this.#now() - this.#said < plainEvery) return;
    this.#said = this.#now();
    this.#options.write(`  ${this.#stage}  ${Math.round(100 * fraction)} %  ${news}\n`);
  }

  /** The stage is done. Returns the seconds that it took. */
  done(note = ""): number {
    return this.#end("✓", "\x1b[32m", note);
  }

  /** The stage failed. Returns the seconds that it took. */
  fail(note = ""): number {
    return this.#end("✗", "\x1b[31m", note);
  }

  #end(mark: string, colour: string, note: string): number {
    clearInterval(this.#timer);
    const seconds = (this.#now() - this.#started) / 1000;
    const { inPlace, write } = this.#options;
    const start = inPlace ? `\r\x1b[K${colour}${mark}\x1b[0m` : mark;
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    write(`${start} ${this.#stage.padEnd(16)}${time}${note === "" ? "" : `  ${note}`}\n`);
    return seconds;
  }

  #draw(): void {
    let line = `  ${this.#stage.padEnd(16)}`;
    const waited = this.#now() - this.#started;
    if (waited > barAfter) {
      const filled = Math.round(barWidth * Math.min(1, Math.max(0, this.#fraction)));
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      line += `${(waited / 1000).toFixed(0).padStart(6)} s  ${bar}  ${this.#news}`;
    }
    // A line that wraps could not be written over.
    this.#options.write(`\r${[...line].slice(0, this.#options.width - 1).join("")}\x1b[K`);
  }
}

/** A progress line on stderr: in place on a terminal, plain anywhere else or with `NO_COLOR`. */
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
