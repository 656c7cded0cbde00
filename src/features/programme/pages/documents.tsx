import { writeEdtf } from "../../../core/edtf-format.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { memberDocumentId } from "../../../records/member-source.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getBooks, type SourceDocument } from "../books.ts";
import type { SheetCount } from "../framework.ts";
import { getRecordCounts } from "../service.ts";

/** The documents behind the records, and how much was taken from each. */
export const showDocuments: PageHandler = async ({ context, language }) => {
  const { documents } = await getBooks(context);
  const counts = await getRecordCounts(context);
  const title = message(language, "documents.title");
  return {
    title,
    description: message(language, "documents.description"),
    area: null,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "documents.lead")}
          links={[{ text: message(language, "documents.toLibrary"), href: links.library(language) }]}
        />
        <Overview documents={documents} counts={counts} language={language} />
        {documents.map((document) => (
          <Section key={document.id} id={document.id} title={localize(document.title, language)}>
            <DefinitionList items={describeDocument(document, counts, language)} />
          </Section>
        ))}
      </>
    ),
  };
};

function Overview(props: { documents: SourceDocument[]; counts: SheetCount[]; language: Language }) {
  const { documents, counts, language } = props;
  return (
    <Section id="overview" title={message(language, "documents.overview")}>
      <LinkList
        items={documents.map((document) => ({
          text: localize(document.title, language),
          href: `#${document.id}`,
          note:
            document.id === memberDocumentId
              ? message(language, "memberSource.summary", { count: countFrom(document, counts) })
              : message(language, "documents.summary", {
                  date: writeEdtf(document.asOf, language),
                  count: countFrom(document, counts),
                }),
        }))}
      />
    </Section>
  );
}

function countFrom(document: SourceDocument, counts: readonly SheetCount[]): number {
  return counts.reduce((sum, count) => sum + (count.byDocument[document.id] ?? 0), 0);
}

function describeDocument(document: SourceDocument, counts: readonly SheetCount[], language: Language): Definition[] {
  const original = isLanguage(document.language) ? document.language : null;
  const inOriginal = (text: string) => <Words value={original ? { text, language: original } : text} />;
  const originalTitle = original && document.title[original];
  const note = localize(document.note, language);
  const say = (key: "originalTitle" | "publisher" | "language" | "published" | "asOf" | "note" | "records") =>
    message(language, `documents.${key}`);
  const records = { term: say("records"), values: [writeCounts(document, counts, language)] };
  // No document in truth: it has neither an author nor a day of its own.
  if (document.id === memberDocumentId)
    return [{ term: say("note"), values: [message(language, "memberSource.note")] }, records];
  return [
    ...(originalTitle && original !== language
      ? [{ term: say("originalTitle"), values: [inOriginal(originalTitle)] }]
      : []),
    {
      term: say("publisher"),
      values: [document.publisher ? inOriginal(document.publisher) : message(language, "documents.noPublisher")],
    },
    { term: say("language"), values: [choiceMessage(language, "documents.languageName", document.language)] },
    {
      term: say("published"),
      values: [
        document.published ? writeEdtf(document.published, language) : message(language, "documents.notPublished"),
      ],
    },
    { term: say("asOf"), values: [writeEdtf(document.asOf, language)] },
    ...(note.text === "" ? [] : [{ term: say("note"), values: [<Words key="note" value={note} />] }]),
    records,
  ];
}

/** The most numerous kinds first. */
function writeCounts(document: SourceDocument, counts: readonly SheetCount[], language: Language): string {
  const parts = counts
    .map(({ sheet, byDocument }) => ({ sheet, count: byDocument[document.id] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ sheet, count }) =>
      message(language, "documents.sheetCount", { sheet: choiceMessage(language, "documents.sheet", sheet), count }),
    );
  return parts.length === 0
    ? message(language, "documents.noRecords")
    : parts.join(message(language, "list.separator"));
}
