import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { heading, paragraph } from "../../reports/compose/blocks.ts";
import type { BulletinContent, BulletinEntry } from "../bulletin.ts";
import { listTraces, type Trace } from "../list-traces.ts";
import { sayAuthor, sayEntryTitle } from "../say.ts";

/** The appendix: each sentence with the page it rests on, that page's fingerprint, and who stands for the words. */
export function layOutTraces(content: BulletinContent, language: Language): Block[] {
  if (content.entries.length === 0) return [];
  const traces = Map.groupBy(listTraces(content, language), ({ entry }) => entry.item);
  return [
    heading(1, message(language, "bulletin.trace.title")),
    paragraph(message(language, "bulletin.trace.lead")),
    ...content.entries.flatMap((entry, index): Block[] => {
      const title = sayEntryTitle(entry, language);
      const caption = message(language, "bulletin.entryTitle", { number: index + 1, title });
      return [{ is: "table", caption, table: layOutTable(entry, caption, traces.get(entry.item) ?? [], language) }];
    }),
  ];
}

/** The sentences, and below them what they all rest on: in one table, so that the one is not parted from the other. */
function layOutTable(entry: BulletinEntry, title: string, traces: readonly Trace[], language: Language): PrintTable {
  const shares = { number: 0.09, part: 0.19, sentence: 0.72 } as const;
  const sentences = traces.map(({ number, part, sentence }) => ({
    key: number,
    texts: [number, message(language, `bulletin.trace.part.${part}`), sentence],
    shaded: false,
  }));
  const grounds = listGrounds(entry, language).map(({ key, text }) => ({
    key,
    texts: ["", message(language, `bulletin.trace.column.${key}`), text],
    shaded: true,
  }));
  return {
    id: `traces-${entry.item}`,
    title,
    language,
    asOfText: "",
    columns: (["number", "part", "sentence"] as const).map((key) => ({
      key,
      label: message(language, `bulletin.trace.column.${key}`),
      share: shares[key],
      align: "start",
    })),
    rows: [...sentences, ...grounds].map(({ key, texts, shaded }) => ({
      key,
      kind: "row",
      shaded,
      cells: texts.map((text, index) => ({ text, heading: index === 0 })),
    })),
    notes: [],
    notesTitle: "",
    emptyText: "",
    orientation: "portrait",
  };
}

function listGrounds(entry: BulletinEntry, language: Language) {
  const { url, reference, snapshot, writer, approver, translations } = entry;
  const translators = translations.map(({ language: into, office, id }) =>
    message(language, "bulletin.trace.translation", {
      language: message(language, `language.${into}`),
      name: localize(office ?? {}, language).text || id,
    }),
  );
  const isChecked = reference !== null && reference.checked !== "memory";
  return [
    { key: "sourceUrl", text: url ?? message(language, "bulletin.trace.noSource") },
    { key: "reference", text: isChecked ? (reference.url ?? reference.title) : "" },
    { key: "snapshot", text: snapshot?.sha256 ?? message(language, "bulletin.trace.noSnapshot") },
    { key: "writer", text: sayAuthor(writer, language) ?? message(language, "bulletin.author.programme") },
    { key: "approver", text: sayAuthor(approver, language) ?? "" },
    { key: "translation", text: translators.join(message(language, "list.separator")) },
  ].flatMap(({ key, text }) => (isGround(key) && text !== "" ? [{ key, text }] : []));
}

const groundKeys = ["sourceUrl", "reference", "snapshot", "writer", "approver", "translation"] as const;

function isGround(key: string): key is (typeof groundKeys)[number] {
  return groundKeys.some((one) => one === key);
}
