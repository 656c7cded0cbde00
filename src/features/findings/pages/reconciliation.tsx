import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler, PageRequest } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { type Books, getBooks } from "../../programme/books.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import { type Catalogue, getCatalogue } from "../../statistics/catalogue.ts";
import { describeAmount, signed } from "../../statistics/figure.ts";
import { type ReconciledClaim, reconcileClaims } from "../../statistics/reconcile.ts";

const views = ["all", "different", "partial", "equal", "uncounted"] as const;
type View = (typeof views)[number];

/** Every published figure beside what the records give, document by document. */
export const showReconciliation: PageHandler = async (request) => {
  const { context, language, url } = request;
  const wanted = readText(url, "show");
  const view = views.find((candidate) => candidate === wanted) ?? "all";
  const claims = (await reconcileClaims(context, language)).filter((claim) => belongs(claim, view));
  const books = await getBooks(context);
  const tools = {
    books,
    catalogue: await getCatalogue(context),
    directory: await getDirectory(context),
    programme: await getProgramme(context),
  };
  const title = message(language, "quality.reconciliation");
  const lead = message(language, "quality.reconciliationLead");
  return {
    title,
    description: lead,
    area: "quality",
    trail: [{ text: message(language, "quality.title"), href: links.quality(language) }],
    landscape: true,
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[{ text: "JSON", href: links.api("reconciliation", { lang: language }) }]}
        />
        <LinkTabs
          label={message(language, "quality.view")}
          tabs={views.map((name) => ({
            text: message(language, `quality.views.${name}`),
            href: links.reconciliation(language, { show: name === "all" ? undefined : name }),
            current: name === view,
          }))}
        />
        {books.documents.map((document) => {
          const own = claims.filter(({ claim }) => claim.source.document === document.id);
          if (own.length === 0) return null;
          const name = localize(document.title, language);
          return (
            <Section key={document.id} id={document.id} title={name}>
              <ClaimTable
                id={`claims-${document.id}`}
                caption={name.text}
                claims={own}
                request={request}
                tools={tools}
              />
            </Section>
          );
        })}
        {claims.length === 0 && <p>{message(language, "quality.noClaims")}</p>}
      </>
    ),
  };
};

interface Tools {
  books: Books;
  catalogue: Catalogue;
  directory: OrganisationDirectory;
  programme: Programme;
}

function ClaimTable(props: {
  id: string;
  caption: string;
  claims: ReconciledClaim[];
  request: PageRequest;
  tools: Tools;
}) {
  const { id, caption, claims, request, tools } = props;
  const { language } = request;
  const label = (key: "measure" | "year" | "claimed" | "computed" | "differenceColumn" | "explanation") =>
    message(language, `quality.${key}`);
  return (
    <DataTable
      id={id}
      caption={caption}
      captionHidden
      columns={[
        { key: "measure", label: label("measure"), rowHeader: true },
        { key: "year", label: label("year") },
        { key: "claimed", label: label("claimed"), align: "end" },
        { key: "computed", label: label("computed"), align: "end" },
        { key: "difference", label: label("differenceColumn"), align: "end" },
        { key: "explanation", label: label("explanation"), width: "wide" },
      ]}
      rows={claims.map((entry) => ({ key: entry.claim.id, cells: showClaim(entry, request, tools) }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText=""
    />
  );
}

function showClaim(
  { claim, computed, difference, explanation }: ReconciledClaim,
  { language }: PageRequest,
  tools: Tools,
) {
  const { books, catalogue, directory, programme } = tools;
  const measure = localize(catalogue.measure(claim.measure).name, language).text;
  const group = claim.group === null ? "" : directory.shortName(claim.group, language);
  const amount = (value: number, approximate: boolean) => describeAmount(value, claim.unit, approximate, language).text;
  return {
    measure: (
      <span id={claim.id}>
        {group === "" ? measure : message(language, "table.groupFigures", { group: measure, figures: group })}
        <span class="hint">{books.enteredBy(claim.source, language) ?? claim.source.place}</span>
      </span>
    ),
    year:
      claim.fiscalYear === null
        ? message(language, "quality.allYears")
        : fiscalYearLabel(programme.calendar, claim.fiscalYear, language),
    claimed: amount(claim.value, claim.approximate),
    computed: computed === null ? "—" : amount(computed, false),
    difference: difference === null ? "—" : difference === 0 ? "0" : signed(difference),
    explanation: explanation ?? "",
  };
}

function belongs({ difference, partial }: ReconciledClaim, view: View): boolean {
  if (view === "all") return true;
  if (view === "uncounted") return difference === null;
  if (view === "partial" || partial) return view === "partial" && partial;
  return difference !== null && (difference === 0) === (view === "equal");
}
