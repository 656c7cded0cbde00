/** The few ways in which a request can fail; status codes and words are chosen at the edge. */
export type ErrorCode =
  | "not-found"
  | "invalid-input"
  | "conflict"
  | "unavailable"
  | "forbidden"
  | "too-many-requests"
  | "too-large";

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
