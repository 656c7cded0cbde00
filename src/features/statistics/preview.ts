import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { TableDocument } from "../../documents/table.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { tryOut } from "../records/try-out.ts";
import { findUpcoming, type Upcoming } from "../records/upcoming.ts";
import { getTable, listTables } from "./service.ts";

export interface PreviewRequest {
  fiscalYear: number | undefined;
  /** `submitted`: entries that wait for approval as well, of those that the actor may see */
  include: "approved" | "submitted";
  language: Language;
}

export interface TablePreview {
  title: string;
  /** null where the table has nothing of the year, even with all that is included */
  table: TableDocument | null;
  /** that the table could show; empty for one that is not of a year */
  fiscalYears: number[];
  included: Upcoming[];
  /** of what was included, how many could not stand in the tables */
  leftOut: number;
  /** beyond what was tried out: the table is without them */
  untried: number;
}

/** The table as it would be. Throws `not-found` for an unknown table. */
export async function getTablePreview(
  context: Context,
  actor: Actor,
  id: string,
  { fiscalYear, include, language }: PreviewRequest,
): Promise<TablePreview> {
  if (!(await listTables(context, language)).some((table) => table.id === id))
    throw new AppError("not-found", { kind: "table", id });
  const upcoming = await findUpcoming(context, actor, { fiscalYear, submitted: include === "submitted" });
  const today = context.clock.today();
  const key = `preview ${id} ${fiscalYear ?? ""} ${language} ${today} ${upcoming.stamp}`;
  const tried = await context.cache.getLarge(key, () =>
    tryOut(context, upcoming.trials, async (trial, _, leftOut) => {
      const summary = (await listTables(trial, language)).find((table) => table.id === id);
      const fiscalYears = summary?.yearly ? summary.fiscalYears : [];
      const wanted = summary?.yearly ? (fiscalYear ?? fiscalYears.at(-1)) : undefined;
      const exists = !summary?.yearly || (wanted !== undefined && fiscalYears.includes(wanted));
      const request = { language, asOf: today, fiscalYear: wanted };
      return {
        title: summary?.title ?? id,
        table: exists ? await getTable(trial, id, request) : null,
        fiscalYears,
        leftOut,
      };
    }),
  );
  return { ...tried, included: upcoming.items, untried: upcoming.untried };
}
