import type { Placeholder, ReportInput } from "../../report-kind.ts";

export const coverInputs: readonly ReportInput[] = [
  {
    name: "document_number",
    label: "report.cover.input.documentNumber",
    hint: "report.cover.input.documentNumberHint",
    lines: "one",
    required: false,
  },
  {
    name: "addressee_organisation",
    label: "report.cover.input.addresseeOrganisation",
    hint: "report.cover.input.addresseeOrganisationHint",
    lines: "one",
    required: true,
  },
  {
    name: "addressee_office",
    label: "report.cover.input.addresseeOffice",
    hint: "report.cover.input.addresseeOfficeHint",
    lines: "one",
    required: false,
  },
  {
    name: "addressee_name",
    label: "report.cover.input.addresseeName",
    hint: "report.cover.input.addresseeNameHint",
    lines: "one",
    required: false,
  },
  {
    name: "sender_person",
    label: "report.cover.input.senderPerson",
    hint: "report.cover.input.senderPersonHint",
    lines: "one",
    required: true,
  },
  {
    name: "enclosures",
    label: "report.cover.input.enclosures",
    hint: "report.cover.input.enclosuresHint",
    lines: "many",
    required: true,
  },
  {
    name: "remarks",
    label: "report.cover.input.remarks",
    hint: "report.cover.input.remarksHint",
    lines: "many",
    required: false,
  },
  {
    name: "contact",
    label: "report.cover.input.contact",
    hint: "report.cover.input.contactHint",
    lines: "many",
    required: true,
  },
];

export const coverPlaceholders: readonly Placeholder[] = [
  {
    name: "document_number",
    gives: "blocks",
    required: false,
    description: "report.cover.placeholder.documentNumber",
  },
  { name: "date", gives: "text", required: true, description: "report.cover.placeholder.date" },
  { name: "addressee", gives: "blocks", required: true, description: "report.cover.placeholder.addressee" },
  { name: "sender", gives: "blocks", required: true, description: "report.cover.placeholder.sender" },
  { name: "salutation", gives: "text", required: false, description: "report.cover.placeholder.salutation" },
  { name: "closing", gives: "text", required: false, description: "report.cover.placeholder.closing" },
  { name: "subject", gives: "text", required: true, description: "report.cover.placeholder.subject" },
  { name: "programme", gives: "text", required: false, description: "report.cover.placeholder.programme" },
  { name: "year", gives: "text", required: false, description: "report.cover.placeholder.year" },
  { name: "as_of", gives: "text", required: false, description: "report.cover.placeholder.asOf" },
  { name: "enclosures", gives: "blocks", required: true, description: "report.cover.placeholder.enclosures" },
  { name: "remarks", gives: "blocks", required: false, description: "report.cover.placeholder.remarks" },
  { name: "contact", gives: "blocks", required: true, description: "report.cover.placeholder.contact" },
];
