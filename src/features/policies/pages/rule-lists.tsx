import { type Language, languageTags } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Section } from "../../../web/components/section.tsx";
import { importancePoints, importanceRules } from "../classify/importance-rules.ts";
import { kindRules } from "../classify/kind-rules.ts";
import { nameImportanceRule } from "./reasons.tsx";

/** How the kind of a document is told: read only, since these rules are part of the programme's code. */
export function KindRules({ language }: { language: Language }) {
  return (
    <Section id="kinds" title={message(language, "desk.rules.kinds")} lead={message(language, "desk.rules.kindsLead")}>
      <DataTable
        id="kind-rules"
        caption={message(language, "desk.rules.kinds")}
        captionHidden
        scrollHint={message(language, "policy.scroll")}
        emptyText="—"
        columns={[
          { key: "order", label: message(language, "desk.rules.order"), width: "narrow" },
          { key: "kind", label: message(language, "policy.kindLabel"), rowHeader: true },
          { key: "in", label: message(language, "desk.rules.looksAt") },
          { key: "pattern", label: message(language, "desk.rules.words"), width: "wide" },
        ]}
        rows={kindRules.map((rule, index) => ({
          key: rule.id,
          cells: {
            order: index + 1,
            kind: choiceMessage(language, "policy.kind", rule.kind),
            in: (
              <>
                {message(language, `desk.rules.in.${rule.in}`)}
                {rule.byLawmaker && <span class="quiet"> {message(language, "desk.rules.byLawmaker")}</span>}
              </>
            ),
            pattern: (
              <span class="desk-terms" lang={languageTags.zh}>
                {readableWords(rule.pattern).map((word) => (
                  <span key={word} lang={/\p{Script=Hiragana}/u.test(word) ? languageTags.ja : undefined}>
                    {word}
                  </span>
                ))}
              </span>
            ),
          },
        }))}
      />
    </Section>
  );
}

/** The words of a pattern, without its signs. */
function readableWords(pattern: RegExp): string[] {
  return [...new Set(pattern.source.match(/[\p{Script=Han}\p{Script=Hiragana}A-Z]+/gu) ?? [])];
}

/** How importance is proposed: points that add up, until a person decides. */
export function ImportanceRules({ language }: { language: Language }) {
  return (
    <Section
      id="importance"
      title={message(language, "desk.rules.importance")}
      lead={message(language, "desk.rules.importanceLead", importancePoints)}
    >
      <DataTable
        id="importance-rules"
        caption={message(language, "desk.rules.importance")}
        captionHidden
        scrollHint={message(language, "policy.scroll")}
        emptyText="—"
        columns={[
          { key: "rule", label: message(language, "desk.rules.rule"), rowHeader: true },
          { key: "points", label: message(language, "desk.rules.points"), align: "end" },
        ]}
        rows={importanceRules.map((line) => ({
          key: line.rule,
          cells: {
            rule: nameImportanceRule(line.rule, language),
            points:
              "result" in line
                ? message(language, "desk.rules.always", {
                    importance: message(language, `policy.importance.${line.result}`),
                  })
                : line.points > 0
                  ? `+${line.points}`
                  : `−${-line.points}`,
          },
        }))}
      />
    </Section>
  );
}
