import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { RecordKindId } from "../../../../records/kind.ts";
import { recordKind } from "../../../../records/registry.ts";
import { links } from "../../../../web/links.ts";

export interface Narrowing {
  own: boolean;
  fiscalYear?: number | undefined;
  text?: string | undefined;
  unpublished: boolean;
}

export function isNarrowed({ own, fiscalYear, text, unpublished }: Narrowing): boolean {
  return own || unpublished || fiscalYear !== undefined || text !== undefined;
}

export interface RecordFilterProps {
  language: Language;
  kind: RecordKindId;
  filter: Narrowing;
  years: { value: string; text: string }[];
  /** whether the reader has an organisation whose records can be asked for */
  hasOwn: boolean;
}

/** In sight at all times: it is used on every visit. */
export function RecordFilter({ language, kind, filter, years, hasOwn }: RecordFilterProps) {
  const { own, fiscalYear, text, unpublished } = filter;
  return (
    <search>
      <form class="record-filter" method="get" action={links.memberRecords(language, kind)}>
        <p class="field record-filter-text">
          <label for="filter-q">{message(language, "record.filter.text")}</label>
          <input id="filter-q" type="search" name="q" value={text ?? ""} maxLength={200} />
        </p>
        {recordKind(kind).fiscalYear !== null && (
          <p class="field">
            <label for="filter-year">{message(language, "record.filter.year")}</label>
            <select id="filter-year" name="year">
              <option value="">{message(language, "record.filter.everyYear")}</option>
              {years.map((year) => (
                <option key={year.value} value={year.value} selected={year.value === String(fiscalYear ?? "")}>
                  {year.text}
                </option>
              ))}
            </select>
          </p>
        )}
        {hasOwn && (
          <p class="record-filter-own">
            <label for="filter-own">
              <input id="filter-own" type="checkbox" name="own" value="1" checked={own} />
              <span>{message(language, "record.filter.own")}</span>
            </label>
          </p>
        )}
        <p class="record-filter-own">
          <label for="filter-unpublished">
            <input id="filter-unpublished" type="checkbox" name="unpublished" value="1" checked={unpublished} />
            <span>{message(language, "record.filter.unpublished")}</span>
          </label>
        </p>
        <p class="record-filter-actions">
          <button type="submit">{message(language, "record.filter.apply")}</button>
          {isNarrowed(filter) && (
            <a href={links.memberRecords(language, kind)}>{message(language, "record.clearFilter")}</a>
          )}
        </p>
      </form>
    </search>
  );
}
