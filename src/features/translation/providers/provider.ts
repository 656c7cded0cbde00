import type { Language } from "../../../core/language.ts";
import type { TranslateProvider } from "../../../platform/translate-settings.ts";
import { translateWithDeepL } from "./deepl.ts";
import { translateWithLibreTranslate } from "./libretranslate.ts";
import { translateWithOpenAi } from "./openai.ts";

export interface ProviderRequest {
  /** protected: ⟦1⟧ stands for what must come back as it is */
  texts: readonly string[];
  sourceLanguage: Language;
  targetLanguage: Language;
  /** terms in the texts, for providers that heed them */
  glossary: readonly { source: string; target: string }[];
}

/** A translation for each text, in their order. Throws ProviderError. */
export type Translate = (settings: TranslateProvider, request: ProviderRequest) => Promise<string[]>;

export interface Provider {
  translate: Translate;
  /** as people call it, beside what it wrote */
  label(settings: TranslateProvider): string;
}

export const providers: Record<TranslateProvider["name"], Provider> = {
  libretranslate: { translate: translateWithLibreTranslate, label: () => "LibreTranslate" },
  deepl: { translate: translateWithDeepL, label: () => "DeepL" },
  openai: { translate: translateWithOpenAi, label: ({ model }) => model ?? "OpenAI" },
};
