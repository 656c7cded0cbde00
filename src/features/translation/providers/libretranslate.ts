import { z } from "zod";
import { postJson } from "./post-json.ts";
import type { Translate } from "./provider.ts";
import { ProviderError } from "./provider-error.ts";

const answer = z.object({ translatedText: z.array(z.string()) });

/** POST /translate; https://docs.libretranslate.com. Its models know no glossary. */
export const translateWithLibreTranslate: Translate = async ({ url, key }, request) => {
  const { texts, sourceLanguage, targetLanguage } = request;
  const body = {
    q: texts,
    source: sourceLanguage,
    target: targetLanguage,
    format: "text",
    ...(key === null ? {} : { api_key: key }),
  };
  const { data } = answer.safeParse(await postJson(`${url}/translate`, body));
  if (!data) throw new ProviderError("bad-answer", "no translatedText");
  return data.translatedText;
};
