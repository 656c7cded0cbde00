import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { paragraph } from "../compose/blocks.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { coverInputs, coverPlaceholders } from "./cover-letter/inputs.ts";
import { outlineCover } from "./cover-letter/outline.ts";
import { requireWritten, toLines, writeAddressee, writeContact, writeSender } from "./letter.ts";

/** The letter that goes with the documents of a year to a ministry. */
export const coverLetter: ReportKind = {
  id: "cover-letter",
  subject: "year",
  languages: ["ja", "zh", "en"],
  inputs: coverInputs,
  placeholders: coverPlaceholders,
  outline: outlineCover,
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language, asOf, calendar, fiscalYear, maker, written } = request;
  requireWritten(coverInputs, request);
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const name = localize(programme.name, language).text;
  const year = fiscalYearLabel(programme.calendar, fiscalYear ?? programme.lastFiscalYear, language);
  const title = message(language, "report.cover.title", { programme: name, year });
  const sender = directory.name(maker, language, asOf);
  const date = writeEdtf(asOf, language, { calendar });
  const signer = written.sender_person ?? "";
  const addressee = {
    organisation: written.addressee_organisation ?? "",
    office: written.addressee_office ?? "",
    name: written.addressee_name ?? "",
  };
  const { name: person } = addressee;
  const salutation = message(language, `report.cover.${person === "" ? "salutation" : "salutationTo"}`, {
    name: person,
  });
  // “Yours faithfully” to somebody without a name, “Yours sincerely” to somebody who has one.
  const closing = message(language, `report.cover.${person === "" ? "closing" : "closingTo"}`);
  const number = written.document_number ?? "";
  return {
    // Of a year many letters go out under one subject; in a list only the addressee tells them apart.
    title: message(language, "report.cover.titleTo", { title, addressee: addressee.organisation }),
    maker: sender,
    values: {
      document_number: {
        blocks: number === "" ? [] : [writeReference(request, message(language, "report.cover.reference", { number }))],
      },
      date: { text: date },
      addressee: { blocks: writeAddressee(language, addressee) },
      sender: { blocks: language === "en" ? writeSignature(signer, sender) : writeSender(sender, signer) },
      salutation: { text: salutation },
      closing: { text: closing },
      subject: { text: title },
      programme: { text: name },
      year: { text: year },
      as_of: { text: date },
      enclosures: { blocks: listEnclosures(written.enclosures ?? "") },
      remarks: { blocks: toLines(written.remarks ?? "").map((line) => paragraph(`${indents[language]}${line}`)) },
      contact: { blocks: writeContact(language, written.contact ?? "") },
    },
    figures: [],
    records: [],
    gaps: [],
  };
}

const indents = { ja: "　", zh: "　　", en: "" };

function writeReference({ language }: ReportRequest, text: string): Block {
  return paragraph(text, language === "en" ? "body" : "right");
}

/** In English the person comes before the organisation, at the left edge. */
function writeSignature(person: string, organisation: string): Block[] {
  return [paragraph([person, organisation].join("\n"))];
}

function listEnclosures(text: string): Block[] {
  return [{ is: "list", marks: "number", items: toLines(text).map((line) => [{ text: line }]) }];
}
