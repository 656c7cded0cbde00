import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { foldText } from "../../../core/text-folding.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Wording } from "../../../web/components/words.tsx";
import { citeSources } from "../../programme/cite-sources.ts";
import type { Source } from "../../programme/source.ts";
import { bullets, paragraphOf } from "../compose/blocks.ts";
import type { Study } from "../compose/study.ts";
import { lastDay } from "./known-on.ts";

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
  const joint = { text: message(language, "report.letter.gapJoint") };
  return citeSources(sources, books, language).map(({ id, title, place }) => {
    const name = toRun(title, language);
    if (place === undefined) return [name];
    if (typeof place === "string" || !isOther(place.language, language)) return [name, joint, toRun(place, language)];
    // The place is found in the document by its own words: all of it stays in that language.
    const own = citeSources(
      sources.filter(({ document }) => document === id),
      books,
      place.language,
    )[0]?.place;
    return [name, ...introduceOther(typeof own === "object" ? own.text : place.text, place.language, language)];
  });
}

/** “ (in Japanese: …)” */
function introduceOther(text: string, own: Language, language: Language): Run[] {
  return [
    { text: message(language, `report.letter.inLanguage.${own}`) },
    { text, language: own },
    { text: message(language, "report.letter.inLanguageEnd") },
  ];
}

/** By their titles alone, for a document that cites whole tables. */
export function listDocuments(ids: Iterable<string>, study: Study): Block[] {
  const { books, language, date } = study;
  return bullets(
    [...new Set(ids)].map((id) => {
      const { title, publisher, asOf, language: own } = books.document(id);
      const words = localize(title, language);
      return [
        toRun(words, language),
        ...(publisher === null ? [] : namePublisher(publisher, own, asOf, study)),
        { text: message(language, "report.letter.brackets", { text: date(asOf) }) },
      ];
    }),
  );
}

/** Of a document in another language: by the name that the directory has for it, as far as one organisation published it. */
function namePublisher(publisher: string, own: string, asOf: string, { directory, language }: Study): Run[] {
  const joint = { text: message(language, "report.letter.gapJoint") };
  if (!isOther(own, language)) return [joint, { text: publisher }];
  const printed = foldText(publisher);
  const named = /[、，；;]/.test(publisher)
    ? []
    : directory.all
        .map(({ id }) => ({ id, name: foldText(directory.name(id, own, lastDay(asOf))) }))
        .filter(({ name }) => name.length >= shortestName && printed.includes(name))
        .toSorted((a, b) => b.name.length - a.name.length);
  const [found] = named;
  if (found) return [joint, { text: directory.name(found.id, language, lastDay(asOf)) }];
  return introduceOther(publisher, own, language);
}

/** 「北京市」 within another body's name does not make it the publisher. */
const shortestName = 4;

function isOther(own: string, language: Study["language"]): own is Study["language"] {
  return own !== language && (own === "ja" || own === "zh" || own === "en");
}

function toRun(words: Wording, language: Study["language"]): Run {
  if (typeof words === "string") return { text: words };
  return words.language === language ? { text: words.text } : { text: words.text, language: words.language };
}
