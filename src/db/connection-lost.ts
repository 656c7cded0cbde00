/**
 * Whether a query failed because the server went away, starts, stops or takes nobody in: the same request may succeed in a
 * moment. Class 08 and 57P01–57P03, 53300 of PostgreSQL's error codes (its documentation, appendix A); the rest are of sockets.
 */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (/^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code)) return true;
  // The driver says these in words only.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable)/.test(
    error.message,
  );
}
