import { isConnectionLost } from "./is_connection_lost.ts";

/** The queue cannot be used: the message is one line, without the password. */
export class QueueError extends Error {
  override readonly name = "QueueError";

  /** Makes the error of one queue.
   *
   * @param url of the database
   * @param found what is wrong, what was wanted, and what to do
   */
  constructor(url: URL, found: string, options?: ErrorOptions) {
    super(`Cannot use the queue at ${shown(url)}: ${found}`, options);
  }

  /** Says why the database could not be opened.
   *
   * @param cause what was thrown
   */
  static ofDatabase(url: URL, cause: unknown): QueueError {
    return cause instanceof QueueError ? cause : new QueueError(url, fault(cause), { cause });
  }
}

function shown({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

function fault(cause: unknown): string {
  const error = cause instanceof AggregateError ? cause.errors[0] : cause;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000" || /^SASL|password must be/.test(message)) {
    return `found "${message}", wanted a user and a password that it takes; give them in the address, ` +
      "postgres://user:password@host/database, or in PGUSER and PGPASSWORD";
  }
  if (code === "3D000") return `found "${message}", wanted a database; make it by createdb`;
  if (code === "42501") {
    return `found "${message}", wanted a user who may make tables there; grant create on the database`;
  }
  if (isConnectionLost(cause)) {
    return `found "${
      message || code
    }", wanted a PostgreSQL that answers; check that it runs, and that this ` +
      "machine may reach it";
  }
  return `found "${message}", wanted PostgreSQL 13 or newer`;
}
