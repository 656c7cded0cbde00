import type { Context } from "../../../platform/context.ts";
import { type Actor, requirePermission } from "../../accounts/actor.ts";
import { getTranslation } from "../service.ts";
import type { Translation } from "../translation.ts";
import { writeTmx } from "./tmx.ts";
import { writeXliff } from "./xliff.ts";

export interface TextFile {
  content: string;
  contentType: string;
  fileName: string;
}

export const translationFileFormats = ["xlf", "tmx"] as const;
export type TranslationFileFormat = (typeof translationFileFormats)[number];

/** A translation for another program, for members. Throws `not-found`, `forbidden`. */
export async function exportTranslation(
  context: Context,
  actor: Actor,
  id: string,
  format: TranslationFileFormat,
): Promise<TextFile> {
  requirePermission(actor, "members.read");
  return writeTranslationFile(await getTranslation(context, actor, id), format);
}

/** Without an actor: for whoever runs this program. */
export async function writeTranslationFile(translation: Translation, format: TranslationFileFormat): Promise<TextFile> {
  const { sourceLanguage, targetLanguage, subject } = translation;
  const fileName = `${subject.kind}-${subject.id}.${sourceLanguage}-${targetLanguage}.${format}`.replace(
    /[^\w.-]+/g,
    "-",
  );
  if (format === "xlf") return { content: writeXliff(translation), contentType: "application/xliff+xml", fileName };
  // What nobody stands for does not belong into anybody's memory.
  const units = translation.segments
    .filter(({ mark }) => mark === "edited" || mark === "reviewed")
    .map(({ changed, ...segment }) => ({ ...segment, changedAt: changed?.at ?? null }));
  const content = (await Array.fromAsync(writeTmx(translation, units))).join("");
  return { content, contentType: "application/x-tmx+xml", fileName };
}
