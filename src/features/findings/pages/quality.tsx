import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { reconcileClaims } from "../../statistics/reconcile.ts";
import { findingRules, findingSeverities } from "../finding.ts";
import { getFindingCounts } from "../service.ts";

/** Where the records can be trusted and where they disagree, in numbers that lead to the cases. */
export const showQuality: PageHandler = async ({ context, language }) => {
  const counts = await getFindingCounts(context, { asOf: context.clock.today() });
  const claims = await reconcileClaims(context, language);
  const open = counts.filter(({ accepted }) => !accepted);
  const sum = (entries: typeof counts) => entries.reduce((total, { count }) => total + count, 0);
  const compared = claims.filter(({ difference }) => difference !== null);
  const equal = compared.filter(({ difference }) => difference === 0).length;
  const partial = compared.filter((claim) => claim.partial).length;
  const title = message(language, "quality.title");
  const lead = message(language, "quality.lead");
  const unit = message(language, "unit.items");
  return {
    title,
    description: lead,
    area: "quality",
    trail: [],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        <KeyFigures
          figures={[
            {
              label: message(language, "quality.openFindings"),
              value: String(sum(open)),
              unit,
              href: links.findings(language, { state: "open" }),
            },
            {
              label: message(language, "quality.equalClaims"),
              value: String(equal),
              unit,
              note: message(language, "quality.ofCompared", { count: compared.length }),
              href: links.reconciliation(language, { show: "equal" }),
            },
            {
              label: message(language, "quality.differentClaims"),
              value: String(compared.length - equal - partial),
              unit,
              href: links.reconciliation(language, { show: "different" }),
            },
            {
              label: message(language, "quality.partialClaims"),
              value: String(partial),
              unit,
              href: links.reconciliation(language, { show: "partial" }),
            },
            {
              label: message(language, "quality.uncountedClaims"),
              value: String(claims.length - compared.length),
              unit,
              href: links.reconciliation(language, { show: "uncounted" }),
            },
          ]}
        />
        <Section
          id="findings"
          title={message(language, "quality.findings")}
          lead={message(language, "quality.findingsLead")}
        >
          <DataTable
            id="finding-counts"
            caption={message(language, "quality.byRule")}
            columns={[
              { key: "rule", label: message(language, "quality.rule"), rowHeader: true },
              { key: "meaning", label: message(language, "quality.meaning"), width: "wide" },
              ...findingSeverities.map((severity) => ({
                key: severity,
                label: message(language, `finding.severity.${severity}`),
                align: "end" as const,
              })),
              { key: "accepted", label: message(language, "quality.accepted"), align: "end" },
            ]}
            rows={findingRules.map((rule) => ({
              key: rule,
              cells: {
                rule: <a href={links.findings(language, { rule })}>{message(language, `finding.rule.${rule}`)}</a>,
                meaning: message(language, `finding.meaning.${rule}`),
                ...Object.fromEntries(
                  findingSeverities.map((severity) => [
                    severity,
                    String(sum(open.filter((entry) => entry.rule === rule && entry.severity === severity)) || "—"),
                  ]),
                ),
                accepted: String(sum(counts.filter((entry) => entry.rule === rule && entry.accepted)) || "—"),
              },
            }))}
            scrollHint={message(language, "tables.scrollHint")}
            emptyText={message(language, "quality.noFindings")}
          />
        </Section>
        <Section id="method" title={message(language, "quality.method")}>
          <p>{message(language, "quality.methodRecords")}</p>
          <p>{message(language, "quality.methodAccepted")}</p>
        </Section>
      </>
    ),
  };
};
