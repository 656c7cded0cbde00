import { parseHTML } from "linkedom";
import { z } from "zod";
import { parseEdtf } from "../../core/edtf.ts";
import { languages } from "../../core/language.ts";
import { isId } from "../../sheets/parse-cell.ts";
import { asksByItself, type SourceDeclaration, sourceKinds, tiers } from "./source.ts";

/** What is wrong with a field; the words are in `sources.fieldProblem`. */
export type FieldProblem =
  | "missing"
  | "id"
  | "taken"
  | "long"
  | "choice"
  | "address"
  | "route"
  | "selector"
  | "pattern"
  | "slow-pattern"
  | "number"
  | "date";

export type SourceField = Exclude<keyof SourceDeclaration, "name" | "note"> | `name.${Language}` | `note.${Language}`;
type Language = (typeof languages)[number];
export type FieldProblems = Partial<Record<SourceField, FieldProblem>>;

const longestText = 300;
const longestNote = 2_000;
const longestPattern = 200;

const text = z.string().trim();
const optional = text.transform((value) => (value === "" ? null : value));
const problem = (code: FieldProblem) => ({ error: code });
const name = text.min(1, problem("missing")).max(longestText, problem("long"));
const note = text.max(longestNote, problem("long"));
const selector = optional.refine(
  (value) => value === null || (value.length <= longestText && isSelector(value)),
  problem("selector"),
);
const hours = (most: number) =>
  text.transform(Number).pipe(z.int(problem("number")).min(1, problem("number")).max(most, problem("number")));

/** A declaration as a form sends it, or a row of a sheet: every value a text. */
const form = z.object({
  id: text.refine((value) => isId(value) && value.length <= 80, problem("id")),
  body: text.min(1, problem("missing")),
  tier: z.enum(tiers, problem("choice")),
  region: optional,
  "name.ja": name,
  "name.zh": name,
  "name.en": name,
  language: z.enum(["zh", "ja", "en"], problem("choice")),
  kind: z.enum(sourceKinds, problem("choice")),
  address: optional,
  itemSelector: selector,
  linkSelector: selector,
  dateSelector: selector,
  nextSelector: selector,
  include: optional
    .refine((value) => value === null || isPattern(value), { ...problem("pattern"), abort: true })
    .refine((value) => value === null || !isSlowPattern(value), problem("slow-pattern")),
  everyHours: hours(720),
  quietDays: hours(730),
  tried: optional.refine((value) => value === null || parseEdtf(value).ok, problem("date")),
  "note.ja": note,
  "note.zh": note,
  "note.en": note,
});

export type DeclarationForm = Record<keyof z.input<typeof form>, string>;
export const formFields = Object.keys(form.shape) as (keyof DeclarationForm)[];

export interface KnownPlaces {
  bodies: ReadonlySet<string>;
  regions: ReadonlySet<string>;
}

/** A declaration that can be watched, or everything that is wrong with it. */
export function checkDeclaration(
  given: DeclarationForm,
  known: KnownPlaces,
): { declaration: SourceDeclaration; problems: null } | { declaration: null; problems: FieldProblems } {
  const checked = form.safeParse(given);
  const problems: FieldProblems = {};
  for (const { path, message } of checked.error?.issues ?? []) {
    const field = path[0] as SourceField;
    problems[field] ??= message as FieldProblem;
  }
  const kind = sourceKinds.find((one) => one === given.kind.trim());
  const address = given.address.trim();
  if (kind && asksByItself({ kind })) {
    if (address === "") problems.address = "missing";
    else if (kind === "rsshub" ? !/^(\/|https?:\/\/)\S+$/.test(address) : !isAddress(address))
      problems.address = kind === "rsshub" ? "route" : "address";
  }
  if (given.body.trim() !== "" && !known.bodies.has(given.body.trim())) problems.body = "choice";
  if (given.region.trim() !== "" && !known.regions.has(given.region.trim())) problems.region = "choice";
  if (given.tier.trim() !== "central" && given.region.trim() === "") problems.region ??= "missing";
  if (!checked.success || Object.keys(problems).length > 0) return { declaration: null, problems };
  const { "name.ja": ja, "name.zh": zh, "name.en": en, ...data } = checked.data;
  const { "note.ja": noteJa, "note.zh": noteZh, "note.en": noteEn, ...rest } = data;
  const notes = { ...(noteJa && { ja: noteJa }), ...(noteZh && { zh: noteZh }), ...(noteEn && { en: noteEn }) };
  return { declaration: { ...rest, name: { ja, zh, en }, note: notes }, problems: null };
}

function isAddress(address: string): boolean {
  if (address.length > 2_000 || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}

function isSelector(selector: string): boolean {
  try {
    parseHTML("<p>x</p>").document.querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

function isPattern(pattern: string): boolean {
  try {
    return pattern.length <= longestPattern && new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * A repetition of what holds a repetition, or a choice repeated, can take for ever on some addresses. Lists are read within a
 * limit of time anyhow; this tells before saving.
 */
function isSlowPattern(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  return /\([^()]*[+*{|][^()]*\)[+*{]/.test(plain);
}

/** The declaration as its form shows it. */
export function toForm(declaration: SourceDeclaration): DeclarationForm {
  const values: Partial<DeclarationForm> = {};
  for (const field of formFields) {
    const [group, language] = field.split(".");
    const localized = group === "name" ? declaration.name : group === "note" ? declaration.note : null;
    const own = languages.find((one) => one === language);
    values[field] = localized && own ? (localized[own] ?? "") : readPlain(declaration, field);
  }
  return values as DeclarationForm;
}

function readPlain(declaration: SourceDeclaration, field: string): string {
  const value = Object.entries(declaration).find(([name]) => name === field)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export const emptyForm: DeclarationForm = {
  ...(Object.fromEntries(formFields.map((field) => [field, ""])) as DeclarationForm),
  tier: "partner",
  language: "zh",
  kind: "list",
  everyHours: "24",
  quietDays: "30",
};
