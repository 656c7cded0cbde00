import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import { RenderError } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { canKeep, canRead } from "./access.ts";
import { type Composed, composeDocument } from "./compose-document.ts";
import {
  type DocumentFormat,
  type DocumentRequest,
  type DocumentSummary,
  type DocumentVisibility,
  documentMediaTypes,
  fileNameOf,
  type LibraryDocument,
} from "./document.ts";
import { renderDocument } from "./render-document.ts";
import { findDocument, findMakerName, listDocumentRows, markRemoved, setVisibility } from "./store.ts";

export interface DocumentPreview extends Composed {
  /** of the PDF; null where it cannot be written */
  pages: number | null;
  /** what keeps it from being written */
  problem: { reason: RenderError["reason"]; places: readonly string[] } | null;
}

/** What a document would be, and whether it can be written; nothing is kept. Throws what composeDocument throws. */
export async function previewDocument(
  context: Context,
  actor: Actor,
  request: DocumentRequest,
): Promise<DocumentPreview> {
  requirePermission(actor, "documents.make");
  const composed = await composeDocument(context, actor, request);
  try {
    const { pages } = await renderDocument(context, composed.content, composed.template?.sha256 ?? null);
    return { ...composed, pages, problem: null };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    if (error.reason === "failed") context.log.error({ err: error, kind: request.kind }, "a document was not written");
    return { ...composed, pages: null, problem: { reason: error.reason, places: error.places } };
  }
}

/** All documents for members, only public ones for everyone else; newest first. */
export function listDocuments(context: Context, actor: Actor | null): Promise<DocumentSummary[]> {
  const visibility = actor !== null && canRead(actor, { visibility: "members" }) ? null : "public";
  return read(context.database, (transaction) => listDocumentRows(transaction, { visibility }));
}

/** Throws `not-found` for a document that is not there, was removed, or is not for this reader. */
export async function getDocument(context: Context, actor: Actor | null, id: string): Promise<LibraryDocument> {
  const document = await read(context.database, (transaction) => findDocument(transaction, id));
  if (!document || !canRead(actor, document)) throw new AppError("not-found", { kind: "library-document", id });
  return document;
}

/** The same for whoever runs this program, who may read the database as well. */
export async function getKeptDocument(context: Context, id: string): Promise<LibraryDocument> {
  const document = await read(context.database, (transaction) => findDocument(transaction, id));
  if (!document) throw new AppError("not-found", { kind: "library-document", id });
  return document;
}

/** Name of the person who made it, for members; null where it was erased. */
export function getMakerName(context: Context, { madeBy }: DocumentSummary): Promise<string | null> {
  return read(context.database, (transaction) => findMakerName(transaction, madeBy));
}

/** Throws `not-found` as getDocument does; `unavailable` {reason: "file-damaged" | "store-unreachable"}. */
export async function openDocumentFile(
  context: Context,
  actor: Actor | null,
  id: string,
  format: DocumentFormat,
): Promise<{ content: Uint8Array<ArrayBuffer>; contentType: string; fileName: string }> {
  const document = await getDocument(context, actor, id);
  const { sha256 } = document.files[format];
  const content = await readNamedFile(context.config, sha256);
  return { content, contentType: documentMediaTypes[format], fileName: fileNameOf(document, format) };
}

/** Throws `conflict` {reason: "basis-approved"} for one that must not become public, `forbidden`. */
export async function changeVisibility(
  context: Context,
  actor: Actor,
  id: string,
  visibility: DocumentVisibility,
): Promise<void> {
  const document = await requireKeeper(context, actor, id);
  if (visibility === "public" && document.basis === "approved")
    throw new AppError("conflict", { reason: "basis-approved" });
  await change(context, actor, async (transaction, audit) => {
    // The same button pressed twice changes nothing and is not told of.
    if (!(await setVisibility(transaction, id, visibility))) return;
    await raiseRevision(transaction);
    audit({
      action: "document.shared",
      subject: `document/${id}`,
      ...(document.organisation !== null && { organisation: document.organisation }),
      details: { visibility },
    });
  });
  await refreshRevision(context);
}

/** Takes it out of the library; what it was stays for the record. */
export async function removeDocument(context: Context, actor: Actor, id: string): Promise<void> {
  const document = await requireKeeper(context, actor, id);
  await change(context, actor, async (transaction, audit) => {
    const mark = { by: actor.userId, at: context.clock.now() };
    if (!(await markRemoved(transaction, id, mark))) throw new AppError("not-found", { kind: "library-document", id });
    if (document.visibility === "public") await raiseRevision(transaction);
    audit({
      action: "document.removed",
      subject: `document/${id}`,
      ...(document.organisation !== null && { organisation: document.organisation }),
      details: { kind: document.kind, visibility: document.visibility },
    });
  });
  await refreshRevision(context);
}

async function requireKeeper(context: Context, actor: Actor, id: string): Promise<LibraryDocument> {
  requirePermission(actor, "documents.make");
  const document = await getDocument(context, actor, id);
  if (!canKeep(actor, document)) throw new AppError("forbidden", { permission: "documents.make" });
  return document;
}
