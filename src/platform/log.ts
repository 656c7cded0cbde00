import { destination, type Logger, pino, stdTimeFunctions } from "pino";
import { AppError } from "../core/errors.ts";
import type { LogLevel } from "./config.ts";

export type Log = Logger;

/** One JSON line an event on stderr, so that stdout stays free for what a command prints. */
export function createLog(config: { logLevel: LogLevel }): Log {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: ["req.headers.cookie", "req.headers.authorization", "password", "databaseUrl"],
    },
    destination({ dest: 2, sync: true }),
  );
}

/** Only what is safe and useful: database errors carry rows in `detail`, which may hold personal data. */
function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof AppError)
    return { type: "AppError", code: error.code, details: error.details, stack: error.stack };
  if (error instanceof Error) {
    const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
    return { type: error.name, message: error.message, ...code, stack: error.stack };
  }
  return { message: String(error) };
}
