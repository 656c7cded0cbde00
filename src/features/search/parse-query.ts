/** One piece of what was typed, with its place, so that a complaint stands at the word. */
export type QueryPart =
  | { is: "words"; text: string /** typed in quotes */; quoted: boolean; negative: boolean }
  | { is: "field"; field: FieldName /** as typed: 文号, number */; name: string; value: string };

export const fieldNames = ["number", "city", "date", "kind", "topic"] as const;
export type FieldName = (typeof fieldNames)[number];

/** Every name of a field works in every language of the page: people copy searches from each other. */
const namesOfFields: Record<FieldName, readonly string[]> = {
  number: ["number", "no", "文号", "文號", "发文字号", "文書番号", "番号"],
  city: ["city", "region", "城市", "地区", "都市", "地域"],
  date: ["date", "日期", "日付"],
  kind: ["kind", "type", "种类", "类型", "種類", "種別"],
  topic: ["topic", "主题", "テーマ", "分野"],
};

export interface ParsedQuery {
  parts: QueryPart[];
  /** what was left out, because nobody types as much: the words from here on */
  dropped: string | null;
}

export const longestQuery = 300;
const mostParts = 16;

const field = new RegExp(`^(${Object.values(namesOfFields).flat().join("|")})\\s*[:：]\\s*`, "iu");
const quotes: Record<string, string> = { '"': '"', "“": "”", "”": "”", "„": "“", "「": "」", "『": "』", "＂": "＂" };

/** Reads words, “phrases”, -exclusions and fields. Nothing that anybody may type makes it fail. */
export function parseQuery(typed: string): ParsedQuery {
  const parts: QueryPart[] = [];
  let rest = cutAt(typed, longestQuery).trimStart();
  let dropped = typed.length > longestQuery ? typed.slice(longestQuery, longestQuery + 40) : null;
  while (rest !== "") {
    if (parts.length === mostParts) {
      dropped = rest.slice(0, 40);
      break;
    }
    const read = readPart(rest);
    rest = rest.slice(read.length).trimStart();
    if (read.part !== null) parts.push(read.part);
  }
  return { parts, dropped };
}

function readPart(rest: string): { part: QueryPart | null; length: number } {
  const named = field.exec(rest);
  if (named) {
    const { text, length } = readWord(rest.slice(named[0].length));
    const name = named[1] ?? "";
    return { part: { is: "field", field: findField(name), name, value: text }, length: named[0].length + length };
  }
  // “PM2.5-SO2” is one word; a hyphen excludes only before a word.
  const minus = /^[-－−](?=\S)/u.exec(rest)?.[0] ?? "";
  const { text, length, quoted } = readWord(rest.slice(minus.length));
  const isEmpty = !/[\p{L}\p{N}]/u.test(text);
  return {
    part: isEmpty ? null : { is: "words", text, quoted, negative: minus !== "" },
    length: minus.length + Math.max(1, length),
  };
}

function findField(name: string): FieldName {
  return fieldNames.find((candidate) => namesOfFields[candidate].includes(name.toLowerCase())) ?? "number";
}

/** Up to the closing quote or the next space; a quote that is never closed is a letter like any other. */
function readWord(rest: string): { text: string; length: number; quoted: boolean } {
  const closing = quotes[rest.charAt(0)];
  const end = closing === undefined ? -1 : rest.indexOf(closing, 1);
  if (end > 0) return { text: rest.slice(1, end).trim(), length: end + 1, quoted: true };
  const word = /^\S+?(?=\s|["“„「『]|$)|^\S/u.exec(rest)?.[0] ?? "";
  return { text: word, length: word.length, quoted: false };
}

/** No half of a surrogate pair at the end. */
function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** The same query without the part at this place, as it would be typed. */
export function writeQuery(parts: readonly QueryPart[]): string {
  return parts
    .map((part) => {
      if (part.is === "field") return `${part.name}:${/\s/.test(part.value) ? `"${part.value}"` : part.value}`;
      return `${part.negative ? "-" : ""}${part.quoted ? `"${part.text}"` : part.text}`;
    })
    .join(" ");
}

/** “foo” of foo:bar: it looks like a field, and there is none of that name. An address is no field. */
export function findUnknownField(part: QueryPart): string | null {
  if (part.is !== "words" || part.quoted) return null;
  const name = /^(\p{L}{1,20})[:：]/u.exec(part.text)?.[1] ?? null;
  return name === null || /^(https?|ftp|mailto)$/i.test(name) ? null : name;
}
