import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { prepareFinders } from "./classify/classify-item.ts";
import { foldTerm } from "./classify/fold-for-matching.ts";
import type { BodyFinder } from "./classify/match-bodies.ts";
import { composeBodyName } from "./compose-body-name.ts";
import type { PolicyItem } from "./item.ts";
import type { Body, PolicyKnowledge } from "./knowledge.ts";

export type Issued = Pick<PolicyItem, "origin" | "bodies" | "bodyNames" | "documentNumber" | "language">;

/**
 * Who issued it, each as printed and in as many languages as it is understood: one that the list of bodies does not have stands beside
 * those that it has. Where nothing is printed, the bodies that rules found.
 */
export function listIssuers(item: Issued, knowledge: PolicyKnowledge): Localized[] {
  const ofBodies = item.bodies.flatMap((id) => knowledge.bodies.find((body) => body.id === id) ?? []);
  // The programme's list states bodies by id: its names are those of the list, and the number alone tells an office from its government.
  if (item.bodyNames.length === 0 || item.origin === "programme")
    return ofBodies.map((body) => officeOfNumber(body, item.documentNumber) ?? body.name);
  const names = item.bodyNames.map((name) => nameInLanguages(item.language, name, knowledge));
  return names.filter(
    (name, index) => names.findIndex((other) => JSON.stringify(other) === JSON.stringify(name)) === index,
  );
}

/** A printed name, in as many languages as it is understood. */
export function nameInLanguages(language: Language, printed: string, knowledge: PolicyKnowledge): Localized {
  if (language !== "zh") return { [language]: printed };
  const body = findBody(printed, prepareFinders(knowledge).bodies);
  const isFullName = body !== null && foldTerm(body.name.zh ?? "") === foldTerm(printed);
  if (isFullName) return body.name;
  return (
    nameOffice(printed, body, knowledge) ??
    nameCongress(printed, knowledge) ??
    body?.name ??
    composeBodyName(printed, knowledge.regions) ?? { zh: printed }
  );
}

function findBody(printed: string, { byName }: BodyFinder): Body | null {
  return byName.get(foldTerm(printed)) ?? null;
}

const office = /(?:办公厅|办公室)$/;

/** 「沈阳市人民政府办公厅」 is no government: what it sends out is its own. */
function nameOffice(printed: string, body: Body | null, knowledge: PolicyKnowledge): Localized | null {
  const ending = office.exec(printed)?.[0];
  // An office that the list has under its own name (国务院办公厅) is itself.
  if (ending === undefined || office.test(body?.name.zh ?? "")) return null;
  const whole = nameInLanguages("zh", printed.slice(0, -ending.length), knowledge);
  return whole.ja === undefined && whole.en === undefined ? null : nameOfficeOf(whole, printed, ending);
}

function nameOfficeOf(whole: Localized, printed: string, ending: string): Localized {
  const isOfGroup = /小组$/.test(whole.zh ?? "");
  return {
    zh: printed,
    ...(whole.ja === undefined ? {} : { ja: `${whole.ja}${ending === "办公厅" ? "弁公庁" : "弁公室"}` }),
    ...(whole.en === undefined ? {} : { en: `${isOfGroup ? "Office" : "General Office"} of the ${whole.en}` }),
  };
}

/** The list has a congress and its standing committee as one body; a document is of one of them. */
function nameCongress(printed: string, { regions }: PolicyKnowledge): Localized | null {
  return /(?:人民代表大会|人大)(?:常务委员会|常委会)?$/.test(printed) ? composeBodyName(printed, regions) : null;
}

/** 津政办发〔2013〕14号 is the office's of the government whose list of names has it. */
function officeOfNumber({ name, level, aliases }: Body, number: string | null): Localized | null {
  const isOfGovernment = (level === "province" || level === "city") && /人民政府$/.test(name.zh ?? "");
  if (!isOfGovernment || number === null || !/^[^〔\d]*(?:政|府)办/.test(number)) return null;
  const printed = aliases.find((alias) => alias.startsWith(name.zh ?? "") && office.test(alias));
  return printed === undefined ? null : nameOfficeOf(name, printed, office.exec(printed)?.[0] ?? "");
}
