/** What a system says where nobody answers, or no longer. */
const ofSystem = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** PostgreSQL's codes for a connection that failed, a server that stops or starts, or has no connection to spare
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const ofServer = /^(?:08\w{3}|57P0[1-3]|53300)$/;

/** What the driver says, without a code. */
const ofDriver =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has)/;

/** Whether an error says that the database is away, which passes, and not that something is wrong with what it
 * was asked for. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isConnectionLost(error.cause);
  const code = "code" in error ? String(error.code) : "";
  return ofSystem.test(code) || ofServer.test(code) || ofDriver.test(error.message);
}
