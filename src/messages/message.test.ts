import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import english from "../../messages/en.json" with { type: "json" };
import japanese from "../../messages/ja.json" with { type: "json" };
import chinese from "../../messages/zh.json" with { type: "json" };
import { choiceMessage, message } from "./message.ts";

function flatten(node: object, prefix = ""): [string, string][] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${prefix}${name}`, value] as [string, string]] : flatten(value, `${prefix}${name}.`),
  );
}

/** Names of the placeholders of a message, in alphabetical order. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const collect = (elements: ReturnType<IntlMessageFormat["getAst"]>) => {
    for (const element of elements) {
      if ("value" in element && element.type !== 0) names.add(String(element.value));
      if ("options" in element) for (const option of Object.values(element.options)) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  return [...names].filter((name) => name !== "undefined").sort();
}

const catalogues = { ja: japanese, zh: chinese, en: english };

describe("messages", () => {
  test("every language has the same keys", () => {
    const keys = flatten(japanese)
      .map(([key]) => key)
      .sort();
    expect(
      flatten(chinese)
        .map(([key]) => key)
        .sort(),
    ).toEqual(keys);
    expect(
      flatten(english)
        .map(([key]) => key)
        .sort(),
    ).toEqual(keys);
  });

  test("every message can be read as ICU MessageFormat, and only a joint between words may be empty", () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const [key, text] of flatten(catalogue)) {
        if (!key.endsWith("Joint")) expect(text.trim(), `${language} ${key}`).not.toBe("");
        expect(() => placeholders(text), `${language} ${key}: ${text}`).not.toThrow();
      }
    }
  });

  test("Japanese and Chinese ask for nothing that English does not offer as well", () => {
    const offered = new Map(flatten(english).map(([key, text]) => [key, placeholders(text)]));
    for (const catalogue of [japanese, chinese]) {
      for (const [key, text] of flatten(catalogue)) {
        // Sentences of documents are built differently in each language; their composers give all of them the same values.
        if (key.startsWith("report.") || key.startsWith("dataTable.")) continue;
        const foreign = placeholders(text).filter((name) => !offered.get(key)?.includes(name));
        expect(foreign, key).toEqual([]);
      }
    }
  });

  test("numbers and plurals follow the language", () => {
    expect(message("en", "cli.load.refused", { count: 1 })).toBe("1 error: nothing was loaded.");
    expect(message("en", "cli.load.refused", { count: 1200 })).toBe("1,200 errors: nothing was loaded.");
    expect(message("ja", "figure.value", { value: 1480, unit: "ページ" })).toBe("1,480ページ");
  });

  test("a choice that nobody has named yet stays readable", () => {
    expect(choiceMessage("ja", "activity.kind", "consultation")).toBe("協議");
    expect(choiceMessage("ja", "activity.kind", "something-new")).toBe("something-new");
  });
});
