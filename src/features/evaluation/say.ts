import { type Language, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { choiceMessage, findMessageKey, type MessageKey, type MessageValues, message } from "../../messages/message.ts";
import { writeFiscalYears } from "../programme/write-fiscal-years.ts";
import type { Project } from "../projects/project.ts";
import { type Basis, startOfProject, yearsOfProject } from "./basis.ts";

/** One sentence in all languages. */
export function sayInAll(key: MessageKey, values: (language: Language) => MessageValues = () => ({})): Localized {
  return Object.fromEntries(languages.map((language) => [language, message(language, key, values(language))]));
}

export function sayYears({ programme }: Pick<Basis, "programme">, years: readonly number[], language: Language) {
  return writeFiscalYears(programme, years, language);
}

/** 「上海市、天津市」; long lists are cut, and say so. */
export function joinNames(names: readonly string[], language: Language, most = 6): string {
  const unique = [...new Set(names)];
  const shown = unique.slice(0, most);
  const head = shown.slice(0, -1).join(message(language, "list.separator"));
  const last = shown.at(-1) ?? "";
  const joined = head === "" ? last : `${head}${message(language, "list.last")}${last}`;
  return unique.length > most
    ? message(language, "evaluation.draft.andOthers", { names: joined, count: unique.length - most })
    : joined;
}

export function nameOrganisations({ directory }: Basis, ids: readonly string[], language: Language): string {
  return joinNames(
    ids.map((id) => (directory.find(id) ? directory.name(id, language) : id)),
    language,
  );
}

/** 「2016年度から」; where no document states the beginning, only since when there are records of it. */
export function saySince(project: Project, basis: Basis, language: Language): string {
  const start = startOfProject(project, basis);
  const [first] = start === null ? yearsOfProject(project, basis) : [start];
  if (first === undefined) return "";
  return message(language, start === null ? "evaluation.draft.onRecordSince" : "evaluation.draft.since", {
    year: sayYears(basis, [first], language),
  });
}

/** 「現地協議3回」, “3 consultations”. */
export function sayKindCount(kind: string, count: number, language: Language): string {
  const key = findMessageKey(`evaluation.kindCount.${kind}`);
  return key === null
    ? `${choiceMessage(language, "activity.kind", kind)} ${count}`
    : message(language, key, { count });
}

export function sayProjectKind(kind: string, language: Language): string {
  const key = findMessageKey(`evaluation.projectKind.${kind}`);
  return key === null ? kind : message(language, key);
}

export function textIn(value: Localized, language: Language): string {
  return localize(value, language).text;
}
