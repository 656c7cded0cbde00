import type { Language } from "../../../core/language.ts";
import { links } from "../../../web/links.ts";

/** Leads from `sheet/key` to the page that shows the record; the bare key where it has none. */
export function RecordLink({ record, language }: { record: string; language: Language }) {
  const [sheet = "", ...rest] = record.split("/");
  const key = rest.join("/");
  const href = {
    activities: links.activity(language, key),
    organisations: links.organisation(language, key),
    partnerships: links.partnership(language, key),
    projects: links.project(language, key),
    agreements: links.agreement(language, key),
    claims: `${links.reconciliation(language)}#${key}`,
  }[sheet];
  return href === undefined ? <span>{record}</span> : <a href={href}>{key}</a>;
}
