import type { Language } from "../../core/language.ts";
import { languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { foldText } from "../../core/text-folding.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import type { Activity } from "../activities/activity.ts";
import { getActivities, getActivitiesById } from "../activities/service.ts";
import { writeDate } from "../activities/summarise.ts";
import { listMembersConcerns } from "../concerns/service.ts";
import { listMembersNeeds } from "../needs/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getAgreements, getPartnerships } from "../partnerships/service.ts";
import { getPolicies } from "../policies/public-policies.ts";
import { getBooks } from "../programme/books.ts";
import { getProjects } from "../projects/service.ts";
import type { Evidence, EvidenceKind, Frozen } from "./draft.ts";

export type EvidenceWords = Map<string, Frozen["evidence"][string]>;

export function evidenceKey({ kind, id }: Evidence): string {
  return `${kind}/${id}`;
}

/** What each record is called, with its date where it has one. What is no longer there is left out. */
export async function describeEvidence(context: Context, evidence: readonly Evidence[]): Promise<EvidenceWords> {
  const ids = Map.groupBy(evidence, ({ kind }) => kind);
  const words: EvidenceWords = new Map();
  for (const [kind, own] of ids) {
    const found = await describeKind[kind](context, new Set(own.map(({ id }) => id)));
    for (const [id, text] of found) words.set(evidenceKey({ kind, id }), { text });
  }
  return words;
}

/** Where a reader sees the record. */
export function evidenceHref({ kind, id }: Evidence, language: Language): string {
  switch (kind) {
    case "activity":
      return links.activity(language, id);
    case "project":
      return links.project(language, id);
    case "agreement":
      return links.agreement(language, id);
    case "partnership":
      return links.partnership(language, id);
    case "need":
      return links.memberNeed(language, id);
    case "policy":
      return links.policy(language, id);
    case "concern":
      return links.memberConcern(language, id);
    case "document":
      return links.document(language, id);
  }
}

type Found = [string, Localized][];

const describeKind: Record<EvidenceKind, (context: Context, ids: ReadonlySet<string>) => Promise<Found>> = {
  activity: async (context, ids) => (await getActivitiesById(context, [...ids])).map(sayActivity),
  project: async (context, ids) =>
    pick(await getProjects(context), ids).map(({ id, kind, title }) => [
      id,
      withKind(title, (language) => choiceMessage(language, "project.kind", kind)),
    ]),
  agreement: async (context, ids) => pick(await getAgreements(context), ids).map(({ id, title }) => [id, title]),
  partnership: async (context, ids) => {
    const directory = await getDirectory(context);
    return pick(await getPartnerships(context), ids).map(({ id, home, partner }) => [
      id,
      Object.fromEntries(
        languages.map((language) => [
          language,
          message(language, "evaluation.evidence.pair", {
            home: directory.name(home, language),
            partner: directory.name(partner, language),
          }),
        ]),
      ),
    ]);
  },
  need: nameNeeds,
  policy: async (context, ids) => (await getPolicies(context, [...ids])).map(({ id, title }) => [id, title]),
  concern: nameConcerns,
  document: async (context, ids) => pick((await getBooks(context)).documents, ids).map(({ id, title }) => [id, title]),
};

/** Only what all members may see: a sentence's evidence is read by all of them. */
async function nameNeeds(context: Context, ids: ReadonlySet<string> | null): Promise<Found> {
  const needs = await listMembersNeeds(context, ids === null ? null : [...ids]);
  return needs
    .map(({ id, title }): [string, Localized] => [id, title])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function nameConcerns(context: Context, ids: ReadonlySet<string> | null): Promise<Found> {
  return (await listMembersConcerns(context, ids === null ? null : [...ids])).map(({ id, text }) => [id, text]);
}

function sayActivity({ id, kind, title, date, dateText }: Activity): [string, Localized] {
  return [
    id,
    withKind(title, (language) => {
      const day = writeDate(date, dateText, language).date;
      return message(language, "evaluation.evidence.dated", {
        day,
        kind: choiceMessage(language, "activity.kind", kind, 1),
      });
    }),
  ];
}

function withKind(title: Localized, describe: (language: Language) => string): Localized {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      message(language, "evaluation.evidence.titled", {
        title: localize(title, language).text,
        kind: describe(language),
      }),
    ]),
  );
}

function pick<Row extends { id: string }>(rows: readonly Row[], ids: ReadonlySet<string>): Row[] {
  return rows.filter(({ id }) => ids.has(id));
}

/** More hits than anybody looks through. */
const mostHits = 20;

/** Records whose title holds the words, for whoever looks for evidence. */
export async function searchEvidence(context: Context, text: string): Promise<Evidence[]> {
  const wanted = foldText(text);
  if (wanted === "") return [];
  const matches = (title: Localized) => languages.some((language) => foldText(title[language] ?? "").includes(wanted));
  const activities = await getActivities(context, { text }, { limit: mostHits, order: "newest" });
  const partnerships = await describeKind.partnership(
    context,
    new Set((await getPartnerships(context)).map(({ id }) => id)),
  );
  const found: Evidence[] = [
    ...(await getProjects(context)).filter(({ title }) => matches(title)).map(({ id }) => of("project", id)),
    ...(await getAgreements(context)).filter(({ title }) => matches(title)).map(({ id }) => of("agreement", id)),
    ...partnerships.filter(([, words]) => matches(words)).map(([id]) => of("partnership", id)),
    ...(await nameNeeds(context, null)).filter(([, words]) => matches(words)).map(([id]) => of("need", id)),
    ...(await nameConcerns(context, null)).filter(([, words]) => matches(words)).map(([id]) => of("concern", id)),
    ...activities.map(({ id }) => of("activity", id)),
    ...(await getBooks(context)).documents.filter(({ title }) => matches(title)).map(({ id }) => of("document", id)),
  ];
  return found.slice(0, 2 * mostHits);
}

function of(kind: EvidenceKind, id: string): Evidence {
  return { kind, id };
}
