import { createRequire } from "node:module";
import type { HostMemory } from "./host-turn.ts";

interface Rules {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
}

// Its types promise a default export that the CommonJS file does not have.
const robotsParser: (url: string, text: string) => Rules = createRequire(import.meta.url)("robots-parser");

/** The name by which a robots.txt may speak of us. */
export const robotName = "Renkei";
/** RFC 9309 §2.5: at least 500 KiB are read. */
export const largestRobotsBytes = 512 * 1024;
const freshHours = 24;
const unreachableMinutes = 30;
const longestCrawlDelaySeconds = 60;

export interface RobotsVerdict {
  allowed: boolean;
  /** 0 where it asks for none */
  delayMilliseconds: number;
}

/** Whether what is remembered is too old to go by (RFC 9309 §2.4: a day). */
export function isRobotsStale({ robotsAt, robotsStatus }: HostMemory, now: Date): boolean {
  if (robotsAt === null) return true;
  const minutes = (now.getTime() - robotsAt.getTime()) / 60_000;
  return minutes > (isUnreachable(robotsStatus) ? unreachableMinutes : freshHours * 60);
}

/** RFC 9309 §2.3.1.4: while a server cannot say what it wants, everything is as if forbidden. 429 says the same in politer words. */
export function isUnreachable(status: number | null): boolean {
  return status === null || status >= 500 || status === 429;
}

const parsed = new Map<string, Rules>();
const mostKept = 200;

/** RFC 9309 §2.3.1.3: without a file everything is allowed. */
export function askRobots(url: URL, { robots, robotsAt }: HostMemory): RobotsVerdict {
  if (robots === null || robots === "") return { allowed: true, delayMilliseconds: 0 };
  const key = `${url.origin} ${robotsAt?.getTime()}`;
  const rules = parsed.get(key) ?? robotsParser(`${url.origin}/robots.txt`, robots);
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(key, rules);
  const seconds = Math.min(Math.max(rules.getCrawlDelay(robotName) ?? 0, 0), longestCrawlDelaySeconds);
  return { allowed: rules.isAllowed(url.href, robotName) !== false, delayMilliseconds: Math.round(seconds * 1_000) };
}
