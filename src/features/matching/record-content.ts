import { type FiscalCalendar, fiscalYearInterval } from "../../core/fiscal-calendar.ts";
import { type Language, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Cells, RecordContent } from "../../records/kind.ts";
import type { Need } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";

export interface RecordGround {
  need: Pick<Need, "organisation" | "title" | "detail" | "topics" | "kinds" | "languages">;
  offers: readonly GivenOffer[];
  fiscalYear: number;
  calendar: FiscalCalendar;
  /** partnerships between the need's government and those of the offers, in the order of the offers */
  partnerships: readonly string[];
}

/** An offer with how much of it was agreed on; null where nobody said it. */
export interface GivenOffer
  extends Pick<
    Offer,
    "organisation" | "title" | "topics" | "kinds" | "forms" | "languages" | "costBorneBy" | "capacityUnit"
  > {
  quantity: number | null;
}

export const recordForms = ["training", "seminar", "dispatch", "survey", "joint-research", "model-project"] as const;
export type RecordForm = (typeof recordForms)[number];

/** What comes nearest to what was agreed; the broker may choose another. */
export function proposeForm({
  need,
  offers,
}: {
  need: Pick<Need, "kinds">;
  offers: readonly Pick<Offer, "kinds" | "forms">[];
}): RecordForm {
  const given = new Set(offers.flatMap(({ kinds }) => kinds));
  const wanted = need.kinds.filter((kind) => given.has(kind));
  // Where they agreed on something else than was asked for, it is what the offers give.
  const agreed = wanted.length > 0 ? new Set(wanted) : given;
  if (agreed.has("training")) return "training";
  if (agreed.has("joint-research")) return "joint-research";
  if (agreed.has("model-project")) return "model-project";
  return agreed.has("expert") && offers.every(({ forms }) => forms.includes("receive")) ? "training" : "seminar";
}

export function kindOfForm(form: RecordForm): "activity" | "project" {
  return form === "joint-research" || form === "model-project" ? "project" : "activity";
}

/** An entry as far as the agreement knows it; the form asks for the rest. */
export function composeRecord(form: RecordForm, ground: RecordGround): RecordContent {
  return kindOfForm(form) === "project" ? composeProject(form, ground) : composeActivity(form, ground);
}

const roles: Partial<Record<RecordForm, { need: string; first: string; others: string }>> = {
  training: { need: "sender", first: "receiver", others: "support" },
  seminar: { need: "host", first: "lead", others: "lecturer" },
  dispatch: { need: "receiver", first: "sender", others: "support" },
  survey: { need: "counterpart", first: "lead", others: "support" },
};

function composeActivity(form: RecordForm, ground: RecordGround): RecordContent {
  const { need: ofNeed, first, others } = roles[form] ?? { need: "counterpart", first: "lead", others: "support" };
  const parties: Cells[] = [
    { organisation: ground.need.organisation, role: ofNeed },
    ...providersOf(ground).map((organisation, at) => ({ organisation, role: at === 0 ? first : others })),
  ];
  const taught = form === "training" || form === "seminar" ? countPeople(ground) : null;
  const people: Cells[] =
    taught === null
      ? []
      : [
          {
            organisation: ground.need.organisation,
            categories: "participant",
            count: String(taught),
            approximate: "yes",
          },
        ];
  return {
    fields: {
      kind: form,
      status: "planned",
      fiscal_year: String(ground.fiscalYear),
      funding: fundingOf(ground),
      topics: topicsOf(ground).join(";"),
      partnerships: ground.partnerships.join(";"),
      ...spread("title", titleOf(ground)),
      ...spread("theme", contentOf(ground, { withPeople: taught === null })),
    },
    parts: { activity_parties: parties, activity_people: people },
  };
}

function composeProject(form: RecordForm, ground: RecordGround): RecordContent {
  const parties: Cells[] = [
    { organisation: ground.need.organisation, role: "implementing" },
    ...providersOf(ground).map((organisation, at) => ({
      organisation,
      role: at === 0 ? "lead" : "support",
      ...spread(
        "description",
        joinTitles(ground.offers.filter((offer) => offer.organisation === organisation).map(({ title }) => title)),
      ),
    })),
  ].filter(({ organisation }, at, all) => all.findIndex((one) => one.organisation === organisation) === at);
  return {
    fields: {
      kind: form,
      status: "planned",
      // What was agreed on is that year; whoever knows the months, or further years, writes them over it.
      period: fiscalYearInterval(ground.calendar, ground.fiscalYear),
      funding: fundingOf(ground),
      topics: topicsOf(ground).join(";"),
      partnership: ground.partnerships[0] ?? "",
      ...spread("title", titleOf(ground)),
      ...spread("content", contentOf(ground, { withPeople: true })),
    },
    parts: { project_parties: parties },
  };
}

function providersOf({ offers }: RecordGround): string[] {
  return [...new Set(offers.map(({ organisation }) => organisation))];
}

/** Those of the need that the offers speak of; all of the need's where none does. */
function topicsOf({ need, offers }: RecordGround): string[] {
  const shared = need.topics.filter((topic) => offers.some(({ topics }) => topics.includes(topic)));
  return shared.length > 0 ? shared : [...need.topics];
}

/** Only what somebody has said: else the form has to ask. */
function fundingOf({ offers }: RecordGround): string {
  const bearers = new Set(offers.map(({ costBorneBy }) => costBorneBy));
  if (bearers.size !== 1) return "";
  if (bearers.has("programme")) return "programme";
  return bearers.has("provider") ? "own" : "";
}

/** In the need's words; in a language that it does not have, in those of the offers, so that nobody begins with an empty title. */
function titleOf({ need, offers }: RecordGround): Localized {
  return { ...joinTitles(offers.map(({ title }) => title)), ...need.title };
}

/** Who comes: several offers take the same people, the most that one of them takes. */
function countPeople({ offers }: RecordGround): number | null {
  const counts = offers.flatMap(({ quantity, capacityUnit }) =>
    quantity !== null && capacityUnit === "people" ? [quantity] : [],
  );
  return counts.length === 0 ? null : Math.max(...counts);
}

/**
 * What is wanted as it was put, with the length that it names, below it what is given, and what else was agreed on and has no field of
 * its own. A language in which neither side has written gets no text, so that the form still asks for it.
 */
function contentOf(ground: RecordGround, { withPeople }: { withPeople: boolean }): Localized {
  const { need, offers } = ground;
  const given = joinTitles(offers.map(({ title }) => title));
  const content: Localized = {};
  for (const language of languages) {
    const texts = [need.detail[language], given[language]].filter((text) => text !== undefined && text !== "");
    if (texts.length > 0) content[language] = [...texts, ...sayTerms(ground, withPeople, language)].join("\n");
  }
  return content;
}

/** How much was agreed on, and the languages that both sides have named. */
function sayTerms(ground: RecordGround, withPeople: boolean, language: Language): string[] {
  const separator = message(language, "list.separator");
  const sayAmount = (amount: string, title: Localized) =>
    ground.offers.length === 1
      ? message(language, "matching.record.amount", { amount })
      : message(language, "matching.record.amountOf", { offer: localize(title, language).text, amount });
  const amounts = ground.offers.flatMap(({ quantity, capacityUnit, title }) =>
    quantity === null || capacityUnit === null || (capacityUnit === "people" && !withPeople)
      ? []
      : [sayAmount(message(language, `offer.agreedAmounts.${capacityUnit}`, { count: quantity }), title)],
  );
  const shared = languages.filter((one) =>
    [ground.need, ...ground.offers].every((side) => side.languages.includes(one)),
  );
  const spoken = shared.map((one) => message(language, `documents.languageName.${one}`)).join(separator);
  return [
    ...amounts,
    ...(spoken === "" ? [] : [message(language, "matching.record.languages", { languages: spoken })]),
  ];
}

/** Where every one has a text in that language. */
function joinTitles(titles: readonly Localized[]): Localized {
  const joined: Localized = {};
  for (const language of languages) {
    const texts = titles.map((title) => title[language] ?? "");
    if (texts.length > 0 && texts.every((text) => text !== ""))
      joined[language] = texts.join(language === "en" ? "; " : "；");
  }
  return joined;
}

function spread(name: string, text: Localized): Cells {
  return Object.fromEntries(Object.entries(text).map(([language, one]) => [`${name}_${language}`, one]));
}
