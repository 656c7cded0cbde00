import { checkChineseDivisionCode, checkJapaneseLocalGovernmentCode } from "../../../core/place-codes.ts";
import { foldText } from "../../../core/text-folding.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { allNames, type Organisation } from "../../organisations/organisation.ts";
import type { DetectedFinding } from "../finding.ts";

export function checkCodes(organisations: readonly Organisation[]): DetectedFinding[] {
  return organisations.flatMap(({ id, codes }) => {
    const wrong: { code: string; scheme: string }[] = [];
    if (codes.japan && checkJapaneseLocalGovernmentCode(codes.japan) !== "valid")
      wrong.push({ code: codes.japan, scheme: "jp" });
    if (codes.china && checkChineseDivisionCode(codes.china) !== "valid")
      wrong.push({ code: codes.china, scheme: "cn" });
    return wrong.map((details) => ({
      rule: "bad-code" as const,
      severity: "error" as const,
      record: `organisations/${id}`,
      related: [],
      details,
      since: null,
    }));
  });
}

/** Names as the sources print them that are no name, in any language or spelling, of the organisation cited. */
export async function checkNames(
  transaction: ReadTransaction,
  organisations: readonly Organisation[],
): Promise<DetectedFinding[]> {
  const known = new Map(organisations.map((organisation) => [organisation.id, knownForms(organisation)]));
  const rows = await transaction
    .selectFrom("activity_parties")
    .select(["activity", "organisation", "printed_name"])
    .where("printed_name", "is not", null)
    .orderBy("row_number")
    .execute();
  return rows.flatMap(({ activity, organisation, printed_name: name }) => {
    if (name === null || known.get(organisation)?.has(foldText(name))) return [];
    return [
      {
        rule: "unknown-name" as const,
        severity: "notice" as const,
        record: `activities/${activity}`,
        related: [`organisations/${organisation}`],
        details: { name, organisation },
        since: null,
      },
    ];
  });
}

function knownForms(organisation: Organisation): Set<string> {
  return new Set(allNames(organisation).map(foldText));
}
