import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { paragraph } from "../compose/blocks.ts";
import type { ReportInput, ReportRequest } from "../report-kind.ts";

export interface Addressee {
  organisation: string;
  office: string;
  name: string;
}

/** Throws `invalid-input` with the names of all required inputs that nobody filled in: half a letter must not leave the house. */
export function requireWritten(inputs: readonly ReportInput[], { written }: Pick<ReportRequest, "written">): void {
  refuseMissing(inputs.filter(({ name, required }) => required && !written[name]?.trim()).map(({ name }) => name));
}

function refuseMissing(names: readonly string[]): void {
  if (names.length > 0) throw new AppError("invalid-input", { reason: "missing-inputs", inputs: [...names] });
}

/** Throws `invalid-input` with the names of inputs that hold something else than what they ask for. */
export function refuseWrong(names: readonly string[]): void {
  if (names.length > 0) throw new AppError("invalid-input", { reason: "wrong-inputs", inputs: [...names] });
}

/**
 * To whom it goes. Japanese: 様 after a name, 殿 after an office alone, 御中 after an organisation alone (公用文の慣行).
 * Chinese: the 主送机关 with a colon, at the left edge (党政机关公文处理工作条例 第九条). English: name, office, organisation.
 */
export function writeAddressee(language: Language, { organisation, office, name }: Addressee): Block[] {
  const key = name !== "" ? (office !== "" ? "officeAndName" : "name") : office !== "" ? "office" : "organisation";
  const address = message(language, `report.letter.addressee.${key}`, { organisation, office, name });
  // Japanese and Chinese paragraphs are justified, which would draw a broken line out over the whole width.
  return language === "en" ? [paragraph(address)] : toLines(address).map((line) => paragraph(line));
}

/** At the right edge: the organisation, then who signs. */
export function writeSender(organisation: string, person: string): Block[] {
  return [paragraph([organisation, person].join("\n"), "right")];
}

/** Who answers questions, under the letter; nothing where nobody is named. */
export function writeContact(language: Language, contact: string): Block[] {
  const lines = toLines(contact);
  if (lines.length === 0) return [];
  return [paragraph([message(language, "report.letter.contact"), ...lines].join("\n"), "note")];
}

export function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
