/** Waits for something that a fault may delay for ever, so that a test fails with what it knows instead of hanging: far
 * longer than it takes on a slow machine, and no measure of speed.
 *
 * @param minutes it may take
 * @param state says what is the matter when it has not come
 */
export async function within<T>(
  minutes: number,
  work: Promise<T>,
  state: () => Promise<string> | string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(async () => {
      reject(new Error(`Not done after ${minutes} minutes: ${await state()}`));
    }, minutes * 60_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
