import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { Block, Report } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { heading, paragraph } from "../../reports/compose/blocks.ts";
import { type BulletinContent, bulletinParts, daysOfMonth } from "../bulletin.ts";
import { lacksLanguage, sayApproval, sayIssue, sayTitle } from "../say.ts";
import { layOutCoverage } from "./coverage.ts";
import { layOutEntry } from "./entry.ts";
import { layOutTerms, numberTerms } from "./terms.ts";
import { layOutTraces } from "./traces.ts";

/** A bulletin in one language as the writers of Word and PDF take it. From the same content come the same blocks. */
export function layOutBulletin(content: BulletinContent, language: Language): { report: Report; outline: Block[] } {
  const report: Report = {
    title: sayTitle(content.month, language),
    language,
    maker: localize(content.maker, language).text,
    date: content.approval?.on ?? daysOfMonth(content.month).to,
    images: [],
    values: {},
  };
  const outline = [
    ...layOutCover(content, language),
    ...layOutSummary(content, language),
    ...layOutParts(content, language),
    ...layOutCoverage(content, language),
    ...layOutTraces(content, language),
  ];
  return { report, outline };
}

function layOutCover(content: BulletinContent, language: Language): Block[] {
  return [
    paragraph(message(language, "bulletin.title"), "title"),
    paragraph(sayIssue(content.month, language), "subtitle"),
    paragraph(localize(content.programme, language).text, "subtitle"),
    paragraph(localize(content.maker, language).text, "maker"),
    paragraph(sayApproval(content, language), "date"),
    { is: "contents", title: message(language, "bulletin.contents") },
    { is: "page-break" },
  ];
}

function layOutSummary(content: BulletinContent, language: Language): Block[] {
  const { entries, approval } = content;
  const lacking = entries.filter((entry) => lacksLanguage(entry, language)).length;
  const count = (number: number) => message(language, "bulletin.count", { count: number });
  const figures = [
    { value: count(entries.length), label: message(language, "bulletin.figure.entries") },
    ...bulletinParts
      .map((part) => ({ part, number: entries.filter((entry) => entry.part === part).length }))
      // The three parts of every number, and the fourth only where it has something.
      .filter(({ part, number }) => part !== "other" || number > 0)
      .map(({ part, number }) => ({ value: count(number), label: message(language, `bulletin.part.${part}`) })),
  ];
  return [
    heading(1, message(language, "bulletin.summaryTitle")),
    paragraph(message(language, "bulletin.intro")),
    { is: "key-figures", items: figures.slice(0, 4) },
    ...(approval === null ? [paragraph(message(language, "bulletin.unapprovedNote"), "note")] : []),
    ...(lacking > 0 ? [paragraph(message(language, "bulletin.japaneseOnlyCount", { count: lacking }), "note")] : []),
    ...(content.terms[language].length > 0 ? [paragraph(message(language, "bulletin.termsFrom"), "note")] : []),
    ...(approval?.note ? [paragraph(approval.note)] : []),
    ...(entries.length === 0 ? [paragraph(message(language, "bulletin.noEntries"))] : []),
  ];
}

/** Each part with its entries and, below them, the terms that stand in them for the first time. */
function layOutParts(content: BulletinContent, language: Language): Block[] {
  const notes = numberTerms(content.terms[language]);
  return bulletinParts.flatMap((part) => {
    const own = content.entries.flatMap((entry, index) => (entry.part === part ? [{ entry, number: index + 1 }] : []));
    if (own.length === 0) return [];
    const noted = notes.filter(({ term }) => own.some(({ entry }) => entry.item === term.entry));
    return [
      heading(1, message(language, `bulletin.part.${part}`)),
      ...own.flatMap(({ entry, number }) =>
        layOutEntry(
          entry,
          number,
          noted.filter(({ term }) => term.entry === entry.item),
          language,
        ),
      ),
      ...layOutTerms(noted, language),
    ];
  });
}
