import { AppError } from "../../../core/errors.ts";
import { isLanguage } from "../../../core/language.ts";
import type { ActionHandler, MemberRequest, RawContent, RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { exportMemory } from "../exchange/take-memory.ts";
import { importXliff } from "../exchange/take-xliff.ts";
import { writeTbx } from "../exchange/tbx.ts";
import { writeTermsCsv } from "../exchange/terms-csv.ts";
import { writeTmx } from "../exchange/tmx.ts";
import { writeXliff } from "../exchange/xliff.ts";
import { getTranslation } from "../service.ts";
import { sideBySideFormats, writeSideBySide } from "../side-by-side.ts";
import { getTerms } from "../terms-service.ts";
import type { Translation } from "../translation.ts";
import { AboutView } from "./about-view.tsx";
import { gatherWorkspace } from "./gather-workspace.ts";
import { frameTranslation } from "./translation-frame.tsx";

/** `ID.pdf`, `.docx`: side by side; `.xlf`, `.tmx`: for other programs. */
export const downloadTranslation: RawHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const [id = "", ending = ""] = (params.file ?? "").split(".");
  const format = sideBySideFormats.find((one) => one === ending);
  if (format) {
    const { bytes, contentType, fileName } = await writeSideBySide(context, actor, { id, format, language });
    return { content: bytes, contentType, fileName };
  }
  const translation = await getTranslation(context, actor, id);
  if (ending === "xlf")
    return {
      content: writeXliff(translation),
      contentType: "application/xliff+xml; charset=utf-8",
      fileName: nameFile(translation, "xlf"),
    };
  const translated = translation.segments
    .filter(({ mark }) => mark === "edited" || mark === "reviewed")
    .map(({ changed, ...segment }) => ({ ...segment, changedAt: changed?.at ?? null }));
  return { ...(await toTmx(writeTmx(translation, translated))), fileName: nameFile(translation, "tmx") };
};

function nameFile({ title, targetLanguage }: Translation, ending: string): string {
  return `${[...title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim()].slice(0, 80).join("")}-${targetLanguage}.${ending}`;
}

async function toTmx(parts: AsyncGenerator<string>): Promise<Pick<RawContent, "content" | "contentType">> {
  const pieces = await Array.fromAsync(parts);
  return { content: pieces.join(""), contentType: "application/x-tmx+xml; charset=utf-8" };
}

/** `?from=zh&to=ja` */
export const downloadMemory: RawHandler<MemberRequest> = async ({ context, actor, url }) => {
  const [sourceLanguage = "", targetLanguage = ""] = [readText(url, "from"), readText(url, "to")];
  if (!isLanguage(sourceLanguage) || !isLanguage(targetLanguage) || sourceLanguage === targetLanguage)
    throw new AppError("invalid-input", { field: "from" });
  const file = await toTmx(exportMemory(context, actor, { sourceLanguage, targetLanguage }));
  return { ...file, fileName: `memory-${sourceLanguage}-${targetLanguage}.tmx` };
};

export const downloadTermsCsv: RawHandler<MemberRequest> = async ({ context }) => ({
  content: writeTermsCsv(await getTerms(context)),
  contentType: "text/csv; charset=utf-8",
  fileName: "terms.csv",
});

export const downloadTermsTbx: RawHandler<MemberRequest> = async ({ context }) => ({
  content: writeTbx(await getTerms(context), { title: "Renkei" }),
  contentType: "application/x-tbx+xml; charset=utf-8",
  fileName: "terms.tbx",
});

/** Takes back a translation that was worked on elsewhere and says what became of each sentence. */
export const postXliff: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const taken = await importXliff(context, actor, params.id ?? "", bytes);
  const workspace = await gatherWorkspace(request);
  const page = frameTranslation({ request, workspace, view: "about" }, AboutView({ workspace, language, taken }));
  return { page, status: taken.problems.length > 0 ? 422 : 200 };
};
