import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Block } from "../../documents/report.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { photographsForDocument } from "../attachments/photographs.ts";
import { getDirectory } from "../organisations/directory.ts";
import { tryOut } from "../records/try-out.ts";
import { findUpcoming } from "../records/upcoming.ts";
import { reportKind } from "../reports/kinds/registry.ts";
import type { Composition } from "../reports/report-kind.ts";
import { type DocumentContent, type DocumentRecord, type DocumentRequest, orderKeys } from "./document.ts";
import { readRecordStates } from "./store.ts";
import { openTemplateInUse, type TemplateInUse } from "./template-in-use.ts";

export interface Composed {
  content: DocumentContent;
  /** null: the one that Renkei brings */
  template: TemplateInUse | null;
  /** approved records that could not stand in the tables, and those beyond what is tried out */
  leftOut: number;
}

/**
 * Puts a document together from the records as they stand, with the template in use. `actor` may be null for one that rests on the
 * public records. Throws `not-found` for an unknown kind, year, partnership, activity or organisation; `invalid-input`
 * {reason: "document-language"}.
 */
export async function composeDocument(
  context: Context,
  actor: Actor | null,
  request: DocumentRequest,
): Promise<Composed> {
  const kind = reportKind(request.kind);
  const { language } = request;
  if (!kind.languages.includes(language)) throw new AppError("invalid-input", { reason: "document-language" });
  if (!(await getDirectory(context)).find(request.maker))
    throw new AppError("not-found", { kind: "organisation", id: request.maker });
  const template = await openTemplateInUse(context, kind, language);
  const composed = await composeWith(context, actor, request, template?.outline ?? kind.outline(language));
  return { ...composed, template };
}

/** The same with an outline of the caller's. */
export async function composeWith(
  context: Context,
  actor: Actor | null,
  request: DocumentRequest,
  outline: Block[],
): Promise<Omit<Composed, "template">> {
  const { composition, records, leftOut } = await composeOnBasis(context, actor, request);
  const images = findImages(composition);
  const { title, maker, values, figures, gaps } = composition;
  const report = { title, language: request.language, maker, date: request.asOf, images, values };
  return { content: orderKeys({ report, outline, images, figures, records, gaps }), leftOut };
}

interface Based {
  composition: Composition;
  records: DocumentRecord[];
  leftOut: number;
}

async function composeOnBasis(context: Context, actor: Actor | null, request: DocumentRequest): Promise<Based> {
  if (request.basis === "public") {
    const composition = await composeFrom(context, actor, request);
    return { composition, records: await addVersions(context, composition, new Set()), leftOut: 0 };
  }
  if (actor === null) throw new AppError("forbidden", { permission: "documents.make" });
  const upcoming = await findUpcoming(context, actor, { submitted: false });
  const tried = new Set(upcoming.trials.map(({ kind, id }) => `${kind}/${id}`));
  return tryOut(context, upcoming.trials, async (trial, _, leftOut) => {
    const composition = await composeFrom(trial, actor, request);
    const records = await addVersions(trial, composition, tried);
    return { composition, records, leftOut: leftOut + upcoming.untried };
  });
}

function composeFrom(context: Context, actor: Actor | null, request: DocumentRequest): Promise<Composition> {
  const { kind, language, asOf, fiscalYear, subject, calendar, maker, written, basis } = request;
  return reportKind(kind).compose({
    ...{ context, language, asOf, fiscalYear, subject, maker, written },
    calendar: language === "ja" ? calendar : "gregorian",
    async photographsOf(activity) {
      // What only members see must not get into a document that may become public.
      const audience = basis === "public" ? "public" : "members";
      return (await photographsForDocument(context, activity, { language, audience, actor })).photographs;
    },
  });
}

/** Versions as of now: the newest approved one of what was tried out, otherwise the one that the public pages show. */
async function addVersions(
  context: Context,
  { records }: Composition,
  tried: ReadonlySet<string>,
): Promise<DocumentRecord[]> {
  const unique = [...new Map(records.map((record) => [`${record.kind}/${record.id}`, record])).entries()].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const states = await read(context.database, (transaction) => readRecordStates(transaction, records));
  return unique.map(([key, { kind, id }]) => {
    const state = states.get(key);
    const version = tried.has(key) ? state?.version : state?.publishedVersion;
    return { kind, id, version: version ?? null };
  });
}

/** SHA-256s of all images that the values show. */
function findImages({ values }: Composition): string[] {
  const blocks = Object.values(values).flatMap((value) => ("blocks" in value ? value.blocks : []));
  const shown = blocks.flatMap((block) => (block.is === "photographs" ? block.photographs : []));
  return [...new Set(shown.map(({ sha256 }) => sha256))].sort();
}
