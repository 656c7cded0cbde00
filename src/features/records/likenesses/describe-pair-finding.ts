import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { DetectedFinding } from "../../findings/finding.ts";
import type { Books } from "../../programme/books.ts";
import { nameRecord } from "./describe-likeness.ts";

/**
 * What a check says of two records, told to whom enters one of them: which is his and which is on record. Null for findings of
 * other sorts, whose own sentence is clear.
 */
export function describePairFinding(
  { rule, record, details }: DetectedFinding,
  own: { record: string; title: string },
  otherTitle: string,
  books: Books,
  language: Language,
): string | null {
  const isFirst = record === own.record;
  const [date, otherDate] = isFirst ? [details.date, details.otherDate] : [details.otherDate, details.date];
  const values = {
    own: message(language, "likeness.own.entry", { name: nameRecord(own.title, textOf(date), language) }),
    other: nameRecord(otherTitle, textOf(otherDate), language),
  };
  switch (rule) {
    case "same-event-in-two-ledgers": {
      const ledger = textOf(isFirst ? details.otherLedger : details.ledger) ?? "";
      const name = localize(books.ledger(ledger).name, language).text;
      return message(language, "likeness.finding.same-event-in-two-ledgers", { ...values, ledger: name });
    }
    case "contained-in-another":
      return message(language, `likeness.finding.${isFirst ? rule : "contains-another"}`, values);
    case "sources-disagree": {
      if (details.count === undefined) return message(language, "likeness.finding.sources-disagree", values);
      const [count, otherCount] = isFirst ? [details.count, details.otherCount] : [details.otherCount, details.count];
      return message(language, "likeness.finding.people-disagree", {
        ...values,
        count: textOf(count) ?? "",
        otherCount: textOf(otherCount) ?? "",
      });
    }
    default:
      return null;
  }
}

function textOf(detail: DetectedFinding["details"][string] | undefined): string | null {
  return detail === undefined || detail === null ? null : String(detail);
}
