import { languages } from "../../../core/language.ts";
import { readTexts } from "../../../web/read-fields.ts";
import { type Evidence, evidenceKinds, type StatementSection, statementSections } from "../draft.ts";
import type { StatementForm } from "../statements.ts";

export interface TypedStatement extends StatementForm {
  section: StatementSection;
  organisation: string | null;
  revision: number;
  formKey: string;
  /** words of a search for evidence */
  search: string;
}

export function readStatementForm(form: FormData): TypedStatement {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\P{Cc}\n]/gu, "")
      .trim();
  const place = text("place");
  const [section = "", organisation = ""] = place.split("/");
  return {
    text: readTexts(text, "text"),
    evidence: form.getAll("evidence").flatMap((value) => readEvidence(String(value)) ?? []),
    withoutEvidenceReason: readTexts(text, "reason"),
    confirmed: languages.filter((language) => text(`confirm.${language}`) === "yes"),
    section: statementSections.find((one) => one === section) ?? "progress",
    organisation: organisation === "" ? null : organisation,
    revision: Number(form.get("revision") ?? 0),
    formKey: text("form_key"),
    search: text("search"),
  };
}

/** `kind/id`, as the boxes of the form send it. */
function readEvidence(value: string): Evidence | null {
  const slash = value.indexOf("/");
  const kind = evidenceKinds.find((one) => one === value.slice(0, slash));
  const id = value.slice(slash + 1);
  return kind === undefined || id === "" ? null : { kind, id };
}
