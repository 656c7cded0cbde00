import { localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Wording } from "../../../web/components/words.tsx";
import { citeSources } from "../../programme/cite-sources.ts";
import type { Source } from "../../programme/source.ts";
import { bullets, paragraphOf } from "../compose/blocks.ts";
import type { Study } from "../compose/study.ts";

/** The documents behind what is told, each once with the places in it. */
export function listSources(sources: readonly Source[], study: Study): Block[] {
  return bullets(citeDocuments(sources, study));
}

/** The same in one line, for a document of a page: 「出典：…」. */
export function tellSources(sources: readonly Source[], study: Study): Block[] {
  const { language } = study;
  const cited = citeDocuments(sources, study);
  if (cited.length === 0) return [];
  const separator = { text: message(language, "list.semicolon") };
  const runs = cited.flatMap((document, index) => (index === 0 ? document : [separator, ...document]));
  return [paragraphOf([{ text: message(language, "report.letter.sources") }, ...runs], "note")];
}

function citeDocuments(sources: readonly Source[], { books, language }: Study): Run[][] {
  return citeSources(sources, books, language).map(({ title, place }) => {
    const name = toRun(title, language);
    if (place === undefined) return [name];
    return [name, { text: message(language, "report.letter.gapJoint") }, toRun(place, language)];
  });
}

/** By their titles alone, for a document that cites whole tables. */
export function listDocuments(ids: Iterable<string>, { books, language, date }: Study): Block[] {
  return bullets(
    [...new Set(ids)].map((id) => {
      const { title, publisher, asOf, language: own } = books.document(id);
      const words = localize(title, language);
      const publisherRun: Run[] =
        publisher === null ? [] : [{ text: publisher, ...(isOther(own, language) ? { language: own } : {}) }];
      return [
        toRun(words, language),
        ...(publisherRun.length > 0 ? [{ text: message(language, "report.letter.gapJoint") }, ...publisherRun] : []),
        { text: message(language, "report.letter.brackets", { text: date(asOf) }) },
      ];
    }),
  );
}

function isOther(own: string, language: Study["language"]): own is Study["language"] {
  return own !== language && (own === "ja" || own === "zh" || own === "en");
}

function toRun(words: Wording, language: Study["language"]): Run {
  if (typeof words === "string") return { text: words };
  return words.language === language ? { text: words.text } : { text: words.text, language: words.language };
}
