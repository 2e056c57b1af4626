/** A queue between one who puts and one who waits: the sockets' messages and the loop that reads
 * them. What was put before the end, or before the failure, is still handed out. */
export class AsyncQueue<Item> {
  readonly #items: Item[] = [];
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;

  /** Adds an item at the end. */
  put(item: Item): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** Lets every later {@link take} of an empty queue throw. The first reason counts. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake?.();
  }

  /** The oldest item; waits where there is none.
   * @throws the reason given to {@link fail} */
  async take(): Promise<Item> {
    while (this.#items.length === 0) {
      if (this.#failure !== undefined) throw this.#failure.reason;
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    return this.#items.shift()!;
  }
}
