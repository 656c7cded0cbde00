import { type Language, languages } from "../core/language.ts";
import { foldText } from "../core/text-folding.ts";
import { choiceLabel } from "./choice-label.ts";
import type { Column } from "./sheet.ts";

export function choicesOf({ value }: Column): readonly string[] {
  return value.type === "choice" || value.type === "choices" ? value.choices : [];
}

/** What a choice is called in a cell that people type into; its own name where two would be called the same. */
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
  const label = choiceLabel(language, sheet, column.name, choice);
  const isShared = choicesOf(column).some(
    (other) => other !== choice && foldText(choiceLabel(language, sheet, column.name, other)) === foldText(label),
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
