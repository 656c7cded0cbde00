import type { ReadTransaction } from "../../db/transaction.ts";
import { type CheckStage, type ContentProblem, checkContent } from "../../records/check.ts";
import type { RecordContent, RecordKind } from "../../records/kind.ts";
import { type FindKnownIds, findKnownIds } from "../../records/known-ids.ts";
import { completeSources, memberDocumentId } from "../../records/member-source.ts";

/** Checks what somebody entered as it would be published: where no source is named, the person who entered it is one. */
export async function checkEntry(
  transaction: ReadTransaction,
  kind: RecordKind,
  id: string,
  entry: { content: RecordContent; owner: string | null },
  stage: CheckStage,
  findIds: FindKnownIds = (references) => findKnownIds(transaction, references),
): Promise<ContentProblem[]> {
  const content = completeSources(kind, entry.content, entry.owner);
  // The document of those entries comes with the first of them that is published.
  const findOthers: FindKnownIds = (references) =>
    findIds(references.filter(({ value }) => value !== memberDocumentId));
  const { problems } = await checkContent(transaction, kind, id, content, stage, findOthers);
  return problems.filter(({ reason, value }) => !(reason === "unknown-reference" && value === memberDocumentId));
}
