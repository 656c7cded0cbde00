import type { ReadTransaction } from "../../db/transaction.ts";
import { roleNames, ruleOf } from "../accounts/roles.ts";
import type { SurveyAnswer } from "./survey.ts";

/** How an answer came that the platform entered for an organisation. */
export interface ProxyOrigin {
  answer: string;
  organisation: string;
  state: SurveyAnswer["state"];
  /** organisation that entered it; null where the account has none any more */
  office: string | null;
  at: Date;
  /** the sheet that came by mail is kept */
  hasSheet: boolean;
  note: string;
}

const keepers = roleNames.filter((role) => ruleOf(role).permissions.some((each) => each === "surveys.manage"));

/** By organisation. Offices as memberships are now: an account that acts for several counts for one that keeps surveys. */
export async function readProxyOrigins(
  transaction: ReadTransaction,
  survey: string,
): Promise<Map<string, ProxyOrigin>> {
  const rows = await transaction
    .selectFrom("survey_answers as answer")
    .select((answers) => [
      "answer.id",
      "answer.organisation",
      "answer.state",
      "answer.file",
      "answer.proxy_note",
      "answer.changed_at",
      answers
        .selectFrom("memberships")
        .select("memberships.organisation")
        .whereRef("memberships.user_id", "=", "answer.author")
        .where("memberships.role", "in", keepers)
        .orderBy("memberships.organisation")
        .limit(1)
        .as("office"),
    ])
    .where("answer.survey", "=", survey)
    .where("answer.by_proxy", "=", true)
    .execute();
  return new Map(
    rows.flatMap(({ id, organisation, state, file, proxy_note, changed_at, office }) =>
      organisation === null
        ? []
        : [
            [
              organisation,
              {
                ...{ answer: id, organisation, state, office },
                at: new Date(changed_at),
                hasSheet: file !== null,
                note: proxy_note ?? "",
              },
            ],
          ],
    ),
  );
}
