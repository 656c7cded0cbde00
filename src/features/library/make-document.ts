import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { type NamedFile, nameFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { dropUnnamedFile } from "../attachments/sweep-files.ts";
import { changeOnce } from "../comments/change-once.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { officeOf } from "./access.ts";
import { composeDocument } from "./compose-document.ts";
import {
  type DocumentContent,
  type DocumentParameters,
  type DocumentRequest,
  type DocumentVisibility,
  documentFormats,
  documentMediaTypes,
} from "./document.ts";
import { type DocumentFiles, renderDocument } from "./render-document.ts";
import { findByFormKey, insertDocument } from "./store.ts";
import { describeWriter } from "./writer.ts";

export interface MakeInput {
  visibility: DocumentVisibility;
  note: string | null;
  /** random, made with the form: the same form sent twice makes one document */
  formKey: string;
}

/**
 * Makes a document and keeps it in the library with everything needed to make it again. Gives its id. Throws what composeDocument
 * and renderDocument throw; `conflict` {reason: "basis-approved"} where what is not public yet would become so.
 */
export async function makeDocument(
  context: Context,
  actor: Actor,
  request: DocumentRequest,
  { visibility, note, formKey: key }: MakeInput,
): Promise<string> {
  requirePermission(actor, "documents.make");
  if (visibility === "public" && request.basis === "approved")
    throw new AppError("conflict", { reason: "basis-approved" });
  const formKey = `${actor.userId}/${key}`;
  const findMade = () => read(context.database, (transaction) => findByFormKey(transaction, formKey));
  const made = await findMade();
  if (made !== null) return made;
  const { content, template } = await composeDocument(context, actor, request);
  const written = await renderDocument(context, content, template?.sha256 ?? null);
  const { docx, pdf } = written.files;
  const { kind, language, asOf, basis } = request;
  const organisation = officeOf(actor, "documents.make");
  const ids: string[] = [];
  const store = openFileStore(context.config);
  for (const format of documentFormats) await store.put(written.files[format].bytes);
  try {
    await changeOnce(context, actor, async (transaction, audit) => {
      await nameFiles(transaction, context, content, written);
      const document = {
        ...{ kind, language, asOf, basis, visibility, note, content, organisation },
        parameters: parametersOf(request),
        title: content.report.title,
        pages: written.pages,
        template: template?.sha256 ?? null,
        writer: await describeWriter(),
        madeBy: actor.userId,
        madeAt: context.clock.now(),
      };
      const id = await insertDocument(transaction, document, { docx: docx.sha256, pdf: pdf.sha256, formKey });
      if (id === null) return false;
      ids.push(id);
      if (visibility === "public") await raiseRevision(transaction);
      audit({
        action: "document.made",
        subject: `document/${id}`,
        ...(organisation !== null && { organisation }),
        details: { kind, language, basis, visibility, docx: docx.sha256, pdf: pdf.sha256 },
      });
      return true;
    });
  } catch (error) {
    // What went wrong is the answer, not that tidying up went wrong as well; the sweep comes by again.
    for (const { sha256 } of [docx, pdf])
      await dropUnnamedFile(context, sha256).catch((failure: unknown) =>
        context.log.warn({ err: failure, sha256 }, "a file is left for the sweep"),
      );
    throw error;
  }
  if (visibility === "public") await refreshRevision(context);
  const id = ids[0] ?? (await findMade());
  if (id === null) throw new Error("a document was neither made nor there before");
  return id;
}

/** In the order of their hashes, so that two documents made at once never wait for each other. */
async function nameFiles(
  transaction: WriteTransaction,
  context: Context,
  content: DocumentContent,
  { files }: DocumentFiles,
): Promise<void> {
  const store = openFileStore(context.config);
  const named: NamedFile[] = documentFormats.map((format) => {
    const { bytes, sha256 } = files[format];
    return { sha256, size: bytes.length, mediaType: documentMediaTypes[format], content: bytes };
  });
  for (const sha256 of content.images) {
    const bytes = await store.read(sha256);
    named.push({ sha256, size: bytes.length, mediaType: mediaTypeOf(content, sha256), content: bytes });
  }
  named.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  for (const file of named) await nameFile(transaction, store, file, context.clock.now());
}

function mediaTypeOf({ report }: DocumentContent, sha256: string): string {
  const blocks = Object.values(report.values).flatMap((value) => ("blocks" in value ? value.blocks : []));
  const shown = blocks.flatMap((block) => (block.is === "photographs" ? block.photographs : []));
  return shown.find((photograph) => photograph.sha256 === sha256)?.mediaType ?? "application/octet-stream";
}

function parametersOf({ fiscalYear, subject, calendar, maker, written }: DocumentRequest): DocumentParameters {
  return { fiscalYear, subject, calendar, maker, written };
}
