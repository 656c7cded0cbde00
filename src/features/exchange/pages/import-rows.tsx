import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { recordKind } from "../../../records/registry.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Section } from "../../../web/components/section.tsx";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import { choosePage } from "../../../web/paging.ts";
import { changeQuery } from "../../../web/query.ts";
import { describeRowProblem } from "../describe-problem.ts";
import type { Import } from "../import-store.ts";
import { countRows, type ImportResult, type RowResult, rowStatuses } from "../plan.ts";
import { headersById } from "../recognise-upload.ts";
import { isAlike, RowLikenesses, showAlike } from "./row-likenesses.tsx";

const pageSize = 100;

interface RowsProps {
  language: Language;
  url: URL;
  found: Import;
  result: ImportResult;
}

/** Every row with what it would do, errors first where nothing else was asked for. */
export function ImportRows({ language, url, found, result }: RowsProps) {
  const counts = countRows(result.rows);
  const show = url.searchParams.get("show");
  const asked = rowStatuses.find((status) => status === show);
  const alike = result.rows.filter(isAlike);
  const onlyAlike = show === showAlike && alike.length > 0;
  const chosen = rowStatuses
    .filter((status) => asked === undefined || status === asked)
    .flatMap((status) => (onlyAlike ? alike : result.rows).filter((row) => row.status === status));
  const page = choosePage(chosen, pageSize, url);
  const headers = headersById(recordKind(found.kind), language);
  const tab = (status: (typeof rowStatuses)[number]) => ({
    text: `${message(language, `exchange.import.status.${status}`)} (${counts[status]})`,
    href: changeQuery(url, { show: status, page: undefined }),
    current: asked === status,
  });
  return (
    <Section id="rows" title={message(language, "exchange.import.rows")}>
      <LinkTabs
        label={message(language, "exchange.import.rows")}
        tabs={[
          {
            text: message(language, "exchange.import.all", { count: result.rows.length }),
            href: changeQuery(url, { show: undefined, page: undefined }),
            current: asked === undefined && !onlyAlike,
          },
          ...rowStatuses.filter((status) => counts[status] > 0).map(tab),
          ...(alike.length === 0
            ? []
            : [
                {
                  text: `${message(language, "likeness.sheet.tab")} (${alike.length})`,
                  href: changeQuery(url, { show: showAlike, page: undefined }),
                  current: onlyAlike,
                },
              ]),
        ]}
      />
      <DataTable
        id="import-rows"
        caption={message(language, "exchange.import.rows")}
        captionHidden
        columns={[
          { key: "row", label: message(language, "exchange.import.row"), align: "end", width: "narrow" },
          { key: "result", label: message(language, "exchange.import.result"), width: "narrow" },
          { key: "details", label: message(language, "exchange.import.record"), width: "medium" },
        ]}
        rows={page.items.map((row) => ({
          key: String(row.number),
          cells: {
            row: row.number,
            result: (
              <span class={`exchange-status exchange-status-${row.status}`}>
                {message(language, `exchange.import.status.${row.status}`)}
              </span>
            ),
            details: (
              <>
                <RecordName row={row} />
                <Details language={language} row={row} headers={headers} />
                <RowLikenesses language={language} kind={found.kind} row={row} />
              </>
            ),
          },
        }))}
        scrollHint={message(language, "tables.scrollHint")}
        emptyText={message(language, "exchange.import.noRows")}
      />
      <OffsetPagination page={page} url={url} language={language} />
    </Section>
  );
}

function RecordName({ row }: { row: RowResult }) {
  return (
    <span class="exchange-record">
      {row.title}
      {row.record !== null && <span class="exchange-id">{row.record}</span>}
    </span>
  );
}

interface DetailsProps {
  language: Language;
  row: RowResult;
  headers: ReadonlyMap<string, string>;
}

function Details({ language, row, headers }: DetailsProps) {
  const empty = message(language, "exchange.import.nothing");
  if (row.problems.length + row.changes.length === 0) return null;
  return (
    <ul class="exchange-details">
      {row.problems.map((problem) => (
        <li key={`${problem.address} ${problem.code}`} class="exchange-error">
          {describeRowProblem(problem, headers, language)}
        </li>
      ))}
      {row.changes.map(({ column, before, after }) => (
        <li key={column}>
          {message(language, "exchange.import.change", { column: headers.get(column) ?? column })}
          {row.status === "changed" ? <del>{before === "" ? empty : before}</del> : <span>{before}</span>} →{" "}
          <ins>{after === "" ? empty : after}</ins>
        </li>
      ))}
    </ul>
  );
}
