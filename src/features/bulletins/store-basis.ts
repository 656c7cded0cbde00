import type { Language } from "../../core/language.ts";
import { isLanguage } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { isRole, ruleOf } from "../accounts/roles.ts";

/** Pages that items were read from, by the snapshot's id. */
export async function findSnapshots(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, { sha256: string; url: string; fetchedAt: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("source_snapshots")
    .select(["id", "sha256", "final_url", "fetched_at"])
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { sha256: row.sha256, url: row.final_url, fetchedAt: new Date(row.fetched_at).toISOString() },
    ]),
  );
}

/** The organisation in whose name each of these people keeps the desk; absent for who has left it. */
export async function findOffices(
  transaction: ReadTransaction,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("memberships")
    .select(["user_id", "organisation", "role"])
    .where("user_id", "in", userIds)
    .orderBy("organisation")
    .execute();
  const works = ({ role }: { role: string }) =>
    isRole(role) && ruleOf(role).permissions.some((one) => one === "policies.edit" || one === "translations.write");
  return new Map(rows.filter(works).map(({ user_id, organisation }) => [user_id, organisation]));
}

export interface TranslatedTitle {
  item: string;
  language: Language;
  id: string;
  /** the whole translation is approved */
  isApproved: boolean;
  /** of the title, and what stands for it */
  title: string | null;
  isMachine: boolean;
  office: string | null;
}

/** Full translations of the items, with what became of their titles. */
export async function findTranslatedTitles(
  transaction: ReadTransaction,
  items: readonly string[],
): Promise<TranslatedTitle[]> {
  if (items.length === 0) return [];
  const rows = await transaction
    .selectFrom("translations")
    .leftJoin("translation_segments", (join) =>
      join
        .onRef("translation_segments.translation", "=", "translations.id")
        .on("translation_segments.position", "=", 0),
    )
    .select(["translations.id", "subject", "target_language", "state", "organisation", "target", "mark"])
    .where("subject_kind", "=", "policy")
    .where("subject", "in", items)
    .orderBy("translations.id")
    .execute();
  return rows.flatMap((row) =>
    isLanguage(row.target_language)
      ? [
          {
            item: row.subject,
            language: row.target_language,
            id: row.id,
            isApproved: row.state === "approved",
            title: row.target,
            isMachine: row.mark === "machine",
            office: row.organisation,
          },
        ]
      : [],
  );
}
