import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { changeQuery } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import type { AuditRow } from "../audit.ts";
import { type AuditPage, getAuditPage } from "../list-audit.ts";
import { readExpectedState, type Verification, verifyAuditLog } from "../verify.ts";
import { AuditFilterForm } from "./audit-filter.tsx";
import {
  type AuditReader,
  nameAction,
  nameOrganisation,
  namePerson,
  nameSubject,
  writeAuditTime,
  writeDetails,
} from "./audit-words.ts";
import { AuditWork, type Tried } from "./audit-work.tsx";
import { readAuditQuery } from "./read-audit-query.ts";

const rowsPerPage = 100;

/** Who did what, newest first. */
export const showAudit: PageHandler<MemberRequest> = (request) => describeAudit(request, null);

/** Works the chain out again; the answer is the page itself, since nothing changes that a second POST could do twice. */
export const verifyNow: ActionHandler = async (request) => {
  const field = request.form.get("expect");
  const text = typeof field === "string" ? field.trim().slice(0, 200) : "";
  const expected = text === "" ? null : readExpectedState(text);
  if (text !== "" && expected === null)
    return { page: await describeAudit(request, { expect: text, result: null }), status: 422 };
  const result: Verification = await verifyAuditLog(request.context, { expected });
  return { page: await describeAudit(request, { expect: text, result }), status: 200 };
};

async function describeAudit({ context, language, url }: MemberRequest, tried: Tried | null): Promise<PageContent> {
  const { filter, below, problems } = readAuditQuery(url, language);
  const page = await getAuditPage(context, filter, { below, limit: rowsPerPage });
  const reader: AuditReader = {
    ...page,
    language,
    directory: await getDirectory(context),
    programme: await getProgramme(context),
  };
  const title = message(language, "audit.page.title");
  const lead = message(language, "audit.page.lead");
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    landscape: true,
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        <AuditWork language={language} filter={filter} tried={tried} />
        {problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        <AuditFilterForm url={url} filter={filter} reader={reader} />
        <AuditTable rows={page.rows} reader={reader} url={url} />
        <Pages page={page} below={below} url={url} language={language} />
      </>
    ),
  };
}

function AuditTable({ rows, reader, url }: { rows: readonly AuditRow[]; reader: AuditReader; url: URL }) {
  const { language } = reader;
  const say = (key: "number" | "at" | "actor" | "action" | "subject" | "details") =>
    message(language, `audit.page.${key}`);
  return (
    <DataTable
      id="rows"
      caption={message(language, "audit.page.rows")}
      captionHidden
      columns={[
        { key: "number", label: say("number"), width: "narrow", align: "end" },
        { key: "at", label: say("at"), width: "date" },
        { key: "actor", label: say("actor"), width: "medium" },
        { key: "action", label: say("action"), width: "medium" },
        { key: "subject", label: say("subject"), width: "wide" },
      ]}
      rows={rows.map((row) => ({
        key: String(row.number),
        cells: {
          number: <span id={`row-${row.number}`}>{row.number}</span>,
          at: <time dateTime={row.at}>{writeAuditTime(row.at, language)}</time>,
          actor: <Actor row={row} reader={reader} url={url} />,
          action: nameAction(row.action, language),
          subject: <Subject row={row} reader={reader} />,
        },
      }))}
      scrollHint={message(language, "audit.page.scroll")}
      emptyText={message(language, "audit.page.empty")}
    />
  );
}

function Actor({ row, reader, url }: { row: AuditRow; reader: AuditReader; url: URL }) {
  const name = namePerson(row.actor, reader);
  const href = changeQuery(url, { actor: row.actor ?? "none", below: undefined });
  return (
    <a href={href} title={message(reader.language, "audit.page.ofPerson", { name })}>
      {name}
    </a>
  );
}

function Subject({ row, reader }: { row: AuditRow; reader: AuditReader }) {
  const { language } = reader;
  const details = writeDetails(row, language);
  return (
    <>
      {row.subject !== null && <LinkedWords {...nameSubject(row.subject, reader)} />}
      {row.organisation !== null && (
        <span class="audit-organisation">{nameOrganisation(row.organisation, reader)}</span>
      )}
      {details.length > 0 && (
        <details class="audit-details">
          <summary>{message(language, "audit.page.details")}</summary>
          <ul>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Pages({
  page,
  below,
  url,
  language,
}: {
  page: AuditPage;
  below: number | null;
  url: URL;
  language: AuditReader["language"];
}) {
  const first = page.rows[0]?.number;
  const last = page.rows.at(-1)?.number;
  if (first === undefined || last === undefined || (below === null && page.next === null)) return null;
  return (
    <Pagination
      label={message(language, "audit.page.paging")}
      position={message(language, "audit.page.position", { first, last })}
      previous={
        below === null
          ? undefined
          : { text: message(language, "audit.page.newest"), href: changeQuery(url, { below: undefined }) }
      }
      next={
        page.next === null
          ? undefined
          : { text: message(language, "audit.page.older"), href: changeQuery(url, { below: String(page.next) }) }
      }
    />
  );
}
