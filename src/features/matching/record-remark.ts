import { type Language, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import { remark } from "../comments/service.ts";
import type { Need } from "../needs/need.ts";
import { readDirectory } from "../organisations/directory.ts";
import { findStanding, ownOrganisations } from "../records/access.ts";
import type { Match } from "./match.ts";

interface Told {
  what: "need-withdrawn" | "need-changed" | "withdrawn" | "continued";
  /** the broker's, in the language in which it was written */
  reason?: { text: string; language: Language };
}

/** Says on the record or draft that came of a match what has become of the match's need, in each language: who approves it reads it there. */
export async function remarkOnRecord(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  { match, need }: { match: Match; need: Need },
  { what, reason }: Told,
): Promise<void> {
  if (match.record === null) return;
  const directory = await readDirectory(transaction);
  const [own] = ownOrganisations(await findStanding(context, actor));
  const words: Localized = Object.fromEntries(
    languages.map((language) => [
      language,
      message(language, `matching.remark.${what}`, {
        organisation: directory.name(need.organisation, language),
        title: localize(need.title, language).text,
      }),
    ]),
  );
  await remark(transaction, audit, match.record, {
    author: actor.userId,
    organisation: own ?? need.organisation,
    words,
    language: reason?.language ?? need.language,
    body: reason?.text ?? "",
    formKey: `match/${match.id}/${match.revision}/${what}`,
    at: context.clock.now(),
  });
}
