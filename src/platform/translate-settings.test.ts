import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without a provider nothing is sent anywhere", () => {
  expect(readConfig({ RENKEI_TRANSLATE_KEY: "k" }).translate).toBeUndefined();
});

test.each([
  [
    { PROVIDER: "deepl", KEY: "abc:fx" },
    { name: "deepl", url: "https://api-free.deepl.com", key: "abc:fx", model: null },
  ],
  [
    { PROVIDER: "deepl", KEY: "abc" },
    { name: "deepl", url: "https://api.deepl.com", key: "abc", model: null },
  ],
  [
    { PROVIDER: "libretranslate", URL: "http://127.0.0.1:5000/" },
    { name: "libretranslate", url: "http://127.0.0.1:5000", key: null, model: null },
  ],
  [
    { PROVIDER: "openai", URL: "http://127.0.0.1:11434/v1", MODEL: "qwen2.5" },
    { name: "openai", url: "http://127.0.0.1:11434/v1", key: null, model: "qwen2.5" },
  ],
])("%o", (variables, translate) => {
  expect(readConfig(prefix(variables)).translate).toEqual(translate);
});

test.each([
  [{ PROVIDER: "babelfish" }, "RENKEI_TRANSLATE_PROVIDER"],
  [{ PROVIDER: "libretranslate" }, "RENKEI_TRANSLATE_URL"],
  [{ PROVIDER: "libretranslate", URL: "file:///etc/passwd" }, "RENKEI_TRANSLATE_URL"],
  [{ PROVIDER: "deepl" }, "RENKEI_TRANSLATE_KEY"],
  [{ PROVIDER: "openai", URL: "https://llm.example" }, "RENKEI_TRANSLATE_MODEL"],
])("refuses %o", (variables, variable) => {
  expect(() => readConfig(prefix(variables))).toThrow(
    expect.objectContaining({ code: "invalid-input", details: expect.objectContaining({ variable }) }),
  );
});

test("a password in the address is refused and not repeated", () => {
  const environment = prefix({ PROVIDER: "libretranslate", URL: "https://user:pass-9f3@mt.example", KEY: "key-7d1" });
  expect(() => readConfig(environment)).toThrow(/hidden/);
  expect(() => readConfig(environment)).not.toThrow(/pass-9f3|key-7d1/);
});

function prefix(variables: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`RENKEI_TRANSLATE_${name}`, value]));
}
