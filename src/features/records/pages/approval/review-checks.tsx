import type { Language } from "../../../../core/language.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { ContentProblem } from "../../../../records/check.ts";
import { recordKind } from "../../../../records/registry.ts";
import { fieldLabel, sheetLabel } from "../../../../sheets/field-label.ts";
import { SeverityTag } from "../../../../web/components/badges.tsx";
import { Notice } from "../../../../web/components/notices.tsx";
import { Section } from "../../../../web/components/section.tsx";
import { links } from "../../../../web/links.ts";
import { describeContentProblem } from "../../describe-content-problem.ts";
import type { Review } from "../../review.ts";
import { RelatedRecords } from "../related-records.tsx";

/** What is missing for an approval, and what the checks notice. */
export function Checks({ review, language }: { review: Review; language: Language }) {
  const { entry, problems, warnings, mayEdit } = review;
  if (problems.length === 0 && warnings.length === 0)
    return (
      <Notice tone="success">
        <p>{message(language, "approval.noProblems")}</p>
      </Notice>
    );
  return (
    <>
      {problems.length > 0 && (
        <Section
          id="missing"
          title={message(language, "approval.missing", { count: problems.length })}
          lead={message(language, "approval.missingLead")}
          level={3}
        >
          <ul class="check-list">
            {problems.map((problem) => (
              <li key={`${problem.sheet}/${problem.row}/${problem.column}`}>
                <strong>{nameCell(problem, recordKind(entry.kind).sheet.name, language)}</strong>
                {message(language, "record.colon")}
                {describeContentProblem(problem, { language })}
              </li>
            ))}
          </ul>
          {mayEdit && (
            <p>
              <a class="command" href={links.entry(language, entry.id)}>
                {message(language, "approval.complete")}
              </a>
            </p>
          )}
        </Section>
      )}
      {warnings.length > 0 && (
        <Section
          id="warnings"
          title={message(language, "approval.warnings", { count: warnings.length })}
          lead={message(language, "approval.warningsLead")}
          level={3}
        >
          <ul class="check-list">
            {warnings.map(({ rule, severity, text, others }) => (
              <li key={`${rule} ${text}`}>
                {(severity === "error" || severity === "warning" || severity === "notice") && (
                  <>
                    <SeverityTag
                      severity={severity}
                      label={choiceMessage(language, "finding.severity", severity)}
                    />{" "}
                  </>
                )}
                {text}
                <RelatedRecords related={others} language={language} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function nameCell({ sheet, row, column }: ContentProblem, main: string, language: Language): string {
  const field = fieldLabel(language, sheet, column);
  if (sheet === main || row === null) return field;
  return message(language, "history.rowField", { part: sheetLabel(language, sheet), row: row + 1, field });
}
