import { SaxesParser } from "saxes";
import type { MessageKey } from "../../../messages/message.ts";
import { FileRefusal } from "./file-problem.ts";

export interface XmlElement {
  /** without prefix */
  name: string;
  /** by their names without prefix */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
}

export const xmlLimits = { bytes: 48 * 1024 * 1024, depth: 64, units: 200_000, text: 100_000 };

interface Handlers {
  /** what is said of a file that is no XML at all, as a picture or a PDF */
  otherwise: MessageKey;
  /** names of elements that are handed over whole, and then forgotten */
  units: readonly string[];
  onUnit(unit: XmlElement): void;
  /** any element outside of units, when it opens */
  onOpen?: (name: string, attributes: Record<string, string>, line: number) => void;
}

/**
 * Reads an XML file unit by unit, so that no more than one is held. A document type is refused unread: entities are how a small file
 * becomes a large one or reads others (CWE-776, CWE-611). Throws FileRefusal with the line.
 */
export function readXmlUnits(bytes: Uint8Array, { otherwise, units, onUnit, onOpen }: Handlers): void {
  if (bytes.length === 0) throw new FileRefusal("translationFile.empty");
  if (bytes.length > xmlLimits.bytes)
    throw new FileRefusal("translationFile.tooLarge", null, { megabytes: xmlLimits.bytes / 1024 / 1024 });
  if (!beginsAsXml(bytes)) throw new FileRefusal(otherwise);
  const text = decode(bytes);
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const open: XmlElement[] = [];
  let depth = 0;
  let count = 0;
  parser.on("doctype", () => {
    throw new FileRefusal("translationFile.doctype", parser.line);
  });
  parser.on("error", (error) => {
    throw new FileRefusal(
      /unclosed tag|unexpected end|must contain a root/i.test(error.message)
        ? "translationFile.cutOff"
        : "translationFile.notXml",
      parser.line,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > xmlLimits.depth) throw new FileRefusal("translationFile.tooDeep", parser.line);
    const element = { name: localName(name), attributes: localNames(attributes), children: [], line: parser.line };
    const parent = open.at(-1);
    if (!parent && !units.includes(element.name)) {
      onOpen?.(element.name, element.attributes, element.line);
      return;
    }
    parent?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    depth -= 1;
    const element = open.pop();
    if (!element || open.length > 0) return;
    count += 1;
    if (count > xmlLimits.units)
      throw new FileRefusal("translationFile.tooMany", parser.line, { most: xmlLimits.units });
    onUnit(element);
  });
  const onText = (part: string) => {
    if (part.length > xmlLimits.text) throw new FileRefusal("translationFile.textTooLong", parser.line);
    open.at(-1)?.children.push(part);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  // A document type stands at the start, and its text must not even be gathered.
  if (/<!DOCTYPE/i.test(text.slice(0, 4_096))) throw new FileRefusal("translationFile.doctype", 1);
  for (let start = 0; start < text.length; start += 65_536) parser.write(text.slice(start, start + 65_536));
  parser.close();
}

/** In any encoding a file of XML begins with its first tag, behind a byte order mark and blanks. */
function beginsAsXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(start);
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal("translationFile.encoding");
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function findChild(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element, name)[0];
}

/** All text within, but for that of elements which stand for formatting. */
export function textWithin(element: XmlElement, without: readonly string[] = []): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child;
      return without.includes(child.name) ? "" : textWithin(child, without);
    })
    .join("");
}
