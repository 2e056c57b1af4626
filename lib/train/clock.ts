const breath = 50;
const saveInterval = 30_000;

/** Measures a run, and says when it should let other work in. */
export class Clock {
  readonly #start = performance.now();
  #lastBreath = this.#start;
  #lastSave = this.#start;

  /** Since the clock was made. */
  seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** Lets timers, signals and messages in if that was more than 50 ms ago: computing awaits only
   * what is there already, and would hold up everything else. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#lastBreath < breath) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#lastBreath = performance.now();
  }

  /** Whether half a minute has gone since this last was true. */
  isSaveDue(): boolean {
    if (performance.now() - this.#lastSave < saveInterval) return false;
    this.#lastSave = performance.now();
    return true;
  }
}
