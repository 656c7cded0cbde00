import { IntlMessageFormat } from "intl-messageformat";
import english from "../../messages/en.json" with { type: "json" };
import japanese from "../../messages/ja.json" with { type: "json" };
import chinese from "../../messages/zh.json" with { type: "json" };
import { type Language, languageTags } from "../core/language.ts";

/** Element types of @formatjs/icu-messageformat-parser. */
const literalElement = 0;
const argumentElement = 1;

type Leaves<Node, Prefix extends string = ""> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Prefix}${Name}`
    : Leaves<Node[Name], `${Prefix}${Name}.`>;
}[keyof Node & string];

/** Every text of the interface, by its path in `messages/*.json`. */
export type MessageKey = Leaves<typeof japanese>;
export type MessageValues = Record<string, string | number>;

const catalogues: Record<Language, object> = { ja: japanese, zh: chinese, en: english };
type Compiled = string | ((values: MessageValues) => string);
const compiled = new Map<string, Compiled>();

/** The text in the language, with ICU MessageFormat placeholders and plurals filled in. */
export function message(language: Language, key: MessageKey, values?: MessageValues): string {
  const cacheKey = `${language}:${key}`;
  let entry = compiled.get(cacheKey);
  if (entry === undefined) {
    entry = compile(language, key);
    compiled.set(cacheKey, entry);
  }
  return typeof entry === "string" ? entry : entry(values ?? {});
}

/** For keys that are put together from data (`activity.kind.${kind}`): the key where it exists, else null. */
export function findMessageKey(key: string): MessageKey | null {
  return lookUp("ja", key) === null ? null : (key as MessageKey);
}

/** The text of a choice that a sheet declares, in the plural unless a count says otherwise; the bare choice where nobody has named it yet. */
export function choiceMessage(language: Language, group: string, choice: string, count = 2): string {
  const key = findMessageKey(`${group}.${choice}`);
  return key === null ? choice : message(language, key, { count });
}

function compile(language: Language, key: string): Compiled {
  const text = lookUp(language, key);
  if (text === null) throw new Error(`no message ${key} in ${language}`);
  if (!/[{<']/.test(text)) return text;
  const format = new IntlMessageFormat(text, languageTags[language], undefined, { ignoreTag: true });
  return joinPlainParts(format) ?? ((values) => String(format.format(values)));
}

/**
 * A message of literals and bare placeholders needs no formatter: long tables write thousands of them.
 * Null where the message has a plural, a number or anything else that follows the language.
 */
function joinPlainParts(format: IntlMessageFormat): ((values: MessageValues) => string) | null {
  const parts: ({ literal: string } | { name: string })[] = [];
  for (const element of format.getAst()) {
    if (element.type === literalElement) parts.push({ literal: element.value });
    else if (element.type === argumentElement) parts.push({ name: element.value });
    else return null;
  }
  return (values) =>
    parts.map((part) => ("literal" in part ? part.literal : fillIn(format, values, part.name))).join("");
}

function fillIn(format: IntlMessageFormat, values: MessageValues, name: string): string {
  const value = values[name];
  // The formatter words the error of a missing value better than "undefined" in the page would.
  return value === undefined ? String(format.format(values)) : String(value);
}

function lookUp(language: Language, key: string): string | null {
  let node: unknown = catalogues[language];
  for (const name of key.split(".")) {
    if (typeof node !== "object" || node === null) return null;
    node = (node as Record<string, unknown>)[name];
  }
  return typeof node === "string" ? node : null;
}
