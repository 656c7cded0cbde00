import type { z } from "@hono/zod-openapi";
import type { Difference } from "../../records/compare.ts";
import type { differenceSchema, entrySchema, entryWithContentSchema, recordSchema } from "./api-schemas.ts";
import type { Entry, RecordSummary } from "./record.ts";

/** Records, entries and differences as the members' API writes them; who wrote them are accounts, which stay on the pages. */

export function toRecordItem(record: RecordSummary): z.input<typeof recordSchema> {
  return { ...record, changedAt: record.changedAt.toISOString() };
}

export function toEntryItem(entry: Entry): z.input<typeof entrySchema> {
  const {
    content: _content,
    author: _author,
    editedBy: _editor,
    decidedBy: _decider,
    createdAt: _created,
    ...rest
  } = entry;
  return {
    ...rest,
    changedAt: entry.changedAt.toISOString(),
    submittedAt: entry.submittedAt?.toISOString() ?? null,
    decidedAt: entry.decidedAt?.toISOString() ?? null,
  };
}

export function toEntryWithContent(entry: Entry): z.input<typeof entryWithContentSchema> {
  return { ...toEntryItem(entry), content: entry.content };
}

/** Programs count rows from 1, as people do in the sheets. */
export function toDifferenceItem(difference: Difference): z.input<typeof differenceSchema> {
  return { ...difference, row: difference.row === null ? null : difference.row + 1 };
}
