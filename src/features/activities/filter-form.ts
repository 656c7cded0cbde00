import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { FilterField, FilterFormProps, FilterOption } from "../../web/components/filter-form.tsx";
import { removeFromQuery } from "../../web/query.ts";
import { describeFilterValue, type Knowledge, namePartnership, writeMonthName } from "./filter-knowledge.ts";
import type { FilterParameter, ReadFilter } from "./read-filter.ts";
import { activityKinds, activityStatuses } from "./sheets.ts";

export interface FilterFormRequest {
  url: URL;
  read: ReadFilter;
  knowledge: Knowledge;
  /** fiscal years and kinds that occur; the rest would find nothing */
  years: readonly number[];
  kinds: readonly string[];
  /** parameters that the page settles otherwise */
  without?: readonly FilterParameter[];
  /** parameters that have a field but do not narrow anything: the month of a calendar */
  withoutChip?: readonly FilterParameter[];
}

/** The form above a list of activities, with a chip for everything that narrows it. */
export function describeFilterForm(request: FilterFormRequest): FilterFormProps {
  const { url, read, knowledge, without = [], withoutChip = [] } = request;
  const { language } = knowledge;
  const say = (name: FilterParameter) => message(language, `activities.field.${name}`);
  return {
    id: "filter",
    action: url.pathname,
    title: message(language, "activities.filterTitle"),
    fields: listFields(request).filter((field) => !without.some((name) => name === field.name)),
    applyLabel: message(language, "activities.apply"),
    clearLabel: message(language, "activities.clear"),
    clearHref: url.pathname,
    kept: read.active.filter(({ name }) => name === "project"),
    activeLabel: message(language, "activities.active"),
    active: read.active
      .filter(({ name }) => !without.includes(name) && !withoutChip.includes(name))
      .map(({ name, value }) => {
        const text = message(language, "activities.chip", {
          field: say(name),
          value: describeFilterValue(name, value, knowledge),
        });
        return {
          text,
          removeHref: withoutCursor(removeFromQuery(url, name, readAsWritten(url, name, value))),
          removeLabel: message(language, "activities.remove", { filter: text }),
        };
      }),
  };
}

function listFields({ read, knowledge, years, kinds }: FilterFormRequest): FilterField[] {
  const { language, books, partnerships, programme } = knowledge;
  const value = (name: FilterParameter) => read.active.find((entry) => entry.name === name)?.value;
  const values = (name: FilterParameter) =>
    read.active.filter((entry) => entry.name === name).map((entry) => entry.value);
  const label = (name: FilterParameter) => message(language, `activities.field.${name}`);
  const select = (name: FilterParameter, options: FilterOption[]): FilterField => ({
    kind: "select",
    name,
    label: label(name),
    options: [{ value: "", text: message(language, "activities.any") }, ...options],
    value: value(name),
  });
  const organisation = value("organisation");
  return [
    { kind: "text", name: "q", label: label("q"), value: value("q"), hint: message(language, "activities.textHint") },
    {
      kind: "text",
      name: "organisation",
      label: label("organisation"),
      value: organisation === undefined ? undefined : describeFilterValue("organisation", organisation, knowledge),
      hint: message(language, "activities.organisationHint"),
    },
    select(
      "fiscalYear",
      years.map((year) => ({ value: String(year), text: fiscalYearLabel(programme.calendar, year, language) })),
    ),
    {
      kind: "text",
      name: "month",
      label: label("month"),
      value: value("month"),
      hint: message(language, "activities.monthHint", { example: writeMonthName("2015-10", language) }),
    },
    select(
      "partnership",
      partnerships.map(({ id }) => ({ value: id, text: namePartnership(id, knowledge) })),
    ),
    select(
      "ledger",
      books.ledgers.map(({ id, name }) => ({ value: id, text: localize(name, language).text })),
    ),
    select(
      "topic",
      books.topics.map(({ id, name }) => ({ value: id, text: localize(name, language).text })),
    ),
    {
      kind: "checkboxes",
      name: "kind",
      label: label("kind"),
      options: activityKinds
        .filter((kind) => kinds.includes(kind))
        .map((kind) => ({ value: kind, text: choiceMessage(language, "activity.kind", kind) })),
      values: values("kind"),
    },
    {
      kind: "checkboxes",
      name: "status",
      label: label("status"),
      options: activityStatuses.map((status) => ({
        value: status,
        text: choiceMessage(language, "activity.status", status),
      })),
      values: values("status"),
    },
  ];
}

/** The value as the address has it, before spaces and control characters were taken off. */
function readAsWritten(url: URL, name: string, value: string): string {
  return url.searchParams.getAll(name).find((written) => written.includes(value)) ?? value;
}

/** A narrower or wider list starts at its first page. */
function withoutCursor(href: string): string {
  const [path = "", query = ""] = href.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.delete("cursor");
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}
