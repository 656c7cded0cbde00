import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import type { Context } from "../../../platform/context.ts";
import type { RecordContent, RecordKind } from "../../../records/kind.ts";
import { getDirectory } from "../../organisations/directory.ts";
import type { Standing } from "../access.ts";
import { describeCandidate, describeLikeness } from "./describe-likeness.ts";
import { type Likeness, severityOf } from "./likeness.ts";
import { createLikenessIndex } from "./likeness-index.ts";
import { readCandidates } from "./read-candidates.ts";

/** Records and entries that look like the one that is entered: within one list no other check compares them. */
export async function findLikenesses(
  context: Context,
  standing: Standing,
  kind: RecordKind,
  record: { id: string; content: RecordContent },
): Promise<Likeness[]> {
  const index = createLikenessIndex(kind.id, await getDirectory(context));
  const candidates = await read(context.database, (transaction) =>
    readCandidates(transaction, standing, kind, [record.content]),
  );
  for (const candidate of candidates) if (candidate.id !== record.id) index.add(candidate);
  return index.find(record.id, record.content);
}

export interface ExplainedLikeness {
  rule: string;
  severity: "warning" | "notice";
  text: string;
  other: { title: string; id: string; entry: string | null };
}

export function explainLikeness(
  kind: RecordKind,
  ownTitle: string,
  { sort, other: candidate }: Likeness,
  language: Language,
): ExplainedLikeness {
  const other = describeCandidate(kind, candidate, language);
  return {
    rule: sort,
    severity: severityOf(sort),
    text: describeLikeness(sort, { title: ownTitle, in: "entry" }, other, language),
    other: {
      title: other.title,
      id: candidate.id,
      entry: candidate.place.in === "entries" ? candidate.place.entry : null,
    },
  };
}
