import { numeralCharacters, parseNumeral } from "../../../core/chinese-numerals.ts";
import { narrowWidth } from "../../../core/narrow-width.ts";
import { isBodyName, splitBodies } from "./split-bodies.ts";

export interface DocumentNumber {
  /** serial: 国发〔2013〕37号; order: 令第34号; announcement: 公告2016年第82号; standard: GB 13223-2011 */
  form: "serial" | "order" | "announcement" | "standard";
  /** normal form, the same for every way in which the number is printed */
  text: string;
  /** what stands before year and number: 国发, 环境保护部令, 环境保护部公告, GB/T, DB11 */
  code: string;
  year: number | null;
  /** 37, 13223, 18352.6 */
  number: string;
}

export interface FoundDocumentNumber extends DocumentNumber {
  index: number;
  length: number;
  /** as it stands there */
  printed: string;
}

/** The number that a text is, with whatever brackets, widths and spaces; null where it is something else or more than one. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const bare = text.replace(/^[\s\u3000（(【[]+(?=\D)|[\s\u3000。；;，,]+$/g, "").trim();
  const found = findDocumentNumbers(bare);
  const [first] = found;
  if (!first || found.length !== 1) return null;
  const rest = bare.slice(0, first.index) + bare.slice(first.index + first.length);
  // （试行） of a standard, 文 of 37号文, and brackets around the whole say nothing.
  if (rest.replace(/文件?$|[（(【[]?(试行|暂行)?[）)】\]]?/g, "").trim() !== "") return null;
  const { index: _, length: __, printed: ___, ...number } = first;
  return number;
}

/** A value that may hold the numbers of several bodies, each in its normal form and parted by 、; null where it is no number. */
export function normaliseDocumentNumbers(text: string): string | null {
  const single = parseDocumentNumber(text);
  if (single) return single.text;
  const found = findDocumentNumbers(text);
  let rest = text;
  for (const { printed } of found) rest = rest.replace(printed, "");
  if (found.length === 0 || rest.replace(/[\s\u3000、，,；;/]/g, "") !== "") return null;
  return found.map((number) => number.text).join("、");
}

/** Every document and standard number of a text, in its order. */
export function findDocumentNumbers(text: string): FoundDocumentNumber[] {
  const flat = flatten(text);
  const found = [...findSerials(flat), ...findOrders(flat), ...findStandards(flat)].sort(
    (a, b) => a.index - b.index || b.length - a.length,
  );
  const kept: FoundDocumentNumber[] = [];
  for (const number of found) {
    const last = kept.at(-1);
    if (last && number.index < last.index + last.length) continue;
    kept.push({ ...number, printed: text.slice(number.index, number.index + number.length) });
  }
  return kept;
}

type Located = Omit<FoundDocumentNumber, "printed">;

/** One character for one, so that places stay: half width, one kind of bracket, one kind of dash. */
function flatten(text: string): string {
  return narrowWidth(text)
    .replace(/[\u00a0\t\n\r]/g, " ")
    .replace(/[[(【〔﹝「{<〈『]/g, "〔")
    .replace(/[\])】〕﹞」}>〉』]/g, "〕")
    .replace(/[—–－‐‑―−]/g, "-");
}

const numeral = `[${numeralCharacters}]`;
const serial = new RegExp(
  `〔 {0,3}(?:第 ?)?(?<year>(?:19|20) ?\\d{2}|[12]\\d{3}|${numeral}{4}) ?年? {0,3}〕 {0,3}(?:第 {0,2})?(?<number>${numeral}{1,6})(?<part>-\\d{1,2})? {0,3}号`,
  "g",
);

/** 国发〔2013〕37号: GB/T 9704-2012, 7.2.5. */
function findSerials(flat: string): Located[] {
  const found: Located[] = [];
  for (const match of flat.matchAll(serial)) {
    const year = parseNumeral((match.groups?.year ?? "").replaceAll(" ", ""));
    const count = parseNumeral(match.groups?.number ?? "");
    const before = readCodeBefore(flat, match.index);
    if (year === null || count === null || count === 0 || !isYear(year) || !before) continue;
    const number = `${count}${match.groups?.part ?? ""}`;
    const base = { index: before.index, length: match.index + match[0].length - before.index, year, number };
    if (/(公告|通告)$/.test(before.code)) {
      found.push({ ...base, form: "announcement", code: before.code, text: `${before.code}${year}年第${number}号` });
    } else found.push({ ...base, form: "serial", code: before.code, text: `${before.code}〔${year}〕${number}号` });
  }
  return found;
}

/** Words that lead to a number in a sentence and are no part of its code. */
const leadingWords =
  /^.*(?:根据|按照|依照|依据|参照|遵照|执行|落实|贯彻|转发|印发|文件|发文字号|字号|文号|编号|详见|参见|通知|规定|要求|意见|废止|代替|替代|有关|关于|同时|现将|和(?!国)|[的与及以对由即原按])/u;
/** The same before the name of a body, which may hold 和 itself: 国家发展和改革委员会. */
const leadingWordsOfName =
  /^(?:.*(?:根据|按照|依照|依据|参照|遵照|执行|落实|贯彻|转发|印发|详见|参见|通知|规定|废止|代替|替代|有关|关于|同时|现将)|[和与及的由以对即原按日])+/u;

function readCodeBefore(flat: string, end: number): { code: string; index: number } | null {
  const run = /([\p{Script=Han}]{1,24}) {0,3}$/u.exec(flat.slice(Math.max(0, end - 30), end));
  const letters = run?.[1];
  if (!run || !letters) return null;
  const code = letters.replace(leadingWords, "");
  if (code === "" || [...code].length > 18) return null;
  const start = end - run[0].length + (letters.length - code.length);
  return { code: code.replace(/^中华人民共和国/, ""), index: start };
}

const order = new RegExp(
  `(?<kind>令|公告|通告) {0,3}〔? {0,2}(?:(?<year>(?:19|20)\\d{2}|${numeral}{4}) {0,2}年 {0,2})?第 {0,2}(?<number>${numeral}{1,6}) {0,2}号 {0,2}(?<close>〕)?`,
  "g",
);
const reversed = new RegExp(
  `(?:(?<year>(?:19|20)\\d{2}|${numeral}{4}) {0,2}年 {0,2})?第 {0,2}(?<number>${numeral}{1,6}) {0,2}号 {0,2}(?<kind>令|公告|通告)`,
  "g",
);

/** 环境保护部令第34号, 中华人民共和国主席令第三十一号, 公告2016年第82号, and with the number in front: 第34号令. */
function findOrders(flat: string): Located[] {
  const found: Located[] = [];
  for (const pattern of [order, reversed]) {
    for (const match of flat.matchAll(pattern)) {
      const { kind = "", year: printedYear, number: printedNumber = "", close } = match.groups ?? {};
      const count = parseNumeral(printedNumber);
      const year = printedYear ? parseNumeral(printedYear) : null;
      if (count === null || count === 0 || (year !== null && !isYear(year))) continue;
      const before = readBodiesBefore(flat, match.index);
      const code = `${before.names}${kind}`;
      const closing = close && !match[0].includes("〔") ? match[0].length - match[0].trimEnd().length + 1 : 0;
      found.push({
        form: kind === "令" ? "order" : "announcement",
        text: `${code}${year === null ? "" : `${year}年`}第${count}号`,
        code,
        year,
        number: String(count),
        index: before.index,
        length: match.index + match[0].length - closing - before.index,
      });
    }
  }
  return found;
}

/** Names of bodies before 令 or 公告, without 中华人民共和国: it stands or is left out as the page likes. */
function readBodiesBefore(flat: string, end: number): { names: string; index: number } {
  const run = /[\p{Script=Han} 、]{1,60}$/u.exec(flat.slice(Math.max(0, end - 60), end))?.[0] ?? "";
  const parts = run.split(/([ 、]+)/);
  let taken = "";
  for (let position = parts.length - 1; position >= 0; position -= 1) {
    const part = parts[position] ?? "";
    if (part === "" || /^[ 、]+$/.test(part)) {
      if (taken !== "" || part.includes("、") === false) taken = part + taken;
      continue;
    }
    const name = part.replace(leadingWordsOfName, "");
    if (!isIssuer(name)) break;
    taken = name + taken;
    if (name !== part) break;
  }
  const printed = taken.replace(/^[ 、]+/, "");
  const names = splitBodies(printed.trim())
    .map((name) => name.replace(/^中华人民共和国/, ""))
    .filter((name) => name !== "");
  return names.length === 0 ? { names: "", index: end } : { names: names.join("、"), index: end - printed.length };
}

function isIssuer(name: string): boolean {
  return name === "部" || name === "主席" || name === "中华人民共和国主席" || isBodyName(name);
}

const standard =
  /(?<![A-Za-z])(?<code>(?:GBZ|GB|HJ|QX|JT|HG|YB|JB|CJ|NB|DL|SH|SY|AQ|NY|QC|JJG|DB ?\d{2})(?: {0,2}\/ {0,2}(?<kind>[TZ](?![A-Za-z])))?) {0,2}(?<slash>\/)? {0,3}(?<number>\d{1,6}(?:\.\d{1,3})?) {0,2}-{1,2} {0,2}(?<year>(?:19|20)\d{2}|[789]\d)(?![\d-])/gi;

/** GB 13223-2011, GB/T 15432-1995, HJ 633-2012, DB11/139-2015: 国家标准管理办法 and GB/T 1.1; local ones with their province. */
function findStandards(flat: string): Located[] {
  const found: Located[] = [];
  for (const match of flat.matchAll(standard)) {
    const groups = match.groups ?? {};
    const code = (groups.code ?? "").replaceAll(" ", "").toUpperCase();
    const isLocal = code.startsWith("DB");
    if (isLocal !== (groups.slash !== undefined || (isLocal && groups.kind !== undefined))) continue;
    const year = Number(groups.year?.length === 2 ? `19${groups.year}` : groups.year);
    const number = groups.number ?? "";
    found.push({
      form: "standard",
      text: `${code}${isLocal && !groups.kind ? "/" : " "}${number}-${year}`,
      code,
      year,
      number,
      index: match.index,
      length: match[0].length,
    });
  }
  return found;
}

function isYear(year: number): boolean {
  return year >= 1949 && year <= 2100;
}
