/** What a plan has learned, as flat arrays in one buffer, which workers may share. */
export class FlatState {
  /** Trained weights, running averages of batch normalisation, velocities, squares; as in the plan. */
  readonly weights: Float32Array;
  readonly running: Float32Array;
  readonly velocities: Float32Array;
  readonly squares: Float32Array;
  /** Averages of the weights and of the running averages, where an average is kept. */
  readonly averages: readonly [weights: Float32Array, running: Float32Array];
  /** The buffer of them all. */
  readonly buffer: ArrayBufferLike;
  readonly #counts: Float64Array;

  /** @param lengths of the trained weights and of the running averages in floats, multiples of 4
   * @param buffer of {@link FlatState.bytes} */
  constructor([trained, running]: readonly [number, number], buffer: ArrayBufferLike) {
    let end = 16;
    const next = (length: number): Float32Array => {
      const array = new Float32Array(buffer, end, length);
      end += array.byteLength;
      return array;
    };
    this.buffer = buffer;
    this.#counts = new Float64Array(buffer, 0, 2);
    this.weights = next(trained);
    this.running = next(running);
    this.velocities = next(trained);
    this.squares = next(trained);
    this.averages = [next(trained), next(running)];
  }

  /** How large the buffer must be. */
  static bytes([trained, running]: readonly [number, number]): number {
    return 16 + 4 * (4 * trained + 2 * running);
  }

  /** How many steps are in the averages. */
  get updates(): number {
    return this.#counts[0];
  }

  set updates(count: number) {
    this.#counts[0] = count;
  }

  /** How many steps were taken. */
  get steps(): number {
    return this.#counts[1];
  }

  set steps(count: number) {
    this.#counts[1] = count;
  }
}
