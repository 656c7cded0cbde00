/** Where the programme's home country counts its days. */
export const homeTimeZone = "Asia/Tokyo";

/** The present day as YYYY-MM-DD in the given time zone; tests give a fixed one. */
export interface Clock {
  now(): Date;
  today(): string;
}

export function createClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone });
  return { now: () => new Date(), today: () => format.format(new Date()) };
}

export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant), today: () => instant.slice(0, 10) };
}
