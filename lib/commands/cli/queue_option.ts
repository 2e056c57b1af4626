import { queueUrl } from "../../queue/queue_url.ts";
import { type Option, UsageError } from "./arguments.ts";

/** The option that names a queue, the same for every command that takes it. */
export const queueOption: Option = {
  type: "string",
  value: "URL",
  help: "The PostgreSQL database that holds the queue: postgres://user:password@host/database.",
};

/** The address that `--queue` gives.
 *
 * @throws {UsageError} if there is none
 */
export function queueFrom(given: string | boolean | undefined): URL {
  try {
    return queueUrl(String(given ?? ""));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
