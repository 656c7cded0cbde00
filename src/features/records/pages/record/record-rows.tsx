import { writeEdtf } from "../../../../core/edtf-format.ts";
import { type FiscalCalendar, fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { LinkedWords } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import type { RecordSummary } from "../../record.ts";
import { findPublication, nameOrganisation } from "../../record-state.ts";
import { titleOf } from "./record-reader.ts";
import { VisibilityTag } from "./record-visibility.tsx";

/** A row each: when, what, who may see it and whether the public pages show it. */
export function RecordRows({
  records,
  dates,
  language,
  calendar,
  directory,
}: {
  records: readonly RecordSummary[];
  /** EDTF by id */
  dates: ReadonlyMap<string, string>;
  language: Language;
  calendar: FiscalCalendar;
  directory: OrganisationDirectory;
}) {
  return (
    <ol class="member-rows">
      {records.map((record) => {
        const publication = findPublication(record);
        return (
          <li key={record.id}>
            <p class="member-row-date">{writeDate(dates.get(record.id), language)}</p>
            <div class="member-row-what">
              <p class="member-row-title">
                <LinkedWords
                  text={titleOf(record, language)}
                  href={links.memberRecord(language, record.kind, record.id)}
                />
              </p>
              <p class="member-row-facts">
                {record.fiscalYear !== null && <span>{fiscalYearLabel(calendar, record.fiscalYear, language)}</span>}
                {record.owner !== null && (
                  <span>
                    {message(language, "record.enteredBy", {
                      organisation: nameOrganisation(directory, record.owner, language),
                    })}
                  </span>
                )}
                {record.version > 1 && (
                  <span>{message(language, "record.versionNumber", { version: record.version })}</span>
                )}
              </p>
            </div>
            <p class="member-row-state">
              <VisibilityTag visibility={record.visibility} language={language} />
              {publication !== "public" && publication !== "members" && (
                <span class={`tag publication-${publication}`}>
                  {message(language, `record.publication.${publication}`)}
                </span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** As the public pages write it. */
function writeDate(date: string | undefined, language: Language): string {
  return date === undefined ? message(language, "record.undated") : writeEdtf(date, language, { style: "short" });
}
