import { edtfBounds, parseEdtf } from "../../../../core/edtf.ts";
import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { getNews } from "../../../news/service.ts";
import { getRecordCounts } from "../../../programme/service.ts";
import { describeAmount } from "../../../statistics/figure.ts";
import { bullets, paragraph } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";

const measureId = "policy-reports";

/**
 * How many monthly reports there are, where a document has stated it by the day: the reports themselves are not among the
 * records, and a number that nobody has stated is not made up.
 */
export function writePolicyMonitoring(study: Study): Block[] {
  const { catalogue, language, fiscalYear, asOf, notebook, year } = study;
  const measure = catalogue.measures.get(measureId);
  const amounts = (measure?.units ?? []).flatMap((unit) => {
    const claim = catalogue.claim({ measure: measureId, fiscalYear, group: null, unit }, asOf);
    if (!claim) return [];
    notebook.use("claim", [claim.id]);
    const { text } = describeAmount(claim.value, unit, claim.approximate, language);
    notebook.figure(`${measureId}/${fiscalYear}/${unit}`, localize(measure?.name ?? {}, language).text, text);
    return text;
  });
  if (amounts.length === 0) {
    notebook.lack(message(language, "report.interim.gapMonthly", { year }));
    return [];
  }
  const [months = "", ...pages] = amounts;
  return [
    paragraph(
      message(language, pages.length === 0 ? "report.interim.monthly" : "report.interim.monthlyWithPages", {
        year,
        months,
        pages: pages.join(message(language, "list.separator")),
      }),
    ),
  ];
}

/** What the programme's site carries: documents that its records cite, and news of the year. */
export async function writeInformationSharing(study: Study): Promise<Block[]> {
  const { context, language, asOf, range, books, notebook, year } = study;
  const counts = await getRecordCounts(context);
  const cited = new Set(counts.flatMap(({ byDocument }) => Object.keys(byDocument)));
  const documents = books.documents.filter(
    ({ id, asOf: day }) => cited.has(id) && firstDay(day) <= asOf && isOfProgramme(id, counts),
  );
  const news = (await getNews(context)).filter(({ published }) => {
    const day = firstDay(published);
    return day >= range.from && day <= range.to && day <= asOf;
  });
  notebook.use(
    "news",
    news.map(({ id }) => id),
  );
  notebook.use(
    "document",
    documents.map(({ id }) => id),
  );
  notebook.figure("library/documents", message(language, "report.interim.documentsLabel"), String(documents.length));
  notebook.figure(`news/${study.fiscalYear}`, message(language, "report.interim.newsLabel"), String(news.length));
  return bullets([
    documents.length === 0 ? "" : message(language, "report.interim.documents", { count: documents.length }),
    news.length === 0 ? "" : message(language, "report.interim.news", { count: news.length, year }),
  ]);
}

/** Authorities for codes and names of bodies are cited by organisations only; what the programme wrote, by its activities and figures too. */
function isOfProgramme(document: string, counts: Awaited<ReturnType<typeof getRecordCounts>>): boolean {
  return counts.some(({ sheet, byDocument }) => !sheet.startsWith("organisation") && (byDocument[document] ?? 0) > 0);
}

function firstDay(date: string): string {
  const parsed = parseEdtf(date);
  return (parsed.ok ? edtfBounds(parsed.value).from : null) ?? date;
}
