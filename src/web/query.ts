import { parseEdtf } from "../core/edtf.ts";

/** The parameter without control characters and at a bearable length; undefined where absent or empty. */
export function readText(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name);
  if (value === null) return undefined;
  const clean = removeControlCharacters(value).trim().slice(0, 200);
  return clean === "" ? undefined : clean;
}

export function readTexts(url: URL, name: string): string[] {
  const values = url.searchParams.getAll(name).slice(0, 50);
  return values.map((value) => removeControlCharacters(value).trim().slice(0, 200)).filter((value) => value !== "");
}

/** The choices in an address: those that mean something here, and the values that do not. */
export function readChoices<Name extends string>(
  url: URL,
  isKnown: Readonly<Record<Name, (value: string) => boolean>>,
): { chosen: Partial<Record<Name, string>>; unknown: string[] } {
  const chosen: Partial<Record<Name, string>> = {};
  const unknown: string[] = [];
  for (const name in isKnown) {
    const value = readText(url, name);
    if (value === undefined) continue;
    if (isKnown[name](value)) chosen[name] = value;
    else unknown.push(value);
  }
  return { chosen, unknown };
}

/** PostgreSQL's text cannot hold NUL, and no filter means anything with one. */
export function removeControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}

export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** A four-digit year; "invalid" for anything else that is not empty. */
export function readYear(url: URL, name: string): number | undefined | "invalid" {
  const text = readText(url, name);
  if (text === undefined) return undefined;
  return /^\d{4}$/.test(text) ? Number(text) : "invalid";
}

/** YYYY-MM-DD of a real day (PostgreSQL, like the calendar of history, has no year 0); "invalid" for anything else that is not empty. */
export function readDay(url: URL, name: string): string | undefined | "invalid" {
  const text = readText(url, name);
  if (text === undefined) return undefined;
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && parseEdtf(text).ok ? text : "invalid";
}

/** YYYY-MM of a real month; "invalid" for anything else that is not empty. */
export function readMonth(url: URL, name: string): string | undefined | "invalid" {
  const text = readText(url, name);
  if (text === undefined) return undefined;
  return /^(?!0000)\d{4}-\d{2}$/.test(text) && parseEdtf(text).ok ? text : "invalid";
}

/** The same address with some parameters changed; undefined removes one. */
export function changeQuery(url: URL, changes: Record<string, string | undefined>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
  }
  return `${changed.pathname}${changed.search}`;
}

/** The same address without one value of a parameter that may stand more than once. */
export function removeFromQuery(url: URL, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.delete(name, value);
  return `${changed.pathname}${changed.search}`;
}
