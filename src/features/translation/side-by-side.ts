import { formatMoment } from "../../core/format-moment.ts";
import type { Language } from "../../core/language.ts";
import type { PrintColumn, PrintTable } from "../../documents/print-table.ts";
import { render } from "../../documents/render.ts";
import type { Block, Report } from "../../documents/report.ts";
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
 * Source and translation side by side, in the language of the translation, each sentence with its mark. Who may read the translation
 * may have it. Throws `not-found`; what render throws.
 */
export async function writeSideBySide(
  context: Context,
  actor: Actor | null,
  id: string,
  format: SideBySideFormat,
): Promise<SideBySideFile> {
  const translation = await getTranslation(context, actor, id);
  const provenance = await gatherProvenance(context, actor, translation);
  const made = { maker: "Renkei", date: context.clock.today(), provenance };
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
): Promise<ProvenanceFact[]> {
  const { targetLanguage: language, segments } = translation;
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

export function composeSideBySide(
  translation: Translation,
  { maker, date, provenance = [] }: { maker: string; date: string; provenance?: readonly ProvenanceFact[] },
): { report: Report; outline: Block[] } {
  const { targetLanguage: language } = translation;
  const document = assembleTranslation(translation);
  const title = document.title.mark === "empty" ? document.title.source : document.title.target;
  // The text travels as a value: braces in it are never taken for placeholders.
  const blocks = [...composeHead(translation, document, provenance), ...composeBody(translation, document)];
  return {
    report: { title, language, maker, date, images: [], values: { title: { text: title }, body: { blocks } } },
    outline: [
      { is: "paragraph", look: "title", runs: [{ text: "{{title}}" }] },
      { is: "paragraph", look: "body", runs: [{ text: "{{body}}" }] },
    ],
  };
}

function composeHead(
  translation: Translation,
  { title }: TranslatedDocument,
  provenance: readonly ProvenanceFact[],
): Block[] {
  const { targetLanguage: language, sourceLanguage, progress, state, approved } = translation;
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
    { is: "paragraph", look: "note", runs: [{ text: message(language, "translationDocument.legend") }] },
  ];
}

/** Text blocks share one table until a table of the source stands between them. */
function composeBody(translation: Translation, { blocks }: TranslatedDocument): Block[] {
  const composed: Block[] = [];
  let text: TranslatedBlock[] = [];
  const flush = () => {
    if (text.length > 0) composed.push(composeText(translation, text, composed.length));
    text = [];
  };
  for (const block of blocks) {
    if (block.is !== "table") {
      text.push(block);
      continue;
    }
    flush();
    composed.push(...composeTables(translation, block, composed.length));
  }
  flush();
  return composed;
}

function composeText(
  { sourceLanguage, targetLanguage }: Translation,
  blocks: readonly TranslatedBlock[],
  index: number,
): Block {
  const columns: PrintColumn[] = (["source", "target"] as const).map((key) => ({
    key,
    label: message(targetLanguage, `translationDocument.${key}`),
    share: 0.5,
    align: "start",
  }));
  const rows = blocks.flatMap((block, row) => {
    if (block.is === "table") return [];
    const heading = block.is === "heading" ? { heading: true } : {};
    const source = joinSentences(
      block.texts.map((text) => text.source),
      sourceLanguage,
    );
    const target = joinSentences(
      block.texts.map((text) => writeMarked(text, targetLanguage)),
      targetLanguage,
    );
    return [
      {
        key: String(row),
        kind: "row" as const,
        shaded: false,
        cells: [
          { text: source, ...heading },
          { text: target, ...heading },
        ],
      },
    ];
  });
  return { is: "table", caption: null, table: tableOf(`text-${index}`, targetLanguage, columns, rows) };
}

/** A table is set twice, so that neither loses its columns. */
function composeTables(
  { sourceLanguage, targetLanguage }: Translation,
  block: Extract<TranslatedBlock, { is: "table" }>,
  index: number,
): Block[] {
  const width = Math.max(...block.rows.map((row) => row.length), 1);
  const sides = [
    { key: "source", language: sourceLanguage, write: ({ source }: TranslatedText) => source },
    { key: "target", language: targetLanguage, write: (text: TranslatedText) => writeMarked(text, targetLanguage) },
  ] as const;
  return sides.map(({ key, write }): Block => {
    const [head = [], ...rest] = block.rows;
    const hasHead = block.headerRows > 0;
    const columns: PrintColumn[] = Array.from({ length: width }, (_, column) => {
      const cell = head[column];
      return { key: String(column), label: hasHead && cell ? write(cell) : " ", share: 1 / width, align: "start" };
    });
    const rows = (hasHead ? rest : block.rows).map((row, position) => ({
      ...{ key: String(position), kind: "row" as const, shaded: false },
      cells: columns.map((_, column) => {
        const cell = row[column];
        return { text: cell ? write(cell) : "" };
      }),
    }));
    const caption = message(targetLanguage, `translationDocument.${key}`);
    return { is: "table", caption, table: tableOf(`table-${index}-${key}`, targetLanguage, columns, rows) };
  });
}

function tableOf(id: string, language: Language, columns: PrintColumn[], rows: PrintTable["rows"]): PrintTable {
  const none = { title: "", asOfText: "", notes: [], notesTitle: "", emptyText: "" };
  return { id, language, columns, rows, orientation: "portrait", ...none };
}

/** 「〔機械翻訳〕」 behind a sentence that nobody has looked at; nothing behind one that was reviewed. */
function writeMarked({ source, target, mark }: TranslatedText, language: Language): string {
  if (mark === "reviewed") return target;
  return `${mark === "empty" ? source : target}${message(language, `translationDocument.marks.${mark}`)}`;
}
