import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseXml, type XmlElement } from "./xml.ts";

export type UnusableReason = "not-a-docx" | "damaged" | "too-large" | "macros" | "old-or-encrypted";

/** A file that cannot be a template; the reason is the caller's to put into words. */
export class UnusableTemplate extends Error {
  readonly reason: UnusableReason;
  constructor(reason: UnusableReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = "UnusableTemplate";
    this.reason = reason;
  }
}

/** The parts of a Word file by their paths. */
export type Parts = Map<string, Uint8Array>;

const mostParts = 2_000;
const mostBytes = 128 * 1024 * 1024;

/**
 * Unpacks a DOCX. The caller has checked the archive; this looks once more at what it says of itself, so that the thread that
 * writes documents never unpacks a bomb.
 */
export function openPackage(docx: Uint8Array): { parts: Parts; mainPath: string } {
  // A compound file (MS-CFB): Word before 2007, or a newer file behind a password.
  if (docx[0] === 0xd0 && docx[1] === 0xcf) throw new UnusableTemplate("old-or-encrypted", "a compound file");
  if (docx[0] !== 0x50 || docx[1] !== 0x4b) throw new UnusableTemplate("not-a-docx", "no ZIP archive");
  const parts = unpack(docx);
  const types = parts.get("[Content_Types].xml");
  if (!types || !parts.has("_rels/.rels")) throw new UnusableTemplate("not-a-docx", "no list of content types");
  const typesText = strFromU8(types);
  if (
    /macroEnabled|vbaProject|vbaData/.test(typesText) ||
    [...parts.keys()].some((path) => /vbaProject\.bin$/.test(path))
  )
    throw new UnusableTemplate("macros", "holds a program");
  if (!typesText.includes("wordprocessingml.")) throw new UnusableTemplate("not-a-docx", "not of Word");
  // A DOTX differs from a DOCX in this word only; what is made of it is a document.
  parts.set(
    "[Content_Types].xml",
    strToU8(typesText.replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml")),
  );
  const mainPath = findMainPath(parts);
  if (readPart(parts, mainPath).name !== "w:document")
    throw new UnusableTemplate("not-a-docx", "the main part is no Word document of ISO 29500 Transitional");
  return { parts, mainPath };
}

function unpack(docx: Uint8Array): Parts {
  let count = 0;
  let bytes = 0;
  try {
    const files = unzipSync(docx, {
      filter: ({ name, originalSize }) => {
        count += 1;
        bytes += originalSize;
        if (count > mostParts || bytes > mostBytes)
          throw new UnusableTemplate("too-large", `${count} parts, ${bytes} bytes`);
        return !name.endsWith("/");
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnusableTemplate) throw error;
    throw new UnusableTemplate("damaged", String(error));
  }
}

function findMainPath(parts: Parts): string {
  const relation = readPart(parts, "_rels/.rels").children.find(
    (child) => "name" in child && child.attributes.Type?.endsWith("/officeDocument"),
  );
  const target = relation && "name" in relation ? relation.attributes.Target : undefined;
  if (!target) throw new UnusableTemplate("not-a-docx", "no main document");
  return target.replace(/^\//, "");
}

/** Throws UnusableTemplate where the part is missing or no XML. */
export function readPart(parts: Parts, path: string): XmlElement {
  const bytes = parts.get(path);
  if (!bytes) throw new UnusableTemplate("damaged", `${path} is missing`);
  try {
    return parseXml(strFromU8(bytes));
  } catch (error) {
    throw new UnusableTemplate("damaged", `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where the relations of a part stand (OPC, ISO/IEC 29500-2, 8.5). */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** The same parts give the same bytes: fixed order, fixed time, no extra fields. */
export function writePackage(parts: Parts): Uint8Array<ArrayBuffer> {
  const first = ["[Content_Types].xml", "_rels/.rels"];
  const rest = [...parts.keys()].filter((path) => !first.includes(path)).toSorted();
  const files: Record<string, Uint8Array> = {};
  for (const path of [...first, ...rest]) {
    const bytes = parts.get(path);
    if (bytes) files[path] = bytes;
  }
  // ZIP keeps local time without a zone: this is the same moment everywhere.
  return new Uint8Array(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) }));
}
