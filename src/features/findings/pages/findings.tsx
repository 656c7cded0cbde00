import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import { SeverityTag } from "../../../web/components/badges.tsx";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler, PageRequest } from "../../../web/page.ts";
import { changeQuery } from "../../../web/query.ts";
import { findingRules } from "../finding.ts";
import { type ExplainedFinding, getFindingCounts, getFindingPage } from "../service.ts";
import { readFindingQuery } from "./read-finding-query.ts";
import { RecordLink } from "./record-link.tsx";

const pageSize = 50;

/** Every open or accepted finding with its explanation and the records that it speaks of. */
export const showFindings: PageHandler = async (request) => {
  const { context, language, url } = request;
  const { filter, state, after, rejected } = readFindingQuery(url, context.clock.today());
  const { findings, next } = await getFindingPage(context, filter, { limit: pageSize, afterId: after }, language);
  const total = (await getFindingCounts(context, filter)).reduce((sum, { count }) => sum + count, 0);
  const title = message(language, "quality.findings");
  return {
    title,
    description: message(language, "quality.findingsLead"),
    area: "quality",
    trail: [{ text: message(language, "quality.title"), href: links.quality(language) }],
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "quality.count", { count: total })}
          links={[{ text: "JSON", href: links.api("findings", { lang: language }) }]}
        />
        {rejected.length > 0 && (
          <Notice tone="warning">{message(language, "quality.badFilter", { names: rejected.join(", ") })}</Notice>
        )}
        <Filters request={request} rule={filter.rule} state={state} />
        <DataTable
          id="finding-list"
          caption={title}
          captionHidden
          columns={[
            { key: "rule", label: message(language, "quality.rule"), rowHeader: true },
            { key: "message", label: message(language, "quality.finding"), width: "wide" },
            { key: "records", label: message(language, "quality.records") },
          ]}
          rows={findings.map((finding) => ({ key: String(finding.id), cells: showFinding(finding, request) }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText={message(language, "quality.noFindings")}
        />
        <Pagination
          label={message(language, "quality.paging")}
          position={message(language, "quality.shown", { count: findings.length, total })}
          previous={
            after > 0
              ? { text: message(language, "quality.first"), href: changeQuery(url, { after: undefined }) }
              : undefined
          }
          next={
            next === null
              ? undefined
              : { text: message(language, "quality.next"), href: changeQuery(url, { after: String(next) }) }
          }
        />
      </>
    ),
  };
};

function showFinding(finding: ExplainedFinding, { language }: PageRequest) {
  const reason = finding.acceptedReason ? localize(finding.acceptedReason, language).text : null;
  return {
    rule: (
      <>
        {message(language, `finding.rule.${finding.rule}`)}{" "}
        <SeverityTag severity={finding.severity} label={message(language, `finding.severity.${finding.severity}`)} />
      </>
    ),
    message: (
      <>
        <p>{finding.message}</p>
        {reason !== null && <p class="hint">{message(language, "quality.acceptedBecause", { reason })}</p>}
      </>
    ),
    records: (
      <ul class="record-links">
        {[finding.record, ...finding.related].map((record) => (
          <li key={record}>
            <RecordLink record={record} language={language} />
          </li>
        ))}
      </ul>
    ),
  };
}

function Filters({
  request,
  rule,
  state,
}: {
  request: PageRequest;
  rule: string | undefined;
  state: string | undefined;
}) {
  const { language, url } = request;
  return (
    <ChoiceFilter
      id="filter"
      url={url}
      action={links.findings(language)}
      title={message(language, "quality.filter")}
      fields={[
        {
          name: "rule",
          label: message(language, "quality.rule"),
          options: findingRules.map((value) => ({ value, text: message(language, `finding.rule.${value}`) })),
          value: rule,
        },
        {
          name: "state",
          label: message(language, "quality.stateLabel"),
          options: (["open", "accepted"] as const).map((value) => ({
            value,
            text: message(language, `quality.state.${value}`),
          })),
          value: state,
        },
      ]}
      language={language}
    />
  );
}
