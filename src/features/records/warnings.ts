import type { Language } from "../../core/language.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import { recordKind, recordKinds } from "../../records/registry.ts";
import { sheets } from "../../sheets/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { findDisagreements } from "../findings/detect.ts";
import type { DetectedFinding } from "../findings/finding.ts";
import { explainFindings } from "../findings/service.ts";
import { getBooks } from "../programme/books.ts";
import { findStanding, type Standing, visibleTo } from "./access.ts";
import { titleOrKind } from "./likenesses/describe-likeness.ts";
import { describePairFinding } from "./likenesses/describe-pair-finding.ts";
import { explainLikeness, findLikenesses } from "./likenesses/find-likenesses.ts";
import { readTitles } from "./titles.ts";
import { type Trial, tryOut } from "./try-out.ts";

export interface Warning {
  rule: string;
  severity: string;
  text: string;
  /** the records that it speaks of besides the one that is entered */
  others: RelatedRecord[];
}

export interface RelatedRecord {
  kind: RecordKindId;
  id: string;
  /** in the reader's language */
  title: string;
  /** the entry that it is so far; null where it is approved */
  entry: string | null;
}

/**
 * What is doubtful about a record that somebody enters: others of the same list that look the same, then what the checks would
 * say if it were public as it stands. Of a content that cannot stand in the tables yet only the former.
 */
export async function findWarnings(
  context: Context,
  actor: Actor,
  trial: Trial,
  language: Language,
): Promise<Warning[]> {
  const standing = await findStanding(context, actor);
  const findings = await warnOfFindings(context, standing, trial, language);
  // One activity in two ledgers is usual; that finding says more of it than the likeness.
  const elsewhere = findings.filter(({ rule }) => rule === "same-event-in-two-ledgers");
  const told = new Set(elsewhere.flatMap(({ others }) => others.map(({ id }) => id)));
  const likenesses = await warnOfLikenesses(context, standing, trial, language);
  return [...likenesses.filter(({ others }) => !others.some(({ id }) => told.has(id))), ...findings];
}

async function warnOfLikenesses(
  context: Context,
  standing: Standing,
  { kind: kindId, id, content }: Trial,
  language: Language,
): Promise<Warning[]> {
  if (content === null) return [];
  const kind = recordKind(kindId);
  const likenesses = await findLikenesses(context, standing, kind, { id, content });
  if (likenesses.length === 0) return [];
  const surroundings = await read(context.database, readSurroundings);
  const title = titleOrKind(kind.title(content, surroundings), kind, language);
  return likenesses.map((likeness) => {
    const { other, ...warning } = explainLikeness(kind, title, likeness, language);
    return { ...warning, others: [{ kind: kind.id, ...other }] };
  });
}

function warnOfFindings(context: Context, standing: Standing, trial: Trial, language: Language): Promise<Warning[]> {
  const kind = recordKind(trial.kind);
  const record = `${kind.sheet.name}/${trial.id}`;
  return tryOut(context, [trial], async (tried, transaction, leftOut) => {
    if (leftOut > 0) return [];
    const found = await findDisagreements(transaction, sheets);
    const today = context.clock.today();
    const own = found.filter(
      ({ record: about, related, since }) =>
        (about === record || related.includes(record)) && (since === null || since <= today),
    );
    if (own.length === 0) return [];
    const explained = await explainFindings(tried, own, language);
    const others = await readOthers(transaction, standing, record, own, language);
    const books = await getBooks(tried);
    const surroundings = await readSurroundings(transaction);
    const title = trial.content ? titleOrKind(kind.title(trial.content, surroundings), kind, language) : "";
    return explained.map((finding) => {
      const { rule, severity, message } = finding;
      const related = listOthers(finding, record).flatMap((reference) => others.get(reference) ?? []);
      const [first] = related;
      const words = first ? describePairFinding(finding, { record, title }, first.title, books, language) : null;
      return { rule, severity, text: words ?? message, others: related };
    });
  });
}

function listOthers({ record: about, related }: DetectedFinding, record: string): string[] {
  return [about, ...related].filter((other) => other !== record);
}

/** By `sheet/id`. */
async function readOthers(
  transaction: ReadTransaction,
  standing: Standing,
  record: string,
  findings: readonly DetectedFinding[],
  language: Language,
): Promise<Map<string, RelatedRecord>> {
  const references = [...new Set(findings.flatMap((finding) => listOthers(finding, record)))];
  const others = new Map<string, RelatedRecord>();
  for (const kind of recordKinds) {
    const prefix = `${kind.sheet.name}/`;
    const ids = references.filter((at) => at.startsWith(prefix)).map((at) => at.slice(prefix.length));
    if (ids.length === 0) continue;
    for (const [id, title] of await readTitles(transaction, kind.id, ids, visibleTo(standing)))
      others.set(`${prefix}${id}`, { kind: kind.id, id, title: titleOrKind(title, kind, language), entry: null });
  }
  return others;
}
