import { strToU8 } from "fflate";
import type { Language } from "../../core/language.ts";
import { type Parts, readPart } from "./package.ts";
import { addRelations, findRelated, folderOf } from "./relations.ts";
import { declaration, findChildren, writeXml, type XmlElement } from "./xml.ts";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Lists of the template that Renkei brings: 1 for bullets, 2 for numbers, as its styles name them. */
export function writeNumbering(language: Language): string {
  return `${declaration}<w:numbering xmlns:w="${namespace}">${writeKind(1, "bullet", language)}${writeKind(2, "number", language)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
}

function writeKind(id: number, marks: "bullet" | "number", language: Language): string {
  const mark = language === "en" ? "•" : "・";
  const look =
    marks === "bullet"
      ? `<w:numFmt w:val="bullet"/><w:lvlText w:val="${mark}"/>`
      : '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>';
  const indent = marks === "bullet" ? 'w:left="425" w:hanging="283"' : 'w:left="510" w:hanging="397"';
  return `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${(0x52454e00 + id).toString(16).toUpperCase()}"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="${(0x52454e10 + id).toString(16).toUpperCase()}"/><w:lvl w:ilvl="0"><w:start w:val="1"/>${look}<w:lvlJc w:val="left"/><w:pPr><w:ind ${indent}/></w:pPr></w:lvl></w:abstractNum>`;
}

export interface Lists {
  /** number of a list: all bullets share one, each numbered list begins at 1 */
  add(marks: "bullet" | "number"): number;
  finish(): void;
}

/** Lists that join those of a file under ids of their own. */
export function addLists(parts: Parts, mainPath: string, language: Language): Lists {
  const path = findRelated(parts, mainPath, "numbering");
  const root: XmlElement = path
    ? readPart(parts, path)
    : { name: "w:numbering", attributes: { "xmlns:w": namespace }, children: [] };
  const kinds = new Map<"bullet" | "number", number>();
  let kind = largest(root, "w:abstractNum", "w:abstractNumId");
  let list = largest(root, "w:num", "w:numId");
  let bullets: number | null = null;
  const writtenKinds: string[] = [];
  const writtenLists: string[] = [];

  const kindOf = (marks: "bullet" | "number") => {
    const known = kinds.get(marks);
    if (known !== undefined) return known;
    kind += 1;
    kinds.set(marks, kind);
    writtenKinds.push(writeKind(kind, marks, language));
    return kind;
  };

  return {
    add(marks) {
      if (marks === "bullet" && bullets !== null) return bullets;
      const own = kindOf(marks);
      list += 1;
      const restart =
        marks === "number" ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : "";
      writtenLists.push(`<w:num w:numId="${list}"><w:abstractNumId w:val="${own}"/>${restart}</w:num>`);
      if (marks === "bullet") bullets = list;
      return list;
    },
    finish() {
      if (writtenLists.length === 0) return;
      // The schema wants all kinds before all lists, and what Word keeps of deleted pictures after both.
      const firstList = root.children.findIndex((child) => "name" in child && child.name === "w:num");
      root.children.splice(firstList < 0 ? root.children.length : firstList, 0, { raw: writtenKinds.join("") });
      const lastList = root.children.findLastIndex(
        (child) => "raw" in child || ("name" in child && child.name === "w:num"),
      );
      root.children.splice(lastList + 1, 0, { raw: writtenLists.join("") });
      parts.set(path ?? `${folderOf(mainPath)}numbering.xml`, strToU8(writeXml(root)));
      if (!path) addNumberingPart(parts, mainPath);
    },
  };
}

function addNumberingPart(parts: Parts, mainPath: string): void {
  addRelations(parts, mainPath, [
    '<Relationship Id="rIdRenkeiNumbering" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>',
  ]);
  const types = readPart(parts, "[Content_Types].xml");
  types.children.push({
    name: "Override",
    attributes: {
      PartName: `/${folderOf(mainPath)}numbering.xml`,
      ContentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    },
    children: [],
  });
  parts.set("[Content_Types].xml", strToU8(writeXml(types)));
}

function largest(root: XmlElement, name: string, attribute: string): number {
  return findChildren(root, name).reduce(
    (most, { attributes }) => Math.max(most, Number(attributes[attribute]) || 0),
    0,
  );
}
