import type { Language } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";

/** An institute's own template that is in use. */
export interface OwnTemplate {
  kind: string;
  language: Language;
  sha256: string;
  name: string;
  organisation: string;
  addedBy: string;
  addedAt: Date;
}

export async function readTemplatesInUse(transaction: ReadTransaction): Promise<OwnTemplate[]> {
  const rows = await transaction
    .selectFrom("document_templates")
    .select(["kind", "language", "sha256", "name", "organisation", "added_by", "added_at"])
    .where("ended_at", "is", null)
    .execute();
  return rows.map(({ kind, language, sha256, name, organisation, ...row }) => ({
    ...{ kind, language, sha256, name, organisation },
    addedBy: row.added_by,
    addedAt: new Date(row.added_at),
  }));
}

export async function findTemplateInUse(
  transaction: ReadTransaction,
  kind: string,
  language: Language,
): Promise<OwnTemplate | null> {
  const templates = await readTemplatesInUse(transaction);
  return templates.find((template) => template.kind === kind && template.language === language) ?? null;
}

export async function insertTemplate(
  transaction: WriteTransaction,
  { kind, language, sha256, name, organisation, addedBy, addedAt }: OwnTemplate,
): Promise<string> {
  const { id } = await transaction
    .insertInto("document_templates")
    .values({ kind, language, sha256, name, organisation, added_by: addedBy, added_at: addedAt })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends the one in use; false where there is none. */
export async function endTemplate(
  transaction: WriteTransaction,
  { kind, language }: { kind: string; language: Language },
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const rows = await transaction
    .updateTable("document_templates")
    .set({ ended_by: by, ended_at: at })
    .where("kind", "=", kind)
    .where("language", "=", language)
    .where("ended_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}
