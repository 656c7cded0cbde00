import { type Field, type FieldOrigin, fieldOrigins, type ItemFieldName, type ItemFields } from "../../item.ts";
import type { PolicyKind } from "../../policy.ts";
import { cleanLine, closeLetterSpacing } from "../clean-text.ts";
import { parseDate } from "../dates.ts";
import { normaliseDocumentNumbers } from "../document-number.ts";
import { isBodyName, splitBodies } from "../split-bodies.ts";

/** A text that may be the value of a field, with where it stood. */
export interface Candidate {
  field: ItemFieldName;
  text: string;
  origin: FieldOrigin;
  confidence: number;
  evidence: string;
}

/** The strongest candidate of each field that can be its value: by origin, then by confidence, then the first. */
export function chooseFields(candidates: readonly Candidate[]): ItemFields {
  const fields: ItemFields = {};
  const sorted = [...candidates].sort(
    (a, b) => fieldOrigins.indexOf(a.origin) - fieldOrigins.indexOf(b.origin) || b.confidence - a.confidence,
  );
  for (const candidate of sorted) if (fields[candidate.field] === undefined) setField(fields, candidate);
  return fields;
}

function setField(fields: ItemFields, candidate: Candidate): void {
  const { field, text } = candidate;
  if (field === "bodies") {
    const names = readBodies(text, candidate);
    if (names.length > 0) fields.bodies = ground(names, candidate);
    return;
  }
  if (field === "kind") {
    const kind = readKind(text);
    if (kind) fields.kind = ground(kind, candidate);
    return;
  }
  const value = readText(field, text);
  if (value !== null) fields[field] = ground(value, candidate);
}

function ground<Value>(value: Value, { origin, confidence, evidence }: Candidate): Field<Value> {
  return { value, origin, confidence, evidence: evidence.slice(0, 300) };
}

type TextField = Exclude<ItemFieldName, "bodies" | "kind">;

function readText(field: TextField, text: string): string | null {
  const clean = cleanLine(text);
  switch (field) {
    case "written":
    case "published":
    case "inForce":
      return parseDate(clean);
    case "documentNumber":
      return normaliseDocumentNumbers(clean) ?? (/^\S{0,30}\d+\s*号$/.test(clean) ? clean : null);
    case "title":
      return clean.length >= 4 && clean.length <= 400 ? closeLetterSpacing(clean) : null;
    case "indexNumber":
      return clean.length <= 80 && /[\dA-Za-z]/.test(clean) ? clean.replace(/\s*([/-])\s*/g, "$1") : null;
    case "subjectCategory":
      return clean.length <= 100 ? clean.replace(/\s*([\\/;；])\s*/g, "$1") : null;
    case "validity":
      return clean.length <= 40 ? clean : null;
  }
}

/** A name that a person or a page states is taken as it is; one that is only guessed must look like a body. */
function readBodies(text: string, { origin }: Candidate): string[] {
  const names = splitBodies(text).filter((name) => name.length >= 2 && name.length <= 60);
  return origin === "heuristic" || origin === "document-block" ? names.filter(isBodyName) : names;
}

const kindByWord: readonly (readonly [RegExp, PolicyKind])[] = [
  [/^(法律|行政法规|地方性法规|法规|部门规章|规章|条例)$/, "law"],
  [/^(规划|计划|方案|行动计划)$/, "plan"],
  [/^标准$/, "standard"],
  [/^(通知|公告|通告|意见|函|批复|决定|通报|办法|规范性文件)$/, "notice"],
  [/^(解读|政策解读)$/, "interpretation"],
  [/^(统计|数据|统计数据)$/, "statistics"],
  [/^(新闻|动态|要闻|工作动态)$/, "news"],
];

function readKind(text: string): PolicyKind | null {
  const bare = text.replace(/\s/g, "");
  return kindByWord.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}
