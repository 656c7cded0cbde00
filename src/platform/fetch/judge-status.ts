import { FetchFailure } from "./fetch-problem.ts";
import type { OnceAnswer } from "./request-once.ts";

/** What an answer means for whoever wanted the page; null: it is one, or leads to one. */
export function judgeStatus({ status, headers }: OnceAnswer, { host }: URL, now: Date): FetchFailure | null {
  if (status === 200 || status === 304 || [301, 302, 303, 307, 308].includes(status)) return null;
  const values = { status, host };
  if (status === 404 || status === 410) return new FetchFailure("final", "not-found", values);
  // Sites behind a guard answer a program with a riddle in script; it may let us in at another time.
  if (status === 412 || status === 521) return new FetchFailure("temporary", "challenge", values);
  if (status === 401 || status === 403 || status === 451) return new FetchFailure("temporary", "denied", values);
  if (status === 429 || status === 503)
    return new FetchFailure("temporary", "busy", values, readRetryAfter(headers["retry-after"], now));
  if (status >= 500) return new FetchFailure("temporary", "server-error", values);
  return new FetchFailure("final", "status", values);
}

const longestRetrySeconds = 86_400;

/** RFC 9110 10.2.3: seconds or a date; at most a day, so that a slip of theirs does not end the watching. */
export function readRetryAfter(text: string | undefined, now: Date): Date | null {
  if (text === undefined) return null;
  const seconds = /^\d+$/.test(text.trim()) ? Number(text) : (Date.parse(text) - now.getTime()) / 1_000;
  if (!(seconds > 0)) return null;
  return new Date(now.getTime() + Math.min(seconds, longestRetrySeconds) * 1_000);
}
