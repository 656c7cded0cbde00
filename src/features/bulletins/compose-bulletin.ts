import { type Language, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { findUsualMaker } from "../library/choices.ts";
import { orderKeys } from "../library/document.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { getPartnerships } from "../partnerships/service.ts";
import type { ItemSummary } from "../policies/item-row.ts";
import { getKnowledge, type PolicyKnowledge } from "../policies/knowledge.ts";
import { listMarkedIssuers } from "../policies/policy-words.ts";
import { getPolicies } from "../policies/public-policies.ts";
import { getProgramme } from "../programme/service.ts";
import { getTerms } from "../translation/terms-service.ts";
import { type BulletinContent, type BulletinEntry, daysOfMonth, type EntryAuthor, type EntryMark } from "./bulletin.ts";
import type { Clipping } from "./clipping.ts";
import { composeCoverage } from "./compose-coverage.ts";
import { findBulletinTerms } from "./find-terms.ts";
import { type EntryPlace, orderEntries } from "./order-entries.ts";
import { findOffices, findSnapshots, findTranslatedTitles, type TranslatedTitle } from "./store-basis.ts";
import { listMonthClippings } from "./store-clippings.ts";

export interface Audience {
  /** false: entries of public items only */
  members: boolean;
  /** false: drafts and submitted ones as well, to look at before they are approved */
  approved: boolean;
}

/** What the bulletin of a month would be, put together from its clippings as they stand. Entries may be none. */
export async function composeBulletin(
  context: Context,
  month: string,
  { members, approved }: Audience,
): Promise<BulletinContent> {
  const clippings = await read(context.database, (transaction) =>
    listMonthClippings(transaction, month, { members, approved }),
  );
  const directory = await getDirectory(context);
  const maker = await findUsualMaker(context);
  const entries = await composeEntries(context, directory, clippings);
  const nameMaker = (language: Language) =>
    directory.find(maker) ? directory.name(maker, language, daysOfMonth(month).to) : "";
  // The database keeps objects in an order of its own; whatever is written from this must come out the same.
  return orderKeys({
    month,
    programme: (await getProgramme(context)).name,
    maker: { ja: nameMaker("ja"), zh: nameMaker("zh"), en: nameMaker("en") },
    entries,
    coverage: await composeCoverage(context, month),
    terms: findBulletinTerms(entries, await getTerms(context)),
    approval: null,
  });
}

interface Basis {
  knowledge: PolicyKnowledge;
  snapshots: Awaited<ReturnType<typeof findSnapshots>>;
  translations: readonly TranslatedTitle[];
  author(userId: string | null, at: Date | null): EntryAuthor;
  nameOffice(id: string | null): Localized | null;
}

async function composeEntries(
  context: Context,
  directory: OrganisationDirectory,
  clippings: readonly Clipping[],
): Promise<BulletinEntry[]> {
  const items = await getPolicies(
    context,
    clippings.map(({ item }) => item),
  );
  const knowledge = await getKnowledge(context);
  const partners = [...new Set((await getPartnerships(context)).map(({ partner }) => partner))];
  const people = clippings.flatMap(({ writtenBy, approvedBy }) => [writtenBy, approvedBy]).filter((id) => id !== null);
  const { snapshots, offices, translations } = await read(context.database, async (transaction) => ({
    snapshots: await findSnapshots(
      transaction,
      items.flatMap(({ snapshot }) => snapshot ?? []),
    ),
    offices: await findOffices(transaction, [...new Set(people)]),
    translations: await findTranslatedTitles(
      transaction,
      items.map(({ id }) => id),
    ),
  }));
  const nameOffice = (id: string | null): Localized | null => {
    if (id === null || !directory.find(id)) return null;
    return Object.fromEntries(languages.map((language) => [language, directory.name(id, language)]));
  };
  const basis: Basis = {
    ...{ knowledge, snapshots, translations, nameOffice },
    author: (userId, at) => ({
      office: userId === null ? null : nameOffice(offices.get(userId) ?? null),
      at: userId === null || at === null ? null : at.toISOString(),
    }),
  };
  const clippingOf = new Map(clippings.map((clipping) => [clipping.item, clipping]));
  return orderEntries(items.map(toOrdered), knowledge, partners).flatMap(({ item: { of }, place }) => {
    const clipping = clippingOf.get(of.id);
    return clipping ? [composeEntry(of, clipping, place, basis)] : [];
  });
}

function toOrdered(item: ItemSummary) {
  return {
    of: item,
    id: item.id,
    bodies: item.bodies,
    regions: tagsInForce(item.regions),
    place: item.place,
    importance: item.importance ?? item.importanceProposed,
    day: item.day,
  };
}

function composeEntry(item: ItemSummary, clipping: Clipping, place: EntryPlace, basis: Basis): BulletinEntry {
  const { knowledge, snapshots, translations } = basis;
  const own = translations.filter((translation) => translation.item === item.id);
  return {
    item: item.id,
    part: place.part,
    regions: nameRegions(item, place, knowledge),
    regionIds: tagsInForce(item.regions),
    topicIds: tagsInForce(item.topics),
    title: clipping.title,
    original: { title: item.title[item.language] ?? localize(item.title, item.language).text, language: item.language },
    summary: clipping.summary,
    why: clipping.why,
    bodies: listMarkedIssuers(item, knowledge),
    documentNumber: item.documentNumber,
    written: item.written,
    published: item.published,
    importance: item.importance ?? item.importanceProposed,
    url: item.url,
    reference: item.reference,
    snapshot: (item.snapshot !== null ? snapshots.get(item.snapshot) : undefined) ?? null,
    marks: {
      ja: judgeMark(clipping, own, "ja"),
      zh: judgeMark(clipping, own, "zh"),
      en: judgeMark(clipping, own, "en"),
    },
    writer: basis.author(clipping.writtenBy, clipping.writtenAt),
    approver: basis.author(clipping.approvedBy, clipping.approvedAt),
    translations: own
      .filter(({ isApproved }) => isApproved)
      .map(({ language, id, office }) => ({ language, id, office: basis.nameOffice(office) })),
  };
}

/** The key regions of one that is meant for several of them; else where it stands in the order. */
function nameRegions(item: ItemSummary, { part, region }: EntryPlace, { regions }: PolicyKnowledge): Localized[] {
  const tagged = new Set(tagsInForce(item.regions));
  const named =
    part === "key-region" ? regions.filter(({ id, level }) => level === "key-region" && tagged.has(id)) : [];
  return (named.length > 0 ? named : region === null ? [] : [region]).map(({ name }) => name);
}

/** A title that a program drafted stays the program's as long as nobody has changed a letter, whoever approved the rest. */
function judgeMark(clipping: Clipping, translations: readonly TranslatedTitle[], language: Language): EntryMark {
  const drafted = translations.find((translation) => translation.language === language);
  if (drafted?.isMachine && drafted.title === clipping.title[language]) return "machine";
  if (clipping.writtenBy === null) return "programme";
  return clipping.approvedBy === null ? "edited" : "reviewed";
}

function tagsInForce(tags: ItemSummary["topics"]): string[] {
  return tags.filter(({ by }) => by !== "removed").map(({ id }) => id);
}
