import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import { type Actor, entersKind } from "../accounts/actor.ts";
import type { WorkActivity, WorkChange } from "./work.ts";

const tokyoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** The day of a moment in the programme's time zone, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return tokyoDay.format(moment);
}

export function sayDay(moment: Date, language: Language): string {
  return writeEdtf(dayOf(moment), language);
}

export function sayTitle(title: Localized, language: Language): LocalizedText {
  const found = localize(title, language);
  return found.text === "" ? { text: message(language, "work.untitled"), language } : found;
}

/** What became of a record or an entry, in a few words. */
export function sayChange({ what }: WorkChange, language: Language): string {
  if ("version" in what) {
    const action = what.action === "loaded" ? "created" : what.action;
    return message(language, `work.version.${action}`, { version: what.version });
  }
  const state = what.state === "returned" || what.state === "approved" ? what.state : "submitted";
  return message(language, `work.entry.${state}`);
}

/** What an activity that is over lacks. */
export function sayMissing(activity: WorkActivity, language: Language): string[] {
  return (["stillPlanned", "noResult", "noPeople"] as const)
    .filter((lack) => activity[lack])
    .map((lack) => message(language, `work.missing.${lack}`));
}

export function findChangePage({ kind, record, what }: WorkChange, language: Language): string {
  if ("entry" in what) return links.entry(language, what.entry);
  return what.version > 1 ? links.recordHistory(language, kind, record) : links.memberRecord(language, kind, record);
}

/** Where an activity is completed by those who may, and read by the others. */
export function findActivityPage(actor: Actor, id: string, language: Language): string {
  return entersKind(actor, "activity")
    ? links.correctRecord(language, "activity", id)
    : links.memberRecord(language, "activity", id);
}
