import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, findMessageKey, message } from "../../../messages/message.ts";
import { isRecordKindId } from "../../../records/kind.ts";
import type { TextLink } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { AuditRow } from "../audit.ts";
import type { AuditPage } from "../list-audit.ts";

/** What rows are put into words with. */
export interface AuditReader extends Pick<AuditPage, "people" | "titles" | "entryTitles" | "sheets"> {
  language: Language;
  directory: OrganisationDirectory;
  programme: Programme;
}

/** The bare action where a later version wrote one that this one has no words for. */
export function nameAction(action: string, language: Language): string {
  const key = findMessageKey(`audit.action.${action}`);
  return key === null ? action : message(language, key);
}

export function namePerson(userId: string | null, { people, language }: AuditReader): string {
  if (userId === null) return message(language, "audit.page.nobody");
  const person = people.get(userId);
  if (!person) return message(language, "audit.page.unknown");
  return person.erased ? message(language, "audit.page.erased") : person.name;
}

export function nameOrganisation(id: string, { directory, language }: AuditReader): string {
  return directory.find(id) ? directory.name(id, language) : id;
}

/** `kind/id` in words, with the page that shows it where there is one. */
export function nameSubject(subject: string, reader: AuditReader): Partial<TextLink> & { text: TextLink["text"] } {
  const { language, titles, entryTitles, sheets, programme } = reader;
  const [kind = "", id = ""] = subject.startsWith("/") ? [] : subject.split("/");
  if (isRecordKindId(kind)) {
    const title = titles.get(subject);
    const kindName = choiceMessage(language, "record.kind", kind, 1);
    if (!title) {
      const entered = entryTitles.get(subject);
      const name = (entered && localize(entered, language).text) || id;
      return { text: message(language, "audit.page.subjectEntry", { kind: kindName, name }) };
    }
    const text = `${kindName}${language === "en" ? ": " : "："}${localize(title, language).text || id}`;
    return { text, href: links.memberRecord(language, kind, id) };
  }
  if (kind === "year" && /^\d{4}$/.test(id))
    return {
      text: fiscalYearLabel(programme.calendar, Number(id), language),
      href: links.memberYear(language, Number(id)),
    };
  if (kind === "account") return { text: namePerson(id, reader) };
  if (kind === "invitation") return { text: message(language, "audit.page.subjectInvitation", { id }) };
  if (kind === "import")
    return { text: message(language, "audit.page.subjectImport", { name: sheets.get(id) ?? id.slice(0, 8) }) };
  return { text: subject };
}

export function writeAuditTime(at: string, language: Language): string {
  return formatMoment(language, new Date(at), "second");
}

export function writeDetails({ details, network }: AuditRow, language: Language): string[] {
  const values = Object.entries(details).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return network === null ? values : [...values, `${message(language, "audit.page.network")}: ${network}`];
}
