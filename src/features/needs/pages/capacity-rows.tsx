import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceField, fieldId, type Option, TextField } from "../../../web/components/form/field.tsx";
import { PartRows } from "../../../web/components/form/part-rows.tsx";
import { FormGroup, fieldWords } from "../../../web/form-texts.tsx";
import type { CapacityProblem, CapacityRow } from "../check-offer.ts";
import { type CapacityUnit, capacityUnits } from "../offer.ts";

interface CapacityRowsProps {
  rows: readonly CapacityRow[];
  unit: CapacityUnit | null;
  years: Option[];
  problems: readonly CapacityProblem[];
  language: Language;
}

/** How much there is in each year: a row a year; the button sends the form for one more row, so that no script is needed. */
export function CapacityRows({ rows, unit, years, problems, language }: CapacityRowsProps) {
  const words = fieldWords(language);
  const shown = rows.length === 0 ? [{ year: "", capacity: "" }] : rows;
  const errorOf = (row: number | null, ...reasons: CapacityProblem["reason"][]) => {
    const problem = problems.find((one) => one.row === row && reasons.includes(one.reason));
    return problem && sayProblem(problem, language);
  };
  const columns = [
    { name: "year", label: message(language, "offers.capacity.year"), required: false },
    { name: "capacity", label: message(language, "offers.capacity.capacity"), required: false },
  ];
  return (
    <FormGroup id="capacity" title={message(language, "offerForm.group.capacity")}>
      <ChoiceField
        name="capacityUnit"
        label={message(language, "offerForm.field.capacityUnit")}
        error={errorOf(null, "unit", "shrunk-unit")}
        words={words}
        value={unit ?? ""}
        options={capacityUnits.map((value) => ({ value, text: message(language, `offerForm.unit.${value}`) }))}
      />
      <PartRows
        id="part-capacities"
        label={message(language, "offerForm.field.capacities")}
        help={message(language, "offerForm.help.capacities")}
        columns={columns}
        rows={shown.map((row, index) => ({
          key: String(index),
          label: message(language, "offerForm.rowOf", { number: index + 1 }),
          cells: [
            <ChoiceField
              key="year"
              name={`capacities.${index}.year`}
              label={columns[0]?.label ?? ""}
              error={errorOf(index, "year", "same-year")}
              words={words}
              bare
              value={row.year}
              options={years}
            />,
            <TextField
              key="capacity"
              name={`capacities.${index}.capacity`}
              label={columns[1]?.label ?? ""}
              error={errorOf(index, "negative", "below-use")}
              words={words}
              bare
              numeric
              value={row.capacity}
            />,
          ],
          hidden: [],
          removeValue: `capacities.${index}`,
        }))}
        removeLabel={message(language, "offerForm.removeYear")}
        requiredLabel={words.required}
        add={
          <button type="submit" name="intent" value="add-year" class="button-quiet" formnovalidate>
            {message(language, "offerForm.addYear")}
          </button>
        }
      />
    </FormGroup>
  );
}

/** For the summary above the form, with the way to the field. */
export function describeCapacityProblem(problem: CapacityProblem, language: Language): { text: string; href: string } {
  const isYear = problem.reason === "year" || problem.reason === "same-year";
  const name = problem.row === null ? "capacityUnit" : `capacities.${problem.row}.${isYear ? "year" : "capacity"}`;
  const label =
    problem.row === null
      ? message(language, "offerForm.field.capacityUnit")
      : message(language, "offerForm.rowOf", { number: problem.row + 1 });
  return {
    text: message(language, "entryForm.error", { label, text: sayProblem(problem, language) }),
    href: `#${fieldId(name)}`,
  };
}

function sayProblem({ reason, used = 0 }: CapacityProblem, language: Language): string {
  return message(language, `offerForm.problem.${reason}`, { used });
}
