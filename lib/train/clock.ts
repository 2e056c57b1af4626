const breath = 50;
const saveInterval = 30_000;

/** Measures a run, and says when it should let other work in. */
export class Clock {
  readonly #start = performance.now();
  #lastBreath = this.#start;
  #lastSave = this.#start;
  /** Seconds until the first step was done. */
  #firstStep = 0;

  /** Since the clock was made. */
  seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** How long the steps that are left will take, by those that are done but the first: that one takes longer by far,
   * as everything is compiled and started in it. `undefined` after it alone, where more are left.
   *
   * @param done steps since the clock was made, from 1; asked after each of them
   */
  secondsLeft(done: number, left: number): number | undefined {
    const seconds = this.seconds();
    if (done === 1) this.#firstStep = seconds;
    if (left === 0) return 0;
    return done === 1 ? undefined : (seconds - this.#firstStep) / (done - 1) * left;
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
