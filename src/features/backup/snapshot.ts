import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg, { type ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupMember, BackupSequence, BackupTable } from "./manifest.ts";

export interface TableShape {
  name: string;
  columns: string[];
}

/** Everything that the text form of a value depends on; a restore sets the same. */
export const textSettings =
  "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'";

/** Tables of the records, each after those that it refers to. */
export async function readTables(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { refersTo: string[] }>(`
    select c.relname::text as name,
      array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum) as columns,
      array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
            where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migrations'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  const ordered: TableShape[] = [];
  const visited = new Set<string>();
  // Tables that refer to each other in a circle have deferred constraints, or no order would do for them.
  const visit = (table: (typeof rows)[number]) => {
    if (visited.has(table.name)) return;
    visited.add(table.name);
    for (const other of rows) if (table.refersTo.includes(other.name)) visit(other);
    ordered.push({ name: table.name, columns: table.columns });
  };
  for (const table of rows) visit(table);
  return ordered;
}

export async function readSequences(client: ClientBase): Promise<BackupSequence[]> {
  const { rows: names } = await client.query<{ name: string }>(`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  const sequences: BackupSequence[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<Omit<BackupSequence, "name">>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${pg.escapeIdentifier(name)}`,
    );
    for (const state of rows) sequences.push({ name, ...state });
  }
  return sequences;
}

/** Writes the rows of a table as PostgreSQL's COPY text. */
export async function copyTable(
  client: ClientBase,
  shape: TableShape,
  file: string,
): Promise<{ table: BackupTable; member: BackupMember }> {
  const name = `rows/${shape.name}.copy`;
  const meter = createMeter();
  const rows = client.query(copyTo(`copy (${printSelection(shape)}) to stdout`));
  await pipeline(rows, meter.stream, createWriteStream(file, { flags: "wx", mode: 0o600 }));
  const { size, sha256, lines } = meter.read();
  return { table: { ...shape, rows: lines, member: name }, member: { name, size, sha256 } };
}

/** Who is signed in, links that were sent for one use, counts of attempts: all of it ends with the server that gave it. */
const temporaryTables = ["auth_sessions", "auth_verifications", "auth_rate_limits"];

/**
 * Rows as they go into the archive. Another server gives its transactions the same numbers once more, and a row of the log
 * speaks for the transaction whose number it has (migration 0005, require_audit): so past ones are marked as such.
 */
function printSelection({ name, columns }: TableShape): string {
  const values = columns.map((column) => {
    const value = pg.escapeIdentifier(column);
    return name === "audit_log" && column === "transaction_id"
      ? `case when ${value} like 'past %' then ${value} else 'past ' || ${value} end`
      : value;
  });
  const condition = temporaryTables.includes(name) ? " where false" : "";
  return `select ${values.join(", ")} from ${pg.escapeIdentifier(name)}${condition}`;
}

export function printTable({ name, columns }: TableShape): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
}

/** Counts what flows through. In COPY text a line is a row: line ends inside of values are escaped. */
export function createMeter(): { stream: Transform; read: () => { size: number; sha256: string; lines: number } } {
  const hash = createHash("sha256");
  let size = 0;
  let lines = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      size += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      done(null, chunk);
    },
  });
  return { stream, read: () => ({ size, sha256: hash.digest("hex"), lines }) };
}
