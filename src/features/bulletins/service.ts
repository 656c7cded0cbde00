import { AppError } from "../../core/errors.ts";
import { fiscalYearRange } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { type Reader, readsMembers } from "../policies/service.ts";
import { getProgramme } from "../programme/service.ts";
import {
  type ApprovedBulletin,
  type BulletinContent,
  type BulletinFormat,
  type BulletinSummary,
  bulletinFormats,
} from "./bulletin.ts";
import { isMonth } from "./clipping.ts";
import { composeBulletin } from "./compose-bulletin.ts";
import { writeTracesCsv } from "./list-traces.ts";
import { bulletinMediaTypes, renderBulletin } from "./render-bulletin.ts";
import { sayTitle } from "./say.ts";
import { findBulletin, listBulletins } from "./store-bulletins.ts";
import { tallyMonths } from "./store-clippings.ts";

/** A month with what the reader may see of it. */
export interface BulletinMonth {
  month: string;
  /** newest first; empty: nothing is approved, but there are clippings to put one together from */
  numbers: BulletinSummary[];
  /** approved clippings that the reader may see */
  entries: number;
}

/**
 * Newest first: every month of which there is a number, and those of the programme's time of which there is an approved clipping. A
 * law of long ago is a clipping of its month as well, but nobody reported it then.
 */
export async function listMonths(context: Context, reader: Reader): Promise<BulletinMonth[]> {
  const members = readsMembers(reader);
  const { tallies, numbers } = await read(context.database, async (transaction) => ({
    tallies: await tallyMonths(transaction),
    numbers: await listBulletins(transaction, { members }),
  }));
  const { calendar, firstFiscalYear } = await getProgramme(context);
  const begin = fiscalYearRange(calendar, firstFiscalYear).from.slice(0, 7);
  const numbersOf = Map.groupBy(numbers, ({ month }) => month);
  const entriesOf = new Map(tallies.map((tally) => [tally.month, members ? tally.approved : tally.approvedPublic]));
  return [...new Set([...numbersOf.keys(), ...entriesOf.keys()])]
    .map((month) => ({ month, numbers: numbersOf.get(month) ?? [], entries: entriesOf.get(month) ?? 0 }))
    .filter(({ month, numbers: own, entries }) => own.length > 0 || (entries > 0 && month >= begin))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** What nobody has approved yet is for those who make, approve or answer for the bulletin; other members read what went out. */
export function seesPreviews(actor: Actor): boolean {
  return (
    hasPermission(actor, "policies.edit") ||
    hasPermission(actor, "policies.approve") ||
    hasPermission(actor, "years.close")
  );
}

/**
 * The bulletin of a month for this reader: an approved number, by default the newest, or what the records give where none is
 * approved. Throws `not-found` where there is neither.
 */
export async function getBulletin(
  context: Context,
  reader: Reader,
  month: string,
  number?: number,
): Promise<{ approved: ApprovedBulletin | null; content: BulletinContent }> {
  if (!isMonth(month)) throw new AppError("not-found", { kind: "bulletin", id: month });
  const members = readsMembers(reader);
  const approved = await read(context.database, (transaction) => findBulletin(transaction, { month, number, members }));
  if (approved) return { approved, content: approved.content };
  if (number !== undefined || (reader !== null && !seesPreviews(reader)))
    throw new AppError("not-found", { kind: "bulletin", id: [month, number].join("/") });
  const compose = () => composeBulletin(context, month, { members, approved: true });
  // Everyone gets the same; members see what has become of a clipping a moment ago.
  const content = members ? await compose() : await context.cache.getLarge(`bulletin ${month}`, compose);
  if (content.entries.length === 0) throw new AppError("not-found", { kind: "bulletin", id: month });
  return { approved: null, content };
}

export interface BulletinDownload {
  content: Uint8Array<ArrayBuffer> | string;
  contentType: string;
  fileName: string;
}

/** As it was kept for an approved number, else made from the records; the same records give the same bytes. */
export async function openBulletinFile(
  context: Context,
  reader: Reader,
  { month, number, language, ending }: BulletinFileRequest,
): Promise<BulletinDownload> {
  const { approved, content } = await getBulletin(context, reader, month, number);
  const title = sayTitle(month, language).replace(/\s+/g, " ");
  const fileName = `${title}${approved && approved.number > 1 ? ` ${approved.number}` : ""}.${ending}`;
  if (ending === "traces.csv")
    return { content: writeTracesCsv(content, language), contentType: "text/csv; charset=utf-8", fileName };
  const sha256 = approved?.files[`${language}.${ending}`];
  const bytes =
    sha256 === undefined
      ? (await renderBulletin(content, language, ending)).bytes
      : await readNamedFile(context.config, sha256);
  return { content: bytes, contentType: bulletinMediaTypes[ending], fileName };
}

export const bulletinEndings = [...bulletinFormats, "traces.csv"] as const;
export interface BulletinFileRequest {
  month: string;
  number?: number | undefined;
  language: Language;
  ending: BulletinFormat | "traces.csv";
}

/** The newest number of a month, whoever it is for, with one of its files; null where none is approved. */
export async function findKeptBulletin(
  context: Context,
  month: string,
  language: Language,
  format: BulletinFormat,
): Promise<{ content: BulletinContent; bytes: Uint8Array<ArrayBuffer> } | null> {
  const approved = await read(context.database, (transaction) => findBulletin(transaction, { month, members: true }));
  const sha256 = approved?.files[`${language}.${format}`];
  if (!approved || sha256 === undefined) return null;
  return { content: approved.content, bytes: await readNamedFile(context.config, sha256) };
}
