import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { readDay, readText } from "../../../web/query.ts";
import type { AuditFilter } from "../store.ts";

export interface AuditQuery {
  filter: AuditFilter;
  /** shows what stands below this number; null for the newest */
  below: number | null;
  /** what of the address makes no sense and was left out */
  problems: string[];
}

/** Days are counted as the reader's country counts them. */
export function readAuditQuery(url: URL, language: Language): AuditQuery {
  const problems: string[] = [];
  const takeDay = (name: "from" | "to") => {
    const day = readDay(url, name);
    if (day !== "invalid") return day;
    problems.push(message(language, "audit.page.badDay", { value: readText(url, name) ?? "" }));
    return undefined;
  };
  const number = readText(url, "below");
  const isNumber = number !== undefined && /^[1-9]\d{0,14}$/.test(number);
  if (number !== undefined && !isNumber) problems.push(message(language, "audit.page.badNumber", { value: number }));
  return {
    filter: {
      actor: readText(url, "actor"),
      action: readText(url, "action"),
      subject: readText(url, "subject"),
      from: takeDay("from"),
      to: takeDay("to"),
      timeZone: timeZoneOf(language),
    },
    below: isNumber ? Number(number) : null,
    problems,
  };
}

/** The log is read in Beijing and in Tokyo. */
export function timeZoneOf(language: Language): string {
  return language === "zh" ? "Asia/Shanghai" : "Asia/Tokyo";
}
