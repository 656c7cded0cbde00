import type { Language } from "../core/language.ts";
import { type Localized, localize } from "../core/localized.ts";
import { foldText } from "../core/text-folding.ts";

/** A record that a cell may name, with every name under which people know it. */
export interface ReferenceTarget {
  id: string;
  name: Localized;
  /** short forms, former names, aliases, codes */
  others: string[];
}

/** The records of one sheet by whatever name they are called, in any language. */
export interface ReferenceIndex {
  /** in the order of their sheet */
  all: readonly ReferenceTarget[];
  /** what the record is called; undefined where no public table holds it */
  name(id: string): Localized | undefined;
  /** one id where the text is clear; several where it could mean each of them; none where nothing is called so */
  find(text: string): string[];
  /** those one of whose names, in any language, holds every word of the text */
  search(text: string): string[];
  /** the name in the reader's language where it leads back to the record, else its key */
  print(id: string, language: Language): string;
  /** names for a list to choose from; empty where there are too many for one */
  choices(language: Language): string[];
}

/** Longer lists are no help in a cell. */
const longestList = 60;
/** These part the names of a list. */
const separators = /[、;；\n]/;

export function createReferenceIndex(targets: readonly ReferenceTarget[]): ReferenceIndex {
  const byId = new Map(targets.map((target) => [target.id, target]));
  // A full name goes before an alias that another record happens to share with it.
  const byName = indexNames(targets, ({ name }) => Object.values(name));
  const byOther = indexNames(targets, ({ others }) => others);
  const find = (text: string): string[] => {
    const bare = text.trim();
    if (byId.has(bare)) return [bare];
    const folded = foldText(bare);
    if (folded === "") return [];
    return [...(byName.get(folded) ?? byOther.get(folded) ?? [])];
  };
  const printed = new Map<string, string>();
  const print = (id: string, language: Language): string => {
    const key = `${language} ${id}`;
    const kept = printed.get(key);
    if (kept !== undefined) return kept;
    const name = localize(byId.get(id)?.name ?? {}, language).text;
    const found = separators.test(name) ? [] : find(name);
    const text = found.length === 1 && found[0] === id ? name : id;
    printed.set(key, text);
    return text;
  };
  return {
    all: targets,
    name: (id) => byId.get(id)?.name,
    find,
    search: (text) => searchNames(targets, text),
    print,
    choices: (language) => (targets.length > longestList ? [] : targets.map(({ id }) => print(id, language))),
  };
}

function searchNames(targets: readonly ReferenceTarget[], text: string): string[] {
  const words = text
    .split(/\s+/)
    .map(foldText)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return targets
    .filter(({ name, others }) => {
      const names = [...Object.values(name), ...others].map(foldText);
      return words.every((word) => names.some((each) => each.includes(word)));
    })
    .map(({ id }) => id);
}

function indexNames(
  targets: readonly ReferenceTarget[],
  namesOf: (target: ReferenceTarget) => readonly string[],
): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const target of targets) {
    for (const name of namesOf(target)) {
      const folded = foldText(name);
      if (folded === "") continue;
      const ids = index.get(folded);
      if (ids) ids.add(target.id);
      else index.set(folded, new Set([target.id]));
    }
  }
  return index;
}
