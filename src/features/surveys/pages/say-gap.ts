import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import type { QuestionGap, WordedPart } from "../question.ts";

/** What a question lacks, in a sentence: which words, and in which language. */
export function sayGap(gap: QuestionGap, language: Language): string {
  if (gap.lacks !== "words") return message(language, `surveyQuestions.gap.${gap.lacks}`);
  return message(language, `surveyQuestions.gap.words.${gap.part}`, {
    name: localize(gap.name, language).text,
    languages: nameLanguages(gap.languages, language),
  });
}

export function nameLanguages(list: readonly Language[], language: Language): string {
  const names = list.map((each) => message(language, `documents.languageName.${each}`));
  return new Intl.ListFormat(languageTags[language]).format(names);
}

/** Where the editor of questions takes these words. */
const fields: Record<WordedPart, string> = {
  text: "text",
  choice: "choices",
  fromText: "fromText",
  toText: "toText",
  row: "rows",
  column: "columns",
};

/** Anchor of the field of the editor that mends it. */
export function placeOfGap(gap: QuestionGap): string {
  const [first] = gap.lacks === "words" ? gap.languages : [];
  return gap.lacks === "words" && first !== undefined ? fieldId(`${fields[gap.part]}.${first}`) : "editor";
}
