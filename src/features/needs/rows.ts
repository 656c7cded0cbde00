import type { Selectable } from "kysely";
import type { Language } from "../../core/language.ts";
import { languages } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type { NeedEvidence as EvidenceRow, NeedEvents, NeedItems, OfferItems } from "../../db/generated/schema.ts";
import { sourceFromJson } from "../programme/source.ts";
import { type HelpKind, helpKinds, type Need, type NeedEvent, type NeedEvidence, needStates } from "./need.ts";
import { type Offer, offerForms } from "./offer.ts";

export function toNeed(row: Selectable<NeedItems>): Need {
  return {
    id: row.id,
    origin: row.origin,
    organisation: row.organisation,
    addressedTo: row.addressed_to,
    language: row.language,
    title: localizedFromJson(row.title),
    detail: localizedFromJson(row.detail),
    topics: row.topics,
    kinds: toHelpKinds(row.kinds),
    difficulty: row.difficulty,
    urgency: row.urgency,
    languages: toLanguages(row.languages),
    learnt: row.learnt,
    learntFrom: row.learnt_from,
    learntTo: row.learnt_to,
    learntBy: row.learnt_by,
    saidBy: localizedFromJson(row.said_by),
    fiscalYear: row.fiscal_year,
    state: row.state,
    replacedBy: row.replaced_by,
    visibility: row.visibility,
    openToCompanies: row.open_to_companies,
    owner: row.owner,
    sides: row.sides,
    platform: row.platform,
    source: sourceFromJson(row.source),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
  };
}

export function toEvidence(row: Selectable<EvidenceRow>): NeedEvidence {
  return {
    need: row.need,
    kind: row.kind,
    subject: row.subject,
    note: localizedFromJson(row.note),
    addedBy: row.added_by,
    addedAt: new Date(row.added_at),
  };
}

export function toNeedEvent(row: Selectable<NeedEvents>): NeedEvent {
  return {
    id: Number(row.id),
    need: row.need,
    action: row.action,
    stateBefore: needStates.find((state) => state === row.state_before) ?? null,
    stateAfter: needStates.find((state) => state === row.state_after) ?? "heard",
    changes: row.changes as unknown as NeedEvent["changes"],
    note: row.note,
    by: row.by,
    at: new Date(row.at),
  };
}

export function toOffer(row: Selectable<OfferItems>, capacities: Offer["capacities"]): Offer {
  return {
    id: row.id,
    origin: row.origin,
    organisation: row.organisation,
    language: row.language,
    title: localizedFromJson(row.title),
    detail: localizedFromJson(row.detail),
    topics: row.topics,
    kinds: toHelpKinds(row.kinds),
    forms: offerForms.filter((form) => row.forms.includes(form)),
    difficulty: row.difficulty,
    languages: toLanguages(row.languages),
    experience: localizedFromJson(row.experience),
    facilities: localizedFromJson(row.facilities),
    conditions: localizedFromJson(row.conditions),
    costBorneBy: row.cost_borne_by,
    capacityUnit: row.capacity_unit,
    capacities,
    state: row.state,
    visibility: row.visibility,
    owner: row.owner,
    sides: row.sides,
    platform: row.platform,
    source: sourceFromJson(row.source),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
  };
}

/** In the order of the list, whatever was written first. */
function toHelpKinds(texts: readonly string[]): HelpKind[] {
  return helpKinds.filter((kind) => texts.includes(kind));
}

function toLanguages(texts: readonly string[]): Language[] {
  return languages.filter((language) => texts.includes(language));
}
