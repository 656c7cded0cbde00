import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { heading, paragraph } from "../../reports/compose/blocks.ts";
import type { BulletinContent, BulletinEntry } from "../bulletin.ts";
import { listTraces, type Trace } from "../list-traces.ts";
import { sayAuthor, sayMark } from "../say.ts";

/** The appendix: each sentence with the page it rests on, that page's fingerprint, and who stands for the words. */
export function layOutTraces(content: BulletinContent, language: Language): Block[] {
  if (content.entries.length === 0) return [];
  const traces = Map.groupBy(listTraces(content, language), ({ entry }) => entry.item);
  return [
    heading(1, message(language, "bulletin.trace.title")),
    paragraph(message(language, "bulletin.trace.lead")),
    ...content.entries.flatMap((entry, index): Block[] => {
      const title = localize(entry.title, language).text;
      const caption = message(language, "bulletin.entryTitle", { number: index + 1, title });
      return [
        { is: "table", caption, table: layOutSentences(entry, traces.get(entry.item) ?? [], language) },
        { is: "facts", rows: listGrounds(entry, language) },
      ];
    }),
  ];
}

function listGrounds(entry: BulletinEntry, language: Language): { term: string; runs: Run[] }[] {
  const { url, reference, snapshot, writer, approver, translations } = entry;
  const say = (text: string): Run[] => [{ text }];
  const translators = translations.map(({ language: into, office, id }) =>
    message(language, "bulletin.trace.translation", {
      language: message(language, `language.${into}`),
      name: localize(office ?? {}, language).text || id,
    }),
  );
  const approved = sayAuthor(approver, language);
  return [
    {
      key: "source" as const,
      runs: url === null ? say(message(language, "bulletin.trace.noSource")) : [{ text: url, href: url }],
    },
    {
      key: "reference" as const,
      runs:
        reference?.url && reference.checked !== "memory"
          ? [{ text: reference.url, href: reference.url }]
          : reference?.checked === "memory"
            ? say(message(language, "bulletin.checkedByMemory"))
            : [],
    },
    {
      key: "snapshot" as const,
      runs: say(snapshot === null ? message(language, "bulletin.trace.noSnapshot") : snapshot.sha256),
    },
    {
      key: "writer" as const,
      runs: say(sayAuthor(writer, language) ?? message(language, "bulletin.author.programme")),
    },
    { key: "approver" as const, runs: say(approved ?? "") },
    { key: "translation" as const, runs: say(translators.join(message(language, "list.separator"))) },
    { key: "mark" as const, runs: say(sayMark(entry, language)) },
  ]
    .filter(({ runs }) => runs.some(({ text }) => text !== ""))
    .map(({ key, runs }) => ({
      term: message(language, `bulletin.trace.column.${key === "source" ? "sourceUrl" : key}`),
      runs,
    }));
}

function layOutSentences(entry: BulletinEntry, traces: readonly Trace[], language: Language): PrintTable {
  const shares = { number: 0.1, part: 0.14, sentence: 0.76 } as const;
  return {
    id: `traces-${entry.item}`,
    title: entry.item,
    language,
    asOfText: "",
    columns: (["number", "part", "sentence"] as const).map((key) => ({
      key,
      label: message(language, `bulletin.trace.column.${key}`),
      share: shares[key],
      align: "start",
    })),
    rows: traces.map(({ number, part, sentence }) => ({
      key: number,
      kind: "row",
      shaded: false,
      cells: [
        { text: number, heading: true },
        { text: message(language, `bulletin.trace.part.${part}`) },
        { text: sentence },
      ],
    })),
    notes: [],
    notesTitle: "",
    emptyText: "",
    orientation: "portrait",
  };
}
