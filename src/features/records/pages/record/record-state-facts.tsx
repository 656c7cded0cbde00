import { type FiscalCalendar, fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import type { RecordSummary, RecordVersion } from "../../record.ts";
import { findPublication, nameOrganisation } from "../../record-state.ts";

/** Which version this is, who answers for it, and whether the public pages show it. */
export function RecordStateFacts({
  record,
  version,
  people,
  calendar,
  directory,
  language,
}: {
  record: RecordSummary;
  version: RecordVersion | null;
  people: (userId: string | null) => string;
  calendar: FiscalCalendar;
  directory: OrganisationDirectory;
  language: Language;
}) {
  const publication = findPublication(record);
  return (
    <dl class="record-state">
      <div>
        <dt>{message(language, "record.state.version")}</dt>
        <dd>{describeVersion(record, version, people, language)}</dd>
      </div>
      <div>
        <dt>{message(language, "record.state.publication")}</dt>
        <dd>
          <span class={`tag publication-${publication}`}>{message(language, `record.publication.${publication}`)}</span>{" "}
          {describePublication(record, calendar, language)}
        </dd>
      </div>
      {record.owner !== null && (
        <div>
          <dt>{message(language, "record.state.owner")}</dt>
          <dd>{nameOrganisation(directory, record.owner, language)}</dd>
        </div>
      )}
    </dl>
  );
}

function describeVersion(
  record: RecordSummary,
  version: RecordVersion | null,
  people: (userId: string | null) => string,
  language: Language,
): string {
  if (!version || version.action === "loaded") return message(language, "record.state.loaded");
  return message(language, "record.state.approved", {
    version: record.version,
    day: formatMoment(language, version.at, "day"),
    author: people(version.author),
    officer: people(version.approvedBy),
  });
}

function describePublication(record: RecordSummary, calendar: FiscalCalendar, language: Language): string {
  const { fiscalYear, publishedVersion } = record;
  const year = fiscalYear === null ? "" : fiscalYearLabel(calendar, fiscalYear, language);
  return message(language, `record.publicationText.${findPublication(record)}`, {
    year,
    version: publishedVersion ?? 0,
  });
}
