import { IntlMessageFormat } from "intl-messageformat";
import english from "../../messages/en.json" with { type: "json" };
import japanese from "../../messages/ja.json" with { type: "json" };
import chinese from "../../messages/zh.json" with { type: "json" };
import { type Language, languageTags } from "../core/language.ts";

type Leaves<Node, Prefix extends string = ""> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Prefix}${Name}`
    : Leaves<Node[Name], `${Prefix}${Name}.`>;
}[keyof Node & string];

/** Every text of the interface, by its path in `messages/*.json`. */
export type MessageKey = Leaves<typeof japanese>;
export type MessageValues = Record<string, string | number>;

const catalogues: Record<Language, object> = { ja: japanese, zh: chinese, en: english };
const compiled = new Map<string, string | IntlMessageFormat>();

/** The text in the language, with ICU MessageFormat placeholders and plurals filled in. */
export function message(language: Language, key: MessageKey, values?: MessageValues): string {
  const cacheKey = `${language}:${key}`;
  let entry = compiled.get(cacheKey);
  if (entry === undefined) {
    entry = compile(language, key);
    compiled.set(cacheKey, entry);
  }
  return typeof entry === "string" ? entry : String(entry.format(values));
}

/** For keys that are put together from data (`activity.kind.${kind}`): the key where it exists, else null. */
export function findMessageKey(key: string): MessageKey | null {
  return lookUp("ja", key) === null ? null : (key as MessageKey);
}

/** The text of a choice that a sheet declares; the bare choice where nobody has named it yet. */
export function choiceMessage(language: Language, group: string, choice: string): string {
  const key = findMessageKey(`${group}.${choice}`);
  return key === null ? choice : message(language, key);
}

function compile(language: Language, key: string): string | IntlMessageFormat {
  const text = lookUp(language, key);
  if (text === null) throw new Error(`no message ${key} in ${language}`);
  return /[{<']/.test(text)
    ? new IntlMessageFormat(text, languageTags[language], undefined, { ignoreTag: true })
    : text;
}

function lookUp(language: Language, key: string): string | null {
  let node: unknown = catalogues[language];
  for (const name of key.split(".")) {
    if (typeof node !== "object" || node === null) return null;
    node = (node as Record<string, unknown>)[name];
  }
  return typeof node === "string" ? node : null;
}
