import { localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Wording } from "../../../web/components/words.tsx";
import { citeSources } from "../../programme/cite-sources.ts";
import type { Source } from "../../programme/source.ts";
import { bullets } from "../compose/blocks.ts";
import type { Study } from "../compose/study.ts";

/** The documents behind what is told, each once with the places in it. */
export function listSources(sources: readonly Source[], { books, language }: Study): Block[] {
  return bullets(
    citeSources(sources, books, language).map(({ title, place }) => {
      const name = toRun(title, language);
      return place === undefined
        ? [name]
        : [name, { text: message(language, "report.letter.gap") }, toRun(place, language)];
    }),
  );
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
        ...(publisherRun.length > 0 ? [{ text: message(language, "report.letter.gap") }, ...publisherRun] : []),
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
