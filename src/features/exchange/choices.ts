import { type Language, languages } from "../../core/language.ts";
import { foldText } from "../../core/text-folding.ts";
import { choiceMessage } from "../../messages/message.ts";
import type { Column } from "../../sheets/sheet.ts";

/** Where the words of a choice stand in the messages, by sheet and column. */
const groups: Record<string, string> = {
  "activities.kind": "activity.kind",
  "activities.status": "activity.status",
  "activities.level": "activity.level",
  "activities.funding": "activity.funding",
  "activities.others": "exchange.choice.others",
  "activity_parties.role": "activity.role",
  "activity_people.categories": "people.category",
  "projects.kind": "project.kind",
  "projects.status": "project.status",
  "projects.funding": "activity.funding",
  "project_parties.role": "exchange.choice.projectRole",
  "agreements.kind": "agreement.kind",
  "agreements.status": "agreement.status",
  "partnerships.basis": "partnership.basis",
  "partnerships.funding": "partnership.funding",
  "partnership_years.type": "partnership.type",
  "organisations.tier": "organisation.tier",
  "claims.unit": "exchange.choice.unit",
};

export function choicesOf(column: Column): readonly string[] {
  const { value } = column;
  return value.type === "choice" || value.type === "choices" ? value.choices : [];
}

/** What a choice is called in a cell; its own name where two would be called the same. */
export function printChoice(sheet: string, column: Column, choice: string, language: Language): string {
  const key = `${language} ${sheet}.${column.name} ${choice}`;
  const kept = printed.get(key);
  if (kept !== undefined) return kept;
  const text = findWords(sheet, column, choice, language);
  // Only declared choices: what a file brings must not fill the memory.
  if (choicesOf(column).includes(choice)) printed.set(key, text);
  return text;
}

const printed = new Map<string, string>();

function findWords(sheet: string, column: Column, choice: string, language: Language): string {
  const label = labelOf(sheet, column, choice, language);
  const isShared = choicesOf(column).some(
    (other) => other !== choice && foldText(labelOf(sheet, column, other, language)) === foldText(label),
  );
  return isShared || /[、;；\n]/.test(label) ? choice : label;
}

const indexes = new Map<string, Map<string, string>>();

/** The choice that the text names, in whatever language; null where none is called so. */
export function readChoice(sheet: string, column: Column, text: string): string | null {
  const key = `${sheet}.${column.name}`;
  let index = indexes.get(key);
  if (!index) {
    index = new Map();
    for (const language of languages)
      for (const choice of choicesOf(column)) index.set(foldText(printChoice(sheet, column, choice, language)), choice);
    for (const choice of choicesOf(column)) index.set(foldText(choice), choice);
    indexes.set(key, index);
  }
  return index.get(foldText(text)) ?? null;
}

function labelOf(sheet: string, column: Column, choice: string, language: Language): string {
  const group = groups[`${sheet}.${column.name}`];
  return group === undefined ? choice : choiceMessage(language, group, choice, 1);
}
