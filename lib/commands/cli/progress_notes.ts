import { printNote } from "./print.ts";

/** News come this often at most, in milliseconds. */
const every = 5000;

/** Says on stderr now and then how many images have been read. Where the results appear on a terminal
 * they are the news, and nothing is said.
 *
 * @param total how many there are
 * @param options.isShown whether results appear on a terminal
 * @param options.now the time in milliseconds; another clock for tests
 * @returns to be called after each image, with how many have been read
 */
export function progressNotes(
  total: number,
  { isShown = Deno.stdout.isTerminal(), now = () => performance.now() }: {
    readonly isShown?: boolean;
    readonly now?: () => number;
  } = {},
): (done: number) => void {
  let said = now();
  return (done) => {
    if (isShown || done === total || now() - said < every) return;
    said = now();
    printNote(`predict: ${done} of ${total} images`);
  };
}
