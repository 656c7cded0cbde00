import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { ReportFigure } from "../reports/report-kind.ts";
import { composeDocument } from "./compose-document.ts";
import { type DocumentRecord, requestOf } from "./document.ts";
import { getDocument } from "./service.ts";

export interface FigureChange {
  key: string;
  label: string;
  /** null where it was not there */
  before: string | null;
  after: string | null;
}

export interface RecordChange {
  kind: string;
  id: string;
  /** null where the document did not rest on it, or does not any more */
  before: DocumentRecord | null;
  after: DocumentRecord | null;
}

export interface DocumentChanges {
  figures: FigureChange[];
  records: RecordChange[];
  /** what it was about is not there any more, so that nothing can be compared */
  subjectGone: boolean;
  figuresCompared: number;
  recordsCompared: number;
}

/** What the same document would say today: figures that differ, records that came, went or have another version. */
export async function compareDocument(context: Context, actor: Actor, id: string): Promise<DocumentChanges> {
  const document = await getDocument(context, actor, id);
  const { figures, records } = document.content;
  const compared = { figuresCompared: figures.length, recordsCompared: records.length };
  try {
    const { content } = await composeDocument(context, actor, requestOf(document));
    return {
      figures: compareFigures(figures, content.figures),
      records: compareRecords(records, content.records),
      subjectGone: false,
      ...compared,
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not-found") throw error;
    return { figures: [], records: [], subjectGone: true, ...compared };
  }
}

function compareFigures(before: readonly ReportFigure[], after: readonly ReportFigure[]): FigureChange[] {
  const now = new Map(after.map((figure) => [figure.key, figure]));
  const known = new Set(before.map(({ key }) => key));
  return [
    ...before.flatMap(({ key, label, value }) => {
      const later = now.get(key)?.value ?? null;
      return later === value ? [] : [{ key, label, before: value, after: later }];
    }),
    ...after
      .filter(({ key }) => !known.has(key))
      .map(({ key, label, value }) => ({ key, label, before: null, after: value })),
  ];
}

function compareRecords(before: readonly DocumentRecord[], after: readonly DocumentRecord[]): RecordChange[] {
  const keyOf = ({ kind, id }: DocumentRecord) => `${kind}/${id}`;
  const then = new Map(before.map((record) => [keyOf(record), record]));
  const now = new Map(after.map((record) => [keyOf(record), record]));
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((key) => {
    const old = then.get(key) ?? null;
    const later = now.get(key) ?? null;
    const { kind = "", id = "" } = old ?? later ?? {};
    return old && later && old.version === later.version ? [] : [{ kind, id, before: old, after: later }];
  });
}
