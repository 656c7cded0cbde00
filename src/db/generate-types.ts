import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { migrateDatabase } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

/** Migrates an empty database and writes the types of its tables and views: `npm run db:types`. */
export async function generateTypes(file: string): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "renkei-types-"));
  const database = await openDatabase({ dataDirectory, port: 0 }, { purpose: "command", settings: { fsync: "off" } });
  try {
    await migrateDatabase(database.pool);
    await writeFile(file, await describeSchema(database.pool));
  } finally {
    await database.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** The module that declares all tables and views of a database. */
export async function describeSchema(pool: Pool): Promise<string> {
  return printSchema(await readColumns(pool));
}

interface Column {
  table: string;
  isView: boolean;
  name: string;
  /** name in pg_type; of the element where the column is an array */
  type: string;
  isArray: boolean;
  isNullable: boolean;
  hasDefault: boolean;
  isGenerated: boolean;
  /** values of an enum type, or those that a check constraint allows */
  values: string[] | null;
}

async function readColumns(pool: Pool): Promise<Column[]> {
  const { rows } = await pool.query<Omit<Column, "values"> & { enumValues: string[] | null; checks: string[] | null }>(`
    select c.relname as table, c.relkind in ('v', 'm') as "isView", a.attname as name,
      coalesce(element.typname, base.typname, t.typname)::text as type,
      element.oid is not null as "isArray",
      not a.attnotnull as "isNullable",
      a.atthasdef or a.attidentity <> '' as "hasDefault",
      a.attgenerated <> '' or a.attidentity = 'a' as "isGenerated",
      (select array_agg(enumlabel::text order by enumsortorder) from pg_enum
       where enumtypid in (t.oid, element.oid)) as "enumValues",
      (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
       where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
    left join pg_type base on base.oid = t.typbasetype
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attname collate "C"`);
  return rows.map(({ enumValues, checks, ...column }) => ({
    ...column,
    values: enumValues ?? readAllowedValues(checks),
  }));
}

/** `CHECK ((status = ANY (ARRAY['planned'::text, 'done'::text])))`, as PostgreSQL prints `status in ('planned', 'done')`. */
function readAllowedValues(checks: string[] | null): string[] | null {
  for (const check of checks ?? []) {
    const list = check.match(
      /^CHECK \(\(\(?\w+\)?(?:::text)? = ANY \(\(?ARRAY\[([^\]]+)\]\)?(?:::text\[\])?\)\)\)$/,
    )?.[1];
    const values = list?.match(/'(?:[^']|'')*'/g)?.map((value) => value.slice(1, -1).replaceAll("''", "'"));
    if (values?.length) return values;
  }
  return null;
}

function printSchema(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table);
  const interfaces = [...tables].map(
    ([table, own]) =>
      `export interface ${nameInterface(table)} {\n${own.map((column) => `  ${column.name}: ${printType(column)};\n`).join("")}}\n`,
  );
  const schema = [...tables.keys()].map((table) => `  ${table}: ${nameInterface(table)};\n`).join("");
  const body = `${interfaces.join("\n")}\nexport interface Schema {\n${schema}}\n`;
  const imports = ["ColumnType", "Generated", "GeneratedAlways"].filter((name) =>
    new RegExp(`\\b${name}<`).test(body + jsonType),
  );
  const json = /\bJson(Value)?\b/.test(body) ? `${jsonType}\n` : "";
  const used = json ? imports : imports.filter((name) => name !== "ColumnType");
  const head = "// Written by `npm run db:types` from the migrated database. Do not edit.\n";
  return `${head}${used.length ? `import type { ${used.join(", ")} } from "kysely";\n` : ""}\n${json}${body}`;
}

/** Written as text: pg would turn a JavaScript array into a PostgreSQL array instead of JSON. */
const jsonType = `export type JsonValue = boolean | number | string | null | JsonValue[] | { [key: string]: JsonValue };
export type Json = ColumnType<JsonValue, string, string>;
`;

function printType(column: Column): string {
  const element = column.values?.map((value) => JSON.stringify(value)).join(" | ") ?? scalarTypes[column.type];
  if (!element) throw new Error(`no TypeScript type for ${column.type} (${column.table}.${column.name})`);
  if (element === "Json" && column.hasDefault) return "ColumnType<JsonValue, string | undefined, string>";
  const type = column.isArray ? `(${element})[]`.replace(/^\((\w+)\)/, "$1") : element;
  const full = column.isNullable ? `${type} | null` : type;
  if (column.isView) return full;
  if (column.isGenerated) return `GeneratedAlways<${full}>`;
  return column.hasDefault ? `Generated<${full}>` : full;
}

/** What the pool returns for each type; see pool.ts for `date` and `int8`. */
const scalarTypes: Record<string, string> = {
  bool: "boolean",
  bytea: "Buffer",
  date: "string",
  float4: "number",
  float8: "number",
  int2: "number",
  int4: "number",
  int8: "number",
  json: "Json",
  jsonb: "Json",
  name: "string",
  numeric: "string",
  text: "string",
  timestamptz: "Date",
  tsvector: "string",
  uuid: "string",
  varchar: "string",
  bpchar: "string",
};

function nameInterface(table: string): string {
  return table.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

if (import.meta.main) await generateTypes(join(import.meta.dirname, "generated/schema.ts"));
