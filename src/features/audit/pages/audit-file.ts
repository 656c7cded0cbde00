import { read } from "../../../db/transaction.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { change } from "../change.ts";
import { writeAuditFile } from "../export.ts";
import { listAuditRows } from "../store.ts";
import { readAuditQuery } from "./read-audit-query.ts";

/** What one download may hold in memory; the command has no limit. */
const mostRows = 100_000;

/** The rows that the list shows, oldest first as the chain runs. That somebody took them is on record as well. */
export const sendAuditFile: RawHandler<MemberRequest> = async ({ context, language, url, actor }) => {
  const { filter } = readAuditQuery(url, language);
  const format = url.searchParams.get("format") === "csv" ? "csv" : "jsonl";
  const rows = await read(context.database, (transaction) =>
    listAuditRows(transaction, filter, { below: null, limit: mostRows }),
  );
  await change(context, actor, async (_, audit) =>
    audit({ action: "audit.exported", details: { rows: rows.length, format } }),
  );
  const pieces = [];
  for await (const piece of writeAuditFile([rows.reverse()], format)) pieces.push(piece);
  return {
    contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
    content: pieces.join(""),
    fileName: `renkei-audit-${context.clock.today()}.${format}`,
  };
};
