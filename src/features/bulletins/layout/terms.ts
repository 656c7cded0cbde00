import { type Language, languages } from "../../../core/language.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { paragraphOf } from "../../reports/compose/blocks.ts";
import type { BulletinTerm } from "../bulletin.ts";

export interface NumberedTerm {
  number: number;
  term: BulletinTerm;
}

/** Numbers run through the whole bulletin, in the order in which the terms are met. */
export function numberTerms(terms: readonly BulletinTerm[]): NumberedTerm[] {
  return terms.map((term, index) => ({ number: index + 1, term }));
}

/** The text with a raised number behind each term where it first stands; `left`: those that do not stand in it. */
export function markTerms(text: string, notes: readonly NumberedTerm[]): { runs: Run[]; left: NumberedTerm[] } {
  const places = notes
    .map((note) => ({ note, at: text.indexOf(note.term.text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at + a.note.term.text.length - (b.at + b.note.term.text.length));
  const marked = new Set(places.map(({ note }) => note.number));
  const runs: Run[] = [];
  let done = 0;
  for (const { note, at } of places) {
    const end = at + note.term.text.length;
    runs.push({ text: text.slice(done, end) }, raise(note.number));
    done = end;
  }
  runs.push({ text: text.slice(done) });
  return {
    runs: runs.filter((run) => run.text !== ""),
    left: notes.filter(({ number }) => !marked.has(number)),
  };
}

/** What the marks stand for: the term in the other languages. */
export function layOutTerms(notes: readonly NumberedTerm[], language: Language): Block[] {
  if (notes.length === 0) return [];
  return [
    ...notes.map(({ number, term }, index): Block => {
      // The heading of the notes stands in the first of them, so that it never stands alone at the foot of a page.
      const title: Run[] =
        index === 0
          ? [
              {
                text: message(language, "bulletin.leadIn", { text: message(language, "bulletin.terms") }),
                strong: true,
              },
            ]
          : [];
      const others = languages.filter((other) => other !== language);
      const runs = others.flatMap((other, place): Run[] => [
        {
          text: message(language, "bulletin.termIn", { language: message(language, `bulletin.termLanguage.${other}`) }),
        },
        { text: term.words[other], ...(other === language ? {} : { language: other }) },
        ...(place < others.length - 1 ? [{ text: message(language, "bulletin.termSeparator") }] : []),
      ]);
      const label = message(language, "bulletin.termLabel", { term: term.words[language] });
      return paragraphOf([...title, { text: `(${number}) ` }, { text: label }, ...runs], "note");
    }),
  ];
}

/** In brackets, so that nobody takes it for an exponent. */
function raise(number: number): Run {
  return { text: `(${number})`, raised: true };
}
