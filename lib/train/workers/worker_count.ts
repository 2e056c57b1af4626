/** Images a worker should have of each batch. With fewer, waiting for each other eats up what another
 * core gains. */
const leastShare = 16;

/** Images of a whole run below which starting workers takes longer than they save: on two cores, about 0.6
 * seconds for the start against some 12 microseconds an image of the quick profile's network. */
const leastImages = 50_000;

/** How many workers pay off: one for each core, but none with fewer than 16 images of a batch, and
 * only one in a run that is over at once.
 *
 * @param batchSize images a step
 * @param images of all epochs together
 * @param cores of the machine, by default
 */
export function workerCount(
  batchSize: number,
  images: number,
  cores: number = navigator.hardwareConcurrency,
): number {
  if (images < leastImages) return 1;
  return Math.max(1, Math.min(cores, Math.floor(batchSize / leastShare)));
}
