import { type Language, languages } from "../../core/language.ts";
import { render } from "../../documents/render.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { type BulletinContent, type BulletinFormat, bulletinFormats } from "./bulletin.ts";
import { layOutBulletin } from "./layout/lay-out-bulletin.ts";

export const bulletinMediaTypes: Record<BulletinFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** Writes one file of a bulletin from its content alone. Throws a RenderError. */
export function renderBulletin(content: BulletinContent, language: Language, format: BulletinFormat) {
  const { report, outline } = layOutBulletin(content, language);
  return render({ is: "report", format, report, outline, template: null, images: new Map() });
}

export interface BulletinFile {
  /** `ja.pdf` */
  name: string;
  mediaType: string;
  content: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** All files in all languages, and how many pages the Japanese edition has. */
export async function renderAll(content: BulletinContent): Promise<{ files: BulletinFile[]; pages: number }> {
  const files: BulletinFile[] = [];
  let pages = 0;
  for (const language of languages)
    for (const format of bulletinFormats) {
      const file = await renderBulletin(content, language, format);
      if (language === "ja" && format === "pdf") pages = file.pages;
      const { bytes } = file;
      files.push({
        name: `${language}.${format}`,
        mediaType: bulletinMediaTypes[format],
        content: bytes,
        sha256: hashContent(bytes),
      });
    }
  return { files, pages };
}
