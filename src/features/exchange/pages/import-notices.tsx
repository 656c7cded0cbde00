import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { RecordKindId } from "../../../records/kind.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { SheetFacts } from "../plan.ts";

interface FactsProps {
  language: Language;
  kind: RecordKindId;
  facts: SheetFacts;
}

/** What is to be known of the sheet before its rows are looked at. */
export function ImportNotices({ language, kind, facts }: FactsProps) {
  if (facts.wrongKind !== null) return <WrongKind language={language} kind={kind} facts={facts} />;
  const list = (texts: readonly string[]) => texts.join(message(language, "list.separator"));
  const named = (columns: SheetFacts["unknownColumns"]) =>
    list(columns.map(({ header, address }) => `${address}${header === "" ? "" : ` ${header}`}`));
  const say = (key: "unknownColumns" | "repeatedColumns", columns: string) =>
    message(language, `exchange.import.${key}`, { columns });
  const remarks = [
    facts.unknownColumns.length > 0 && say("unknownColumns", named(facts.unknownColumns)),
    facts.formulas > 0 && message(language, "exchange.import.formulas", { count: facts.formulas }),
    facts.merged.length > 0 && message(language, "exchange.import.merged", { ranges: list(facts.merged) }),
    facts.ignoredSheets.length > 0 &&
      message(language, "exchange.import.ignoredSheets", { sheets: list(facts.ignoredSheets) }),
  ].filter((remark) => remark !== false);
  return (
    <>
      {facts.repeatedColumns.length > 0 && (
        <Notice tone="error">
          <p>{say("repeatedColumns", named(facts.repeatedColumns))}</p>
        </Notice>
      )}
      {remarks.length > 0 && (
        <Notice tone="warning">
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
      {facts.missingColumns.length > 0 && (
        <details class="exchange-missing">
          <summary>
            {message(language, "exchange.import.missingColumns", { count: facts.missingColumns.length })}
          </summary>
          <p>{list(facts.missingColumns)}</p>
        </details>
      )}
    </>
  );
}

function WrongKind({ language, kind, facts }: FactsProps) {
  const wanted = message(language, `record.kinds.${kind}`);
  if (facts.wrongKind === null || facts.wrongKind === "unknown") {
    return (
      <Notice tone="error">
        <p>{message(language, "exchange.import.unknownKind", { wanted })}</p>
        <p>
          <a href={links.exchange(language, { kind })}>{message(language, "exchange.download.title")}</a>
        </p>
      </Notice>
    );
  }
  const found = message(language, `record.kinds.${facts.wrongKind}`);
  return (
    <Notice tone="error">
      <p>{message(language, "exchange.import.wrongKind", { found, wanted })}</p>
      <p>
        <a href={links.exchange(language, { kind: facts.wrongKind })}>
          {message(language, "exchange.import.wrongKindLink", { found })}
        </a>
      </p>
    </Notice>
  );
}
