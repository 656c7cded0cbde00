import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { DataTable } from "../../../../web/components/data-table.tsx";
import { Notice } from "../../../../web/components/notices.tsx";
import { Section } from "../../../../web/components/section.tsx";
import { links } from "../../../../web/links.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import { nameOrganisation } from "../../record-state.ts";
import { UpcomingList } from "../../upcoming-list.tsx";
import type { TableOutlook, YearOutlook } from "../../year-outlook.ts";

const changes = ["new", "changed", "gone"] as const;
/** The records whose state in the public tables changes with the next publication. */
export function YearChanges({
  outlook: { items, year, leftOut },
  language,
}: {
  outlook: YearOutlook;
  language: Language;
}) {
  const hidden = year.unpublished - items.length;
  return (
    <Section
      id="changes"
      title={message(language, "year.changes.title")}
      lead={message(language, items.length === 0 ? "year.changes.none" : "year.changes.lead", { count: items.length })}
    >
      {leftOut > 0 && (
        <Notice tone="warning">
          <p>{message(language, "year.changes.leftOut", { count: leftOut })}</p>
        </Notice>
      )}
      {changes.map((change) => (
        <UpcomingList
          key={change}
          title={message(language, `year.changes.${change}`)}
          items={items.filter((item) => item.change === change)}
          language={language}
        />
      ))}
      {hidden > 0 && <p class="quiet">{message(language, "year.changes.hidden", { count: hidden })}</p>}
    </Section>
  );
}

/** Figures before and after, table by table; only the tables that change. */
export function YearTables({
  outlook: { tables, year, untried },
  language,
}: {
  outlook: YearOutlook;
  language: Language;
}) {
  if (tables.length === 0) return null;
  return (
    <Section
      id="tables"
      title={message(language, "year.tables.title")}
      lead={message(language, "year.tables.lead")}
      more={{ text: message(language, "preview.list.title"), href: links.memberTables(language) }}
    >
      {untried > 0 && (
        <Notice tone="warning">
          <p>{message(language, "preview.untried", { count: untried })}</p>
        </Notice>
      )}
      {tables.map((table) => (
        <TableChange key={table.id} table={table} fiscalYear={year.fiscalYear} language={language} />
      ))}
    </Section>
  );
}

function TableChange({ table, fiscalYear, language }: { table: TableOutlook; fiscalYear: number; language: Language }) {
  const { rows, changedRows, figures } = table;
  const preview = links.tablePreview(language, table.id, { fiscalYear, include: "approved" });
  return (
    <div class="table-change">
      <h3>
        <a href={preview}>{table.title}</a>
      </h3>
      <ul>
        {rows.before !== rows.after && <li>{message(language, "year.tables.rows", rows)}</li>}
        {changedRows > 0 && <li>{message(language, "year.tables.changedRows", { count: changedRows })}</li>}
      </ul>
      {figures.length > 0 && (
        <DataTable
          id={`figures-${table.id}`}
          caption={table.title}
          captionHidden
          columns={[
            { key: "figure", label: message(language, "year.tables.figure") },
            { key: "before", label: message(language, "year.tables.before") },
            { key: "after", label: message(language, "year.tables.after") },
          ]}
          rows={figures.map(({ row, column, before, after }) => ({
            key: `${row} ${column}`,
            cells: {
              figure: `${row}${message(language, "list.slash")}${column}`,
              before,
              after: <strong>{after}</strong>,
            },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText={message(language, "tables.empty")}
        />
      )}
    </div>
  );
}

/** Whose entries are still under way. */
export function YearOwners({
  outlook: { owners, year },
  language,
  directory,
}: {
  outlook: YearOutlook;
  language: Language;
  directory: OrganisationDirectory;
}) {
  if (year.waiting + year.unfinished === 0) return null;
  return (
    <Section id="owners" title={message(language, "year.owners.title")} lead={message(language, "year.owners.lead")}>
      {owners.length > 0 && (
        <DataTable
          id="owners-table"
          caption={message(language, "year.owners.title")}
          captionHidden
          columns={[
            { key: "organisation", label: message(language, "year.owners.organisation") },
            { key: "waiting", label: message(language, "year.part.waiting"), align: "end" },
            { key: "unfinished", label: message(language, "year.part.unfinished"), align: "end" },
          ]}
          rows={owners.map(({ organisation, waiting, unfinished }) => ({
            key: organisation,
            cells: { organisation: nameOrganisation(directory, organisation, language), waiting, unfinished },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText={message(language, "tables.empty")}
        />
      )}
    </Section>
  );
}
