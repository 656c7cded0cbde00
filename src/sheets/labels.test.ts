import { expect, test } from "vitest";
import { languages } from "../core/language.ts";
import { recordKinds } from "../records/registry.ts";
import { choiceLabel } from "./choice-label.ts";
import { fieldLabel, sheetLabel } from "./field-label.ts";

const sheets = recordKinds.flatMap((kind) => [kind.sheet, ...kind.parts.map(({ sheet }) => sheet)]);

// An English word may be its own key; that no language lacks a text is a rule of the messages.
test.each(["ja", "zh"] as const)(
  "every column, sheet and choice that people fill in has its words in %s",
  (language) => {
    const bare = sheets.flatMap((sheet) => [
      ...(sheetLabel(language, sheet.name) === sheet.name ? [sheet.name] : []),
      ...sheet.columns.flatMap(({ name, value }) => [
        ...(fieldLabel(language, sheet.name, name) === name ? [`${sheet.name}.${name}`] : []),
        ...("choices" in value
          ? value.choices
              .filter((choice) => choice.length > 1 && choiceLabel(language, sheet.name, name, choice) === choice)
              .map((choice) => `${sheet.name}.${name}.${choice}`)
          : []),
      ]),
    ]);
    expect(bare).toEqual([]);
  },
);

test.each(languages)("no two choices of a column have the same words in %s", (language) => {
  const repeated = sheets.flatMap((sheet) =>
    sheet.columns.flatMap(({ name, value }) => {
      if (!("choices" in value)) return [];
      const labels = value.choices.map((choice) => choiceLabel(language, sheet.name, name, choice));
      return labels
        .filter((label, index) => labels.indexOf(label) !== index)
        .map((label) => `${sheet.name}.${name} ${label}`);
    }),
  );
  expect(repeated).toEqual([]);
});
