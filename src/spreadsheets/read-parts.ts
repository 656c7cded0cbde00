import { posix } from "node:path";
import { builtInFormat, type NumberFormat, parseFormatCode } from "./number-format.ts";
import type { Archive } from "./open-archive.ts";
import { attributeOf, parseXml } from "./parse-xml.ts";
import { limits, SpreadsheetRefusal } from "./refusal.ts";

export interface WorkbookParts {
  from1904: boolean;
  sheets: { name: string; hidden: boolean; part: string }[];
  strings: string | null;
  styles: string | null;
}

/** Finds the parts that hold the sheets: ECMA-376 Part 1, 18.2 and Part 2, 9.3. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const main = (await readRelations(archive, "")).find(({ type }) => type.endsWith("/officeDocument"));
  const workbook = main?.target ?? "xl/workbook.xml";
  if (!archive.has(workbook)) throw new SpreadsheetRefusal(nameOtherFormat(archive));
  if (workbook.endsWith(".bin")) throw new SpreadsheetRefusal("binary-excel");
  const relations = await readRelations(archive, workbook);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;
  const found: WorkbookParts = {
    from1904: false,
    sheets: [],
    strings: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
  await parseXml(await archive.open(workbook), {
    open(name, attributes) {
      if (name === "workbookPr") found.from1904 = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const relation = byId.get(attributeOf(attributes, "id") ?? "");
      if (!relation?.type.endsWith("/worksheet")) return;
      if (found.sheets.length === limits.sheets) throw new SpreadsheetRefusal("too-many-sheets", limits.sheets);
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      found.sheets.push({ name: attributes.name ?? "", hidden, part: relation.target });
    },
  });
  return found;
}

function nameOtherFormat(archive: Archive): "binary-excel" | "open-document" | "not-a-spreadsheet" {
  if (archive.has("xl/workbook.bin")) return "binary-excel";
  return archive.has("mimetype") && archive.has("content.xml") ? "open-document" : "not-a-spreadsheet";
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const name = archive.has(path) ? path : `/${path}`;
  if (!archive.has(name)) return [];
  const relations: Relation[] = [];
  await parseXml(await archive.open(name), {
    open(element, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (element !== "Relationship" || !id || !type || !target || mode === "External") return;
      const resolved = target.startsWith("/") ? target.slice(1) : posix.normalize(folder + target);
      relations.push({ id, type, target: archive.has(resolved) ? resolved : `/${resolved}` });
    },
  });
  return relations;
}

/** Texts that cells refer to by number. Readings (`rPh`) stand beside a text and are no part of it. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null || !archive.has(part)) return strings;
  const collector = createTextCollector();
  let characters = 0;
  await parseXml(await archive.open(part), {
    open: (name) => collector.open(name),
    close(name) {
      collector.close(name);
      if (name !== "si") return;
      const text = collector.take();
      characters += text.length;
      if (characters > limits.characters) throw new SpreadsheetRefusal("too-much-text", limits.characters);
      if (strings.length === limits.cells) throw new SpreadsheetRefusal("too-many-cells", limits.cells);
      strings.push(text);
    },
    text: (text) => collector.text(text),
  });
  return strings;
}

/** Gathers the `t` elements of a text or of its differently formatted runs. */
export function createTextCollector() {
  let gathered = "";
  let inText = false;
  let inReading = false;
  return {
    open(name: string): void {
      if (name === "rPh") inReading = true;
      if (name === "t") inText = true;
    },
    close(name: string): void {
      if (name === "rPh") inReading = false;
      if (name === "t") inText = false;
    },
    text(text: string): void {
      if (inText && !inReading) gathered += text;
    },
    take(): string {
      const text = decodeEscapes(gathered);
      gathered = "";
      return text;
    },
  };
}

/** `_x000D_` for a character that XML cannot hold: ST_Xstring, ECMA-376 Part 1, 22.9.2.19. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The number format of each cell style, by its number. */
export async function readStyles(archive: Archive, part: string | null): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  if (part === null || !archive.has(part)) return styles;
  let inCells = false;
  await parseXml(await archive.open(part), {
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") custom.set(Number(attributes.numFmtId), parseFormatCode(attributes.formatCode ?? ""));
      if (name !== "xf" || !inCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(custom.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
