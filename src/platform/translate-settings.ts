import { AppError } from "../core/errors.ts";

/** Who writes machine drafts; absent: nobody, and no text ever leaves this machine for it. */
export interface TranslateSettings {
  translate?: TranslateProvider;
}

export const translateProviders = ["libretranslate", "deepl", "openai"] as const;
export type TranslateProviderName = (typeof translateProviders)[number];

export interface TranslateProvider {
  name: TranslateProviderName;
  /** without a slash at its end */
  url: string;
  key: string | null;
  /** of an OpenAI-compatible server */
  model: string | null;
}

type Environment = Record<string, string | undefined>;

/**
 * Reads RENKEI_TRANSLATE_PROVIDER, _URL, _KEY and _MODEL. Throws AppError("invalid-input", {variable, value, expected}); the key is
 * never named: messages end in logs.
 */
export function readTranslateSettings(environment: Environment): TranslateSettings {
  const read = (variable: string) => environment[`RENKEI_TRANSLATE_${variable}`]?.trim() || null;
  const name = read("PROVIDER");
  if (name === null) return {};
  const provider = translateProviders.find((known) => known === name.toLowerCase());
  if (!provider) throw refuse("PROVIDER", name, translateProviders.join(", "));
  const key = read("KEY");
  const url = read("URL") ?? (provider === "deepl" ? deepLAddress(key) : null);
  if (url === null || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).username !== "")
    throw refuse("URL", hideSecret(url ?? ""), "https://…");
  if (provider === "deepl" && key === null) throw refuse("KEY", "", "…:fx");
  const model = read("MODEL");
  if (provider === "openai" && model === null) throw refuse("MODEL", "", "qwen2.5:14b, gpt-4.1 …");
  return { translate: { name: provider, url: url.replace(/\/+$/, ""), key, model } };
}

/** Keys of the free plan end in “:fx” and are known to another server. */
function deepLAddress(key: string | null): string {
  return key?.endsWith(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com";
}

/** An address with a password in it is refused, and the password not repeated. */
function hideSecret(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//(hidden)@");
}

function refuse(variable: string, value: string, expected: string): AppError {
  return new AppError("invalid-input", { variable: `RENKEI_TRANSLATE_${variable}`, value, expected });
}
