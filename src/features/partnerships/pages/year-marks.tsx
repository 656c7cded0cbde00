import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { TypeMark } from "../../../web/components/badges.tsx";
import type { Programme } from "../../programme/programme.ts";
import type { Partnership } from "../partnership.ts";

interface YearMarksProps {
  partnership: Pick<Partnership, "years">;
  programme: Programme;
  language: Language;
}

/** What the pair was, year by year: one small mark each. */
export function YearMarks({ partnership, programme, language }: YearMarksProps) {
  return (
    <ol class="year-marks">
      {listYears(partnership, programme).map((year) => {
        const type = partnership.years.find((entry) => entry.fiscalYear === year)?.type;
        const label = fiscalYearLabel(programme.calendar, year, language);
        const words = type
          ? choiceMessage(language, "partnership.type", type)
          : message(language, "partnerships.noType");
        return (
          <li key={year}>
            <span class="year-marks-year" aria-hidden="true">
              {year}
            </span>
            {type ? (
              <TypeMark
                mark={choiceMessage(language, "partnership.typeMark", type)}
                label={message(language, "partnerships.yearType", { year: label, type: words })}
                strong={type === "B"}
              />
            ) : (
              <span class="year-marks-none">
                <span aria-hidden="true">–</span>
                <span class="visually-hidden">
                  {message(language, "partnerships.yearType", { year: label, type: words })}
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The years of the programme and those of the records outside them. */
function listYears({ years }: Pick<Partnership, "years">, programme: Programme): number[] {
  const known = years.map((year) => year.fiscalYear);
  const first = Math.min(programme.firstFiscalYear, ...known);
  const last = Math.max(programme.lastFiscalYear, ...known);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The marks in words, once a page. */
export function MarkKey({ language }: { language: Language }) {
  return (
    <ul class="mark-key">
      {(["A", "B", "active", "planned"] as const).map((type) => (
        <li key={type}>
          <TypeMark
            mark={choiceMessage(language, "partnership.typeMark", type)}
            label={choiceMessage(language, "partnership.type", type)}
            strong={type === "B"}
          />{" "}
          <span aria-hidden="true">{message(language, `partnerships.key.${type}`)}</span>
        </li>
      ))}
    </ul>
  );
}
