import type { Language } from "../../../core/language.ts";
import type { SegmentMark, Translation } from "../translation.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import { readLanguageTag, writeLanguageTag } from "./language-tags.ts";
import { childElements, readXmlUnits, textWithin, type XmlElement } from "./read-xml.ts";
import { escapeXml, xmlDeclaration } from "./write-xml.ts";

export const xliffStates = ["initial", "translated", "reviewed", "final"] as const;
export type XliffState = (typeof xliffStates)[number];

export interface XliffUnit {
  /** id of the segment */
  segment: string;
  /** of the segment when the file was written; null where the program that changed it took it out */
  version: number | null;
  source: string;
  target: string;
  state: XliffState;
  line: number;
}

export interface XliffContent {
  /** id of the translation that it was written from */
  translation: string | null;
  sourceLanguage: Language | null;
  targetLanguage: Language | null;
  units: XliffUnit[];
  problems: FileProblem[];
}

/**
 * XLIFF 2.1 (OASIS, 13 February 2018): a unit for each segment, named by its version. What a machine wrote is `initial`, as the
 * standard has it for what nobody has translated.
 */
export function writeXliff(translation: Translation): string {
  const { id, sourceLanguage, targetLanguage, subject, segments, state } = translation;
  const units = segments.map(({ id: segment, version, source, target, mark, provider }) => {
    const name = stateOf(mark, state === "approved");
    const note =
      mark === "machine" ? `<notes><note category="provider">${escapeXml(provider ?? "-")}</note></notes>` : "";
    const translated = mark === "empty" ? "" : `<target>${escapeXml(target)}</target>`;
    return (
      `<unit id="${segment}" name="v${version}">${note}<segment id="s" state="${name}">` +
      `<source>${escapeXml(source)}</source>${translated}</segment></unit>`
    );
  });
  const [from, to] = [writeLanguageTag(sourceLanguage), writeLanguageTag(targetLanguage)];
  return `${xmlDeclaration}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${from}" trgLang="${to}" xml:space="preserve">
<file id="${id}" original="${escapeXml(`${subject.kind}/${subject.id}`)}">
${units.join("\n")}
</file>
</xliff>
`;
}

function stateOf(mark: SegmentMark, isApproved: boolean): XliffState {
  if (mark === "reviewed") return isApproved ? "final" : "reviewed";
  return mark === "edited" ? "translated" : "initial";
}

/** XLIFF 2.0, 2.1 and 2.2, whose units and segments are alike (§4.2.2 of each). Throws FileRefusal. */
export function readXliff(bytes: Uint8Array): XliffContent {
  const content: XliffContent = {
    ...{ translation: null, sourceLanguage: null, targetLanguage: null },
    ...{ units: [], problems: [] },
  };
  let version: string | undefined;
  readXmlUnits(bytes, {
    otherwise: "translationFile.notXliff",
    units: ["unit"],
    onOpen(name, attributes, line) {
      if (name === "xliff") {
        version = attributes.version?.trim().slice(0, 20) ?? "";
        if (version === "") throw new FileRefusal("translationFile.xliffNoVersion", line);
        if (!/^2\.[012]$/.test(version)) throw new FileRefusal("translationFile.xliffVersion", line, { version });
        content.sourceLanguage = readLanguageTag(attributes.srcLang);
        content.targetLanguage = readLanguageTag(attributes.trgLang);
      } else if (version === undefined) throw new FileRefusal("translationFile.notXliff", line);
      if (name === "file") content.translation ??= attributes.id ?? null;
    },
    onUnit(unit) {
      const read = version === undefined ? null : readUnit(unit);
      if (read) content.units.push(read);
      else content.problems.push({ line: unit.line, message: "translationFile.unit.incomplete", values: {} });
    },
  });
  if (version === undefined) throw new FileRefusal("translationFile.notXliff");
  return content;
}

/** A program may have split a segment: its parts are joined again. */
function readUnit(unit: XmlElement): XliffUnit | null {
  const { id, name } = unit.attributes;
  const segments = childElements(unit).filter((child) => child.name === "segment" || child.name === "ignorable");
  if (id === undefined || segments.length === 0) return null;
  const join = (side: "source" | "target") =>
    segments
      .flatMap((segment) => childElements(segment, side))
      .map(readText)
      .join("");
  const states = segments
    .filter((child) => child.name === "segment")
    .map((segment) => readState(segment.attributes.state));
  // The weakest of its parts is the state of the whole.
  const state = xliffStates.find((candidate) => states.includes(candidate)) ?? "initial";
  const version = /^v(\d{1,9})$/.exec(name ?? "")?.[1];
  return {
    ...{ segment: id, version: version === undefined ? null : Number(version), state, line: unit.line },
    ...{ source: join("source"), target: join("target").trim() },
  };
}

function readState(state: string | undefined): XliffState {
  return xliffStates.find((known) => known === state) ?? "initial";
}

/** `cp` stands for a character that XML does not allow; other inline elements are formatting around text. */
function readText(element: XmlElement): string {
  return textWithin(element, ["cp", "ph", "sc", "ec", "sm", "em"]);
}
