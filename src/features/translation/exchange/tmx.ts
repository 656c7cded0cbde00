import type { Language } from "../../../core/language.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import { readLanguageTag, writeLanguageTag } from "./language-tags.ts";
import { childElements, findChild, readXmlUnits, textWithin, type XmlElement } from "./read-xml.ts";
import { escapeXml, xmlDeclaration } from "./write-xml.ts";

export interface TmxPair {
  sourceLanguage: Language;
  targetLanguage: Language;
  source: string;
  target: string;
}

export interface TmxContent {
  pairs: TmxPair[];
  problems: FileProblem[];
}

/** Codes of formatting; their content is no text (TMX 1.4b, “Inline elements”). */
const codes = ["bpt", "ept", "ph", "it", "ut"];
const longestSegment = 10_000;
const mostProblems = 200;

/** TMX 1.1 to 1.4b: pairs from the source language of each unit to its others. Throws FileRefusal. */
export function readTmx(bytes: Uint8Array): TmxContent {
  const content: TmxContent = { pairs: [], problems: [] };
  let isTmx = false;
  let srclang: string | undefined;
  readXmlUnits(bytes, {
    otherwise: "translationFile.notTmx",
    units: ["tu"],
    onOpen(name, attributes, line) {
      if (name === "tmx") isTmx = true;
      else if (!isTmx) throw new FileRefusal("translationFile.notTmx", line);
      if (name === "header") srclang = attributes.srclang;
    },
    onUnit(unit) {
      if (!isTmx) throw new FileRefusal("translationFile.notTmx", unit.line);
      const problem = readUnit(unit, unit.attributes.srclang ?? srclang, content.pairs);
      if (problem && content.problems.length < mostProblems)
        content.problems.push({ line: unit.line, message: problem, values: {} });
    },
  });
  if (!isTmx) throw new FileRefusal("translationFile.notTmx");
  return content;
}

function readUnit(
  unit: XmlElement,
  srclang: string | undefined,
  pairs: TmxPair[],
): "translationFile.unit.languages" | "translationFile.unit.tooLong" | null {
  const sides = childElements(unit, "tuv").flatMap((side) => {
    const language = readLanguageTag(side.attributes.lang);
    const segment = findChild(side, "seg");
    const text = segment ? textWithin(segment, codes).trim() : "";
    return language === null || text === "" ? [] : [{ language, text }];
  });
  if (sides.some(({ text }) => text.length > longestSegment)) return "translationFile.unit.tooLong";
  const from = srclang === undefined || srclang === "*all*" ? null : readLanguageTag(srclang);
  const sources = sides.filter(({ language }) => (from === null ? language !== "en" : language === from));
  const found = sources.flatMap((source) =>
    sides
      .filter(({ language }) => language !== source.language)
      .map((target) => ({
        ...{ sourceLanguage: source.language, targetLanguage: target.language },
        ...{ source: source.text, target: target.text },
      })),
  );
  pairs.push(...found);
  return found.length === 0 ? "translationFile.unit.languages" : null;
}

export interface TmxUnit {
  id: string;
  source: string;
  target: string;
  mark: string;
  changedAt: Date | null;
}

/** TMX 1.4b, piece by piece. */
export async function* writeTmx(
  { sourceLanguage, targetLanguage }: { sourceLanguage: Language; targetLanguage: Language },
  units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>,
): AsyncGenerator<string> {
  const [from, to] = [writeLanguageTag(sourceLanguage), writeLanguageTag(targetLanguage)];
  yield `${xmlDeclaration}<tmx version="1.4">
<header creationtool="Renkei" creationtoolversion="1" segtype="sentence" o-tmf="Renkei" adminlang="en" srclang="${from}" datatype="plaintext"/>
<body>
`;
  for await (const { id, source, target, mark, changedAt } of units) {
    const changed = changedAt === null ? "" : ` changedate="${writeDate(changedAt)}"`;
    yield `<tu tuid="${escapeXml(id)}"${changed}><prop type="x-mark">${escapeXml(mark)}</prop>` +
      `<tuv xml:lang="${from}"><seg>${escapeXml(source)}</seg></tuv>` +
      `<tuv xml:lang="${to}"><seg>${escapeXml(target)}</seg></tuv></tu>\n`;
  }
  yield "</body>\n</tmx>\n";
}

/** 20260718T093000Z */
function writeDate(date: Date): string {
  return date.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
}
