import { AppError } from "../../../core/errors.ts";
import { isLanguage } from "../../../core/language.ts";
import { isRecordKindId, type RecordKind } from "../../../records/kind.ts";
import { recordKind } from "../../../records/registry.ts";
import { isCsvEncoding } from "../../../spreadsheets/encode-text.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, RawHandler } from "../../../web/page.ts";
import { startImport } from "../import-service.ts";
import { writeSheet } from "../write-sheet.ts";
import { renderExchange } from "./exchange-page.tsx";

/** Both forms of the page: a sheet to fill in, and the sheet that was filled in. */
export const exchangeSheet: ActionHandler = async (request) =>
  readField(request.form, "intent") === "upload" ? upload(request) : download(request);

async function download(request: MemberRequest & { form: FormData }): Promise<Outcome> {
  const { context, actor, form } = request;
  const kind = findKind(request);
  const language = readField(form, "language");
  const format = readField(form, "format");
  const written = await writeSheet(context, actor, {
    kind,
    language: isLanguage(language) ? language : request.language,
    format: isCsvEncoding(format) ? format : "xlsx",
    empty: readField(form, "content") === "empty",
    fiscalYear: readYear(readField(form, "fiscalYear")),
  });
  if ("file" in written) return written;
  return { page: await renderExchange(request, kind, { unencodable: written.unencodable }), status: 422 };
}

async function upload(request: MemberRequest & { form: FormData }): Promise<Outcome> {
  const { context, actor, form, language } = request;
  const kind = findKind(request);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return { page: await renderExchange(request, kind, { fileMissing: true }), status: 422 };
  const id = await startImport(context, actor, {
    kind,
    owner: readField(form, "owner"),
    fileName:
      file.name
        .normalize("NFC")
        .replace(/\p{Cc}/gu, "")
        .slice(0, 200) || "upload",
    bytes: new Uint8Array(await file.arrayBuffer()),
    language,
  });
  return { redirect: links.import(language, id) };
}

/** The same sheet by its address, for links from lists; as a workbook, which carries every character. */
export const downloadSheet: RawHandler<MemberRequest> = async (request) => {
  const { context, actor, language, url } = request;
  const written = await writeSheet(context, actor, {
    kind: findKind(request),
    language,
    format: "xlsx",
    empty: url.searchParams.get("content") === "empty",
    fiscalYear: readYear(url.searchParams.get("fiscalYear") ?? ""),
  });
  if ("file" in written) return written.file;
  throw new AppError("unavailable", { reason: "unencodable" });
};

function findKind({ params }: MemberRequest): RecordKind {
  const id = params.kind ?? "";
  if (!isRecordKindId(id)) throw new AppError("not-found", { kind: id });
  return recordKind(id);
}

export function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function readYear(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}
