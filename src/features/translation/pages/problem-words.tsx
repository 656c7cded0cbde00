import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Problem } from "../checks/problem.ts";

export interface Sides {
  sourceLanguage: Language;
  targetLanguage: Language;
}

/** Private use (Unicode 23.5): no text holds these, so that the places of values can be found again in the sentence. */
const place = /\uE000(\w+)\uE001/;

/** What a check says; words of either text in their own language, so that glyphs and voices follow it (WCAG 3.1.2). */
export function ProblemWords({ problem, sides, language }: { problem: Problem; sides: Sides; language: Language }) {
  const values = Object.entries(problem.values).map(([name, value]) => {
    const isQuoted = typeof value === "string" && languageOf(name, problem, sides) !== language;
    return [name, isQuoted ? `\uE000${name}\uE001` : value] as const;
  });
  const parts = message(language, problem.message, Object.fromEntries(values)).split(place);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} lang={languageTags[languageOf(part, problem, sides)]}>
            {problem.values[part]}
          </span>
        ),
      )}
    </>
  );
}

const ofSource = new Set(["source", "term"]);
/** In whichever text the finding stands. */
const ofEither = new Set(["number", "date", "name"]);

function languageOf(name: string, { source }: Problem, { sourceLanguage, targetLanguage }: Sides): Language {
  const isOfSource = ofSource.has(name) || (ofEither.has(name) && source !== null);
  return isOfSource ? sourceLanguage : targetLanguage;
}
