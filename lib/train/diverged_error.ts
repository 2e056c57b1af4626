/** Training left the range of floating-point numbers: the learning rate is too high. A search over
 * learning rates catches it and goes on. */
export class DivergedError extends Error {
  override readonly name = "DivergedError";

  constructor(step: number, learningRate: number) {
    super(
      `Training diverged: the loss of step ${step} is not a finite number at learning rate ` +
        `${learningRate.toPrecision(3)}. Lower the learning rate`,
    );
  }
}
