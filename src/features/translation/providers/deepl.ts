import { z } from "zod";
import type { Language } from "../../../core/language.ts";
import { postJson } from "./post-json.ts";
import type { Translate } from "./provider.ts";
import { ProviderError } from "./provider-error.ts";

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
const targets: Record<Language, string> = { ja: "JA", zh: "ZH-HANS", en: "EN-GB" };

/** POST /v2/translate. What is protected travels as an element whose content is ignored (“XML handling”, ignore_tags). */
export const translateWithDeepL: Translate = async ({ url, key }, request) => {
  const { texts, sourceLanguage, targetLanguage, glossary } = request;
  const body = {
    text: texts.map(toXml),
    source_lang: sourceLanguage.toUpperCase(),
    target_lang: targets[targetLanguage],
    tag_handling: "xml",
    ignore_tags: ["keep"],
    preserve_formatting: true,
    split_sentences: "0",
    // A glossary has to be kept at DeepL; as context the words are heeded and cost nothing.
    ...(glossary.length === 0
      ? {}
      : { context: glossary.map(({ source, target }) => `${source}＝${target}`).join("、") }),
  };
  const headers = { authorization: `DeepL-Auth-Key ${key}` };
  const { data } = answer.safeParse(await postJson(`${url}/v2/translate`, body, headers));
  if (!data) throw new ProviderError("bad-answer", "no translations");
  return data.translations.map(({ text }) => fromXml(text));
};

function toXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/⟦\d+⟧/g, (mark) => `<keep>${mark}</keep>`);
}

function fromXml(text: string): string {
  return text
    .replace(/<\/?keep>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
