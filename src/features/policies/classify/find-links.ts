import type { TagReason } from "../item.ts";
import type { PolicyLinkKind } from "../policy.ts";
import { parseDocumentNumber } from "../understand/document-number.ts";
import { areVersions } from "./are-versions.ts";
import { findReferences, type LinkSubject, type Reference } from "./find-references.ts";
import { keyOfName, titleKey } from "./title-key.ts";

interface Days {
  /** YYYY-MM-DD */
  day: string | null;
  /** the day of making and of publication, as far as stated */
  written?: string | null;
  published?: string | null;
}

export interface LinkCandidate extends Days {
  id: string;
  title: string;
  documentNumber: string | null;
}

export interface LinkReason extends TagReason {
  rule: "names-number" | "names-title" | "same-title";
  /** the sentence that names it */
  evidence: string;
}

export interface ProposedLink {
  kind: PolicyLinkKind;
  target: string;
  reasons: LinkReason[];
}

/** How an item belongs to others, by the numbers and titles that it names, and by its own title of another day. */
export function findLinks(
  subject: LinkSubject & Days & { id: string },
  candidates: readonly LinkCandidate[],
): ProposedLink[] {
  const others = candidates.filter(({ id }) => id !== subject.id);
  const links = matchReferences(findReferences(subject), others, subject.day);
  return [...links, ...findVersions(subject, others, new Set(links.map(({ target }) => target)))];
}

/** For each document that is named one link of the strongest kind; mentions only where there is nothing more. */
export function matchReferences(
  references: readonly Reference[],
  candidates: readonly LinkCandidate[],
  day: string | null,
): ProposedLink[] {
  const index = indexCandidates(candidates);
  const found = new Map<string, ProposedLink>();
  for (const reference of references) {
    const match = lookUp(reference, index, day);
    if (!match) continue;
    const { target, reason } = match;
    const present = found.get(target);
    if (!present || strength(reference.kind) < strength(present.kind))
      found.set(target, { kind: reference.kind, target, reasons: [reason] });
    else if (present.kind === reference.kind) addReason(present.reasons, reason);
  }
  return [...found.values()];
}

/** What a subject's references may meet: for a query that fetches candidates from a store. */
export function keysOfReferences(references: readonly Reference[]): { numbers: string[]; titleKeys: string[] } {
  return {
    numbers: [...new Set(references.flatMap(({ number }) => number ?? []))],
    titleKeys: [...new Set(references.flatMap(({ title }) => (title === null ? [] : keyOfName(title))))],
  };
}

const strengths: readonly PolicyLinkKind[] = [
  ...(["repeals", "replaces", "amends", "interprets"] as const),
  ...(["implements", "version-of", "mentions"] as const),
];

function strength(kind: PolicyLinkKind): number {
  return strengths.indexOf(kind);
}

interface CandidateIndex {
  byNumber: Map<string, LinkCandidate[]>;
  byTitle: Map<string, LinkCandidate[]>;
}

function indexCandidates(candidates: readonly LinkCandidate[]): CandidateIndex {
  const numbered = candidates.filter(({ documentNumber }) => documentNumber !== null);
  return {
    byNumber: Map.groupBy(
      numbered,
      ({ documentNumber }) => parseDocumentNumber(documentNumber ?? "")?.text ?? documentNumber ?? "",
    ),
    byTitle: Map.groupBy(candidates, ({ title }) => titleKey(title)),
  };
}

/** A number says more than a title: plans of two years may share theirs. */
function lookUp(
  { number, title, where, evidence }: Reference,
  { byNumber, byTitle }: CandidateIndex,
  day: string | null,
): { target: string; reason: LinkReason } | null {
  const numbered = number === null ? null : chooseByDay(byNumber.get(number) ?? [], day);
  if (numbered && number)
    return { target: numbered.id, reason: { rule: "names-number", term: number, where, times: 1, evidence } };
  const titled = title === null ? null : chooseByDay(byTitle.get(keyOfName(title)) ?? [], day);
  if (!titled || !title) return null;
  return { target: titled.id, reason: { rule: "names-title", term: title, where, times: 1, evidence } };
}

/** Of several versions the one in force when the item was made. */
function chooseByDay(candidates: readonly LinkCandidate[], day: string | null): LinkCandidate | null {
  const sorted = candidates.toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? ""));
  return (
    sorted.findLast((candidate) => day === null || candidate.day === null || candidate.day <= day) ?? sorted[0] ?? null
  );
}

function addReason(reasons: LinkReason[], reason: LinkReason): void {
  const same = reasons.find(
    ({ rule, term, where }) => rule === reason.rule && term === reason.term && where === reason.where,
  );
  if (same) same.times += 1;
  else reasons.push(reason);
}

/** The newest earlier document of the same title that is another version and no repost. */
function findVersions(
  { title, documentNumber, day, written = null, published = day }: LinkSubject & Days,
  candidates: readonly LinkCandidate[],
  linked: ReadonlySet<string>,
): ProposedLink[] {
  const key = titleKey(title);
  if (day === null || isCommonTitle(key)) return [];
  const own = { titleKey: key, documentNumber, written, published, day };
  const earlier = candidates.filter((other) => {
    if (other.day === null || other.day >= day) return false;
    const { documentNumber: number, day: its, written: made = null, published: shown = its } = other;
    // What says no day of making and bears the same number is the same document, shown again later.
    if ((made === null || written === null) && number !== null && number === documentNumber) return false;
    return areVersions(own, {
      ...{ titleKey: titleKey(other.title), documentNumber: number },
      ...{ written: made, published: shown, day: its },
    });
  });
  const newest = earlier.toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? "")).at(-1);
  if (!newest || linked.has(newest.id)) return [];
  const reason: LinkReason = { rule: "same-title", term: newest.title, where: "title", times: 1, evidence: title };
  return [{ kind: "version-of", target: newest.id, reasons: [reason] }];
}

/** 「通知」 or 「公告」 of another day is another document; the name of a law is its own (慈善法). */
function isCommonTitle(key: string): boolean {
  return key.length < 4 && !/.{2}法$/.test(key);
}
