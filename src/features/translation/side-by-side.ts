import { formatMoment } from "../../core/format-moment.ts";
import type { Language } from "../../core/language.ts";
import type { PrintCell, PrintColumn, PrintRun, PrintTable } from "../../documents/print-table.ts";
import { render } from "../../documents/render.ts";
import { type Block, joinRuns, type Report } from "../../documents/report.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import {
  assembleTranslation,
  joinSentences,
  type TranslatedBlock,
  type TranslatedDocument,
  type TranslatedText,
} from "./assemble.ts";
import { countWork, type PersonsWork } from "./count-work.ts";
import { gatherPeople } from "./people.ts";
import { findSourceItem } from "./policy-subject.ts";
import { getTranslation } from "./service.ts";
import type { Translation } from "./translation.ts";

export const sideBySideFormats = ["docx", "pdf"] as const;
export type SideBySideFormat = (typeof sideBySideFormats)[number];

export interface SideBySideFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  fileName: string;
}

const mediaTypes: Record<SideBySideFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/**
 * Source and translation side by side, each sentence with its mark; what stands around them is in the reader's language, as on the
 * page. Who may read the translation may have it. Throws `not-found`; what render throws.
 */
export async function writeSideBySide(
  context: Context,
  actor: Actor | null,
  { id, format, language }: { id: string; format: SideBySideFormat; language: Language },
): Promise<SideBySideFile> {
  const translation = await getTranslation(context, actor, id);
  const provenance = await gatherProvenance(context, actor, translation, language);
  const made = { maker: "Renkei", date: context.clock.today(), language, provenance };
  const { report, outline } = composeSideBySide(translation, made);
  const { bytes } = await render({ is: "report", format, report, outline, template: null, images: new Map() });
  const title = (translation.targetTitle ?? translation.title).replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim();
  return { bytes, contentType: mediaTypes[format], fileName: `${[...title].slice(0, 80).join("")}.${format}` };
}

/** Where the text comes from and who stands for the translation; who they are is told to members only. */
async function gatherProvenance(
  context: Context,
  actor: Actor | null,
  translation: Translation,
  language: Language,
): Promise<ProvenanceFact[]> {
  const { segments } = translation;
  const say = (key: "address" | "hash" | "translators" | "reviewers") => message(language, `translation.about.${key}`);
  const item = (await findSourceItem(context, actor, translation))?.item;
  const facts: ProvenanceFact[] = [];
  if (item?.url) facts.push({ term: say("address"), text: item.url });
  if (item?.sha256) facts.push({ term: say("hash"), text: item.sha256 });
  if (actor === null) return facts;
  const work = countWork(segments);
  const name = await gatherPeople(
    context,
    language,
    work.map(({ userId }) => userId),
  );
  const list = (people: readonly PersonsWork[]) => people.map(({ userId }) => name(userId)).join(" / ");
  const [translators, reviewers] = [
    work.filter(({ translated }) => translated > 0),
    work.filter(({ reviewed }) => reviewed > 0),
  ];
  if (translators.length > 0) facts.push({ term: say("translators"), text: list(translators) });
  if (reviewers.length > 0) facts.push({ term: say("reviewers"), text: list(reviewers) });
  return facts;
}

export interface ProvenanceFact {
  term: string;
  text: string;
}

interface Made {
  maker: string;
  date: string;
  /** the reader's */
  language: Language;
  provenance?: readonly ProvenanceFact[];
}

export function composeSideBySide(translation: Translation, made: Made): { report: Report; outline: Block[] } {
  const { maker, date, language, provenance = [] } = made;
  const document = assembleTranslation(translation);
  const [title, mark] = writeMarked(document.title, translation, language);
  // The text travels as a value: braces in it are never taken for placeholders.
  const blocks = [
    ...composeHead(translation, document, language, provenance),
    ...composeBody(translation, document, language),
  ];
  const values = { title: { text: title.text }, mark: { text: mark?.text ?? "" }, body: { blocks } };
  return {
    report: { title: title.text, language, maker, date, images: [], values },
    outline: [
      { is: "paragraph", look: "title", runs: [{ ...title, text: "{{title}}" }, { text: "{{mark}}" }] },
      { is: "paragraph", look: "body", runs: [{ text: "{{body}}" }] },
    ],
  };
}

function composeHead(
  { sourceLanguage, progress, state, approved }: Translation,
  { title }: TranslatedDocument,
  language: Language,
  provenance: readonly ProvenanceFact[],
): Block[] {
  const say = (key: "source" | "state" | "progress") => message(language, `translationDocument.${key}`);
  const approvedAt = approved === null ? "" : formatMoment(language, approved.at, "day");
  return [
    {
      is: "facts",
      rows: [
        { term: say("source"), runs: [{ text: title.source, language: sourceLanguage }] },
        {
          term: say("state"),
          runs: [{ text: message(language, `translationDocument.states.${state}`, { date: approvedAt }) }],
        },
        { term: say("progress"), runs: [{ text: message(language, "translationDocument.counts", progress) }] },
        ...provenance.map(({ term, text }) => ({ term, runs: [{ text }] })),
      ],
    },
    ...composeLegend(progress, language),
  ];
}

/** Of the marks that stand in the text; none where every sentence is reviewed. */
function composeLegend(progress: Translation["progress"], language: Language): Block[] {
  const present = legendOrder.filter((mark) => progress[mark] > 0);
  if (!present.some((mark) => mark !== "reviewed")) return [];
  const sentences = present.map((mark) => message(language, `translationDocument.legends.${mark}`));
  return [{ is: "paragraph", look: "note", runs: [{ text: joinSentences(sentences, language) }] }];
}

const legendOrder = ["machine", "edited", "empty", "reviewed"] as const;

/** Text blocks share one table until a table of the source stands between them. */
function composeBody(translation: Translation, { blocks }: TranslatedDocument, language: Language): Block[] {
  const composed: Block[] = [];
  let text: TranslatedBlock[] = [];
  const flush = () => {
    if (text.length > 0) composed.push(composeText(translation, text, composed.length, language));
    text = [];
  };
  for (const block of blocks) {
    if (block.is !== "table") {
      text.push(block);
      continue;
    }
    flush();
    composed.push(...composeTables(translation, block, composed.length, language));
  }
  flush();
  return composed;
}

function composeText(
  translation: Translation,
  blocks: readonly TranslatedBlock[],
  index: number,
  language: Language,
): Block {
  const { sourceLanguage, targetLanguage } = translation;
  const columns: PrintColumn[] = (["source", "target"] as const).map((key) => ({
    key,
    label: message(language, `translationDocument.${key}`),
    share: 0.5,
    align: "start",
  }));
  // English is parted by spaces: a sentence from the next, and a mark in English from what follows.
  const needsSpace = (before: TranslatedText | undefined) =>
    before !== undefined && (targetLanguage === "en" || (language === "en" && before.mark !== "reviewed"));
  const rows = blocks.flatMap((block, row) => {
    if (block.is === "table") return [];
    const heading = block.is === "heading" ? { heading: true } : {};
    const source = joinSentences(
      block.texts.map((text) => text.source),
      sourceLanguage,
    );
    const target = block.texts.flatMap((text, position) => [
      ...(needsSpace(block.texts[position - 1]) ? [{ text: " " }] : []),
      ...writeMarked(text, translation, language),
    ]);
    return [
      {
        key: String(row),
        kind: "row" as const,
        shaded: false,
        cells: [
          { ...cellOf([{ text: source, language: sourceLanguage }]), ...heading },
          { ...cellOf(target), ...heading },
        ],
      },
    ];
  });
  return { is: "table", caption: null, table: tableOf(`text-${index}`, language, columns, rows) };
}

/** A table is set twice, so that neither loses its columns; each is of its own language, for its head has no parts. */
function composeTables(
  translation: Translation,
  block: Extract<TranslatedBlock, { is: "table" }>,
  index: number,
  language: Language,
): Block[] {
  const { sourceLanguage, targetLanguage } = translation;
  const width = Math.max(...block.rows.map((row) => row.length), 1);
  const sides = [
    { key: "source", of: sourceLanguage, write: ({ source }: TranslatedText) => [{ text: source }] },
    { key: "target", of: targetLanguage, write: (text: TranslatedText) => writeMarked(text, translation, language) },
  ] as const;
  return sides.map(({ key, of, write }): Block => {
    const [head = [], ...rest] = block.rows;
    const hasHead = block.headerRows > 0;
    const columns: PrintColumn[] = Array.from({ length: width }, (_, column) => {
      const cell = head[column];
      const label = hasHead && cell ? joinRuns(write(cell)) : " ";
      return { key: String(column), label, share: 1 / width, align: "start" };
    });
    const rows = (hasHead ? rest : block.rows).map((row, position) => ({
      ...{ key: String(position), kind: "row" as const, shaded: false },
      cells: columns.map((_, column) => {
        const cell = row[column];
        return cellOf(cell ? write(cell) : []);
      }),
    }));
    const caption = message(language, `translationDocument.${key}`);
    return { is: "table", caption, table: tableOf(`table-${index}-${key}`, of, columns, rows) };
  });
}

function cellOf(runs: PrintRun[]): PrintCell {
  return { text: joinRuns(runs), runs };
}

function tableOf(id: string, language: Language, columns: PrintColumn[], rows: PrintTable["rows"]): PrintTable {
  const none = { title: "", asOfText: "", notes: [], notesTitle: "", emptyText: "" };
  return { id, language, columns, rows, orientation: "portrait", ...none };
}

/** 「〔機械翻訳〕」 behind a sentence that nobody has looked at; nothing behind one that was reviewed. */
function writeMarked(
  { source, target, mark }: TranslatedText,
  { sourceLanguage, targetLanguage }: Pick<Translation, "sourceLanguage" | "targetLanguage">,
  language: Language,
): [PrintRun, ...PrintRun[]] {
  if (mark === "reviewed") return [{ text: target, language: targetLanguage }];
  return [
    mark === "empty" ? { text: source, language: sourceLanguage } : { text: target, language: targetLanguage },
    { text: message(language, `translationDocument.marks.${mark}`), language },
  ];
}
