import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { ReportPhotograph } from "../../documents/report.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import type { Actor } from "../accounts/actor.ts";
import { getRecordInSight } from "../comments/record-in-sight.ts";
import { type Photograph, shownWidths } from "./photograph.ts";
import { hasTransparency, resizeImage } from "./remake-image.ts";
import { findPublicPhotograph, readPhotographs, readPublicPhotographs } from "./store-photographs.ts";

/** Enough for the width of an A4 page in print. */
const documentWidth = 1600;

/** Those of a public activity that everyone may see, in the order in which they were added. */
export function getPublicPhotographs(context: Context, activity: string): Promise<Photograph[]> {
  return context.cache.get(`photographs ${activity}`, () =>
    read(context.database, (transaction) => readPublicPhotographs(transaction, activity)),
  );
}

/** A public photograph as JPEG in one of the offered sizes. Throws `not-found` for any other photograph and size. */
export async function openPublicPhotograph(
  context: Context,
  id: string,
  width: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const photograph = await read(context.database, (transaction) => findPublicPhotograph(transaction, id));
  if (!photograph) throw new AppError("not-found", { kind: "photograph", id });
  return openSize(context, photograph, width);
}

/** A stored photograph as JPEG in one of the offered sizes; whoever calls has made sure that the reader may see it. */
export async function openSize(
  context: Context,
  { id, sha256 }: Pick<Photograph, "id" | "sha256">,
  width: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!shownWidths.some((shown) => shown === width)) throw new AppError("not-found", { kind: "photograph", id, width });
  // Many readers of one page ask for the same picture; the page cache keeps only answers of one address.
  return context.cache.getLarge(`photograph ${sha256} ${width}`, async () => {
    const { content } = await resizeImage(await readNamedFile(context.config, sha256), width, "image/jpeg");
    return new Uint8Array(content);
  });
}

/**
 * The photographs of an activity for a document, each stored in a size for print. A document for everyone shows only published ones
 * of a public record; one for members those of records that every member sees, even where `actor` sees more. A record that is out
 * of the actor's sight gives none. Whoever keeps the document names the images in `library_documents.content` and in `files`, or
 * they are swept away after an hour.
 */
export async function photographsForDocument(
  context: Context,
  activity: string,
  request: { language: Language; audience: "public" | "members"; actor: Actor | null },
): Promise<{ photographs: ReportPhotograph[] }> {
  const found =
    request.audience === "public"
      ? await read(context.database, (transaction) => readPublicPhotographs(transaction, activity))
      : await findForMembers(context, activity, request.actor);
  const photographs: ReportPhotograph[] = [];
  for (const photograph of found) photographs.push(await toReportPhotograph(context, photograph, request.language));
  return { photographs };
}

async function findForMembers(context: Context, activity: string, actor: Actor | null): Promise<Photograph[]> {
  if (!actor) return [];
  try {
    const { record } = await getRecordInSight(context, actor, "activity", activity);
    if (record.visibility !== "public" && record.visibility !== "members") return [];
    return await read(context.database, (transaction) => readPhotographs(transaction, record));
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return [];
    throw error;
  }
}

async function toReportPhotograph(
  context: Context,
  photograph: Photograph,
  language: Language,
): Promise<ReportPhotograph> {
  const { caption, alt, credit } = photograph;
  return {
    ...(await storeForDocument(context, photograph)),
    alt: localize(alt, language).text,
    caption: localize(caption, language).text,
    credit: credit === null ? "" : message(language, "photograph.creditLine", { credit }),
  };
}

type StoredImage = Pick<ReportPhotograph, "sha256" | "mediaType" | "width" | "height">;

/** Word shows no WebP, and a document of fifty pictures is to be sent by mail. */
async function storeForDocument(context: Context, photograph: Photograph): Promise<StoredImage> {
  const { sha256, mediaType, width, height } = photograph;
  if (mediaType !== "image/webp" && width <= documentWidth) return { sha256, mediaType, width, height };
  const content = await readNamedFile(context.config, sha256);
  const keepsPng = mediaType !== "image/jpeg" && (mediaType === "image/png" || (await hasTransparency(content)));
  const format = keepsPng ? "image/png" : "image/jpeg";
  const sized = await resizeImage(content, documentWidth, format);
  const stored = await openFileStore(context.config).put(sized.content);
  return { sha256: stored.sha256, mediaType: format, width: sized.width, height: sized.height };
}
