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
  language,
  calendar,
  directory,
}: {
  records: readonly RecordSummary[];
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
            <p class="member-row-date">{writeDates(record, language)}</p>
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

/** The first and last possible day: what a list can say without opening every record. */
function writeDates({ dateFrom, dateTo }: RecordSummary, language: Language): string {
  if (dateFrom === null && dateTo === null) return message(language, "record.undated");
  if (dateFrom === dateTo) return writeEdtf(dateFrom ?? "", language, { style: "short" });
  const interval = `${dateFrom ?? ".."}/${dateTo ?? ".."}`;
  return writeEdtf(shortenInterval(interval), language, { style: "short" });
}

/** Whole months and years stand as such: 2016-01-01/2016-01-31 was entered as January. */
function shortenInterval(interval: string): string {
  const [, from, to, day] = interval.match(/^(\d{4}-\d{2})-01\/(\d{4}-\d{2})-(\d{2})$/) ?? [];
  if (from === undefined || to === undefined) return interval;
  const [year, month] = to.split("-").map(Number);
  if (Number(day) !== new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()) return interval;
  if (from.endsWith("-01") && to === `${from.slice(0, 4)}-12`) return from.slice(0, 4);
  return from === to ? from : `${from}/${to}`;
}
