/** Passes values on, but not more often than is good to look at: between two of them the latest
 * waits, and older ones are dropped. The last value always arrives. */
export class Throttle<Value> {
  readonly #send: (value: Value) => Promise<void>;
  readonly #interval: number;
  #waiting: { readonly value: Value } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #nextAt = -Infinity;

  /**
   * @param send takes a value; while it works no other is passed on
   * @param interval the least time between two values, in milliseconds; where `send` is slow, it is
   * longer, so that sending takes no more than a fifth of the time
   */
  constructor(send: (value: Value) => Promise<void>, interval: number) {
    this.#send = send;
    this.#interval = interval;
  }

  /** Passes a value on: now if it is time, otherwise later, unless a newer one comes before. */
  async push(value: Value): Promise<void> {
    this.#waiting = { value };
    if (this.#sending !== undefined) return;
    if (performance.now() < this.#nextAt) this.#sendLater();
    else await this.flush();
  }

  /** Passes the waiting value on, at once. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#sending !== undefined) await this.#sending.catch(() => {});
    if (this.#waiting === undefined) return;
    const { value } = this.#waiting;
    this.#waiting = undefined;
    const started = performance.now();
    this.#sending = this.#send(value);
    try {
      await this.#sending;
    } finally {
      this.#sending = undefined;
      const took = performance.now() - started;
      this.#nextAt = performance.now() + Math.max(this.#interval - took, 4 * took);
      if (this.#waiting !== undefined) this.#sendLater();
    }
  }

  #sendLater(): void {
    const rest = this.#nextAt - performance.now();
    // What fails in the timer has nobody to tell; the next push meets the same trouble.
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), rest);
  }
}
