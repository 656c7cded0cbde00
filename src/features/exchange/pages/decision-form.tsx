import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { recordKind } from "../../../records/registry.ts";
import { describeInput, FieldFrame } from "../../../web/components/field-frame.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { visibilities } from "../../records/record.ts";
import type { Import } from "../import-store.ts";
import { countRows, type ImportResult } from "../plan.ts";
import { headersById } from "../recognise-upload.ts";
import type { TakeOverResult } from "../take-over.ts";
import { SelectField } from "./fields.tsx";

export type DecisionProblem = Exclude<TakeOverResult, { state: "taken" }> | { state: "reason-missing" };

interface DecisionProps {
  language: Language;
  found: Import;
  result: ImportResult;
  problem: DecisionProblem | null;
}

/** Take all of it, as drafts or submitted, or none. */
export function DecisionForm({ language, found, result, problem }: DecisionProps) {
  const { new: added, changed } = countRows(result.rows);
  const reason = {
    id: "reason",
    label: message(language, "exchange.import.reason"),
    hint: message(language, "exchange.import.reasonHint"),
    error: problem?.state === "reason-missing" ? message(language, "exchange.import.reasonMissing") : undefined,
  };
  return (
    <Section
      id="decide"
      title={message(language, "exchange.import.decide")}
      lead={message(language, "exchange.import.decideLead", { added, changed })}
    >
      {problem && reason.error === undefined && <Problem language={language} found={found} problem={problem} />}
      <form class="exchange-form" method="post" action={links.import(language, found.id)}>
        {added > 0 && (
          <SelectField
            id="visibility"
            name="visibility"
            label={message(language, "exchange.import.visibility")}
            choices={visibilities.map((value) => ({ value, text: message(language, `visibility.${value}`) }))}
            selected="public"
          />
        )}
        {changed > 0 && (
          <FieldFrame {...reason}>
            <input type="text" id="reason" name="reason" maxlength={500} {...describeInput(reason)} />
          </FieldFrame>
        )}
        <div class="exchange-decisions">
          <button type="submit" name="decision" value="submit">
            {message(language, "exchange.import.submit")}
          </button>
          <button type="submit" name="decision" value="draft" class="exchange-secondary">
            {message(language, "exchange.import.draft")}
          </button>
          <button type="submit" name="decision" value="drop" class="exchange-secondary">
            {message(language, "exchange.import.drop")}
          </button>
        </div>
      </form>
    </Section>
  );
}

function Problem({ language, found, problem }: { language: Language; found: Import; problem: DecisionProblem }) {
  if (problem.state === "changed") {
    return (
      <Notice tone="warning">
        <p>{message(language, "exchange.import.changed")}</p>
      </Notice>
    );
  }
  if (problem.state !== "stopped") return null;
  const headers = headersById(recordKind(found.kind), language);
  const columns = problem.problems.map(
    ({ sheet, column }) => headers.get(column) ?? headers.get(`${sheet}.${column}`) ?? column,
  );
  return (
    <Notice tone="error" title={message(language, "exchange.import.stopped", { row: problem.row })}>
      <p>
        {message(language, `exchange.import.stop.${problem.why}`, {
          columns: [...new Set(columns)].join(message(language, "list.separator")),
        })}
      </p>
    </Notice>
  );
}
