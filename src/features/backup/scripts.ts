import pg from "pg";
import type { Migration } from "../../db/migrate.ts";
import type { BackupSequence, BackupTable } from "./manifest.ts";
import { printTable, type TableShape } from "./snapshot.ts";

/** The empty database: every migration as it ran, and the list by which Renkei knows that they did. */
export function printSchema(migrations: Migration[]): string {
  const files = migrations.map(({ name, sql }) => `-- ${name}\n${sql.trimEnd()}\n`);
  const rows = migrations.map(({ name, sha256 }) => `  (${pg.escapeLiteral(name)}, ${pg.escapeLiteral(sha256)})`);
  const list = `-- The migrations above, by which Renkei knows what this database has.
CREATE TABLE schema_migrations (
  name text PRIMARY KEY,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
${rows.length === 0 ? "" : `INSERT INTO schema_migrations (name, sha256) VALUES\n${rows.join(",\n")};\n`}`;
  return [...files, list].join("\n");
}

/** Makes room for the rows: a migration may have put some of its own into a table. */
export function printClearing(tables: TableShape[]): string {
  if (tables.length === 0) return "";
  const names = tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  return `SET CONSTRAINTS ALL IMMEDIATE;\nTRUNCATE ${names};\nSET CONSTRAINTS ALL DEFERRED;\n`;
}

export function printSequence({ name, lastValue, isCalled }: BackupSequence): string {
  return `SELECT setval(${pg.escapeLiteral(pg.escapeIdentifier(name))}, ${lastValue}, ${isCalled});\n`;
}

/** For psql, which needs nothing of Renkei. */
export function printRestore(tables: BackupTable[], sequences: BackupSequence[]): string {
  const copies = tables.map((table) => `\\copy ${printTable(table)} from '${table.member}'\n`);
  return `\\set ON_ERROR_STOP on
\\encoding UTF8
BEGIN;
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC';
\\ir schema.sql
${printClearing(tables)}${copies.join("")}${sequences.map(printSequence).join("")}COMMIT;
ANALYZE;
`;
}

export const readme = `Renkei backup / Renkei バックアップ / Renkei 备份

[English]
This archive holds all records of one Renkei system as they stood at a single moment.

With Renkei:      renkei restore FILE
Without Renkei:   unpack the archive, open a terminal in its folder, and run
                    createdb --encoding=UTF8 --template=template0 renkei
                    psql --dbname=renkei --file=restore.sql
                  PostgreSQL 15 or later is needed. Either everything is restored or nothing.

manifest.json     version, number of rows of each table, size and SHA-256 of every other file
schema.sql        the tables
rows/             the rows of each table, in the text format of PostgreSQL's COPY
files/            stored files, if there are any; they belong in the folder "files" of the data directory
The archive may contain personal information. Please keep it accordingly.

[日本語]
このアーカイブには、Renkei に登録されているすべての記録が、ある一時点の状態で収められています。

Renkei で復元する場合        renkei restore ファイル名
Renkei を使わずに復元する場合  アーカイブを展開し、そのフォルダーで次の命令を実行してください。
                    createdb --encoding=UTF8 --template=template0 renkei
                    psql --dbname=renkei --file=restore.sql
                  PostgreSQL 15 以降が必要です。途中で失敗した場合は、何も復元されません。

manifest.json     版、各表の行数、ほかの全ファイルの大きさと SHA-256
schema.sql        表の定義
rows/             各表の行（PostgreSQL の COPY テキスト形式）
files/            保存ファイル（ある場合のみ）。データディレクトリの「files」フォルダーに置いてください。
個人情報が含まれている場合がありますので、取扱いにご注意ください。

[中文]
本归档文件收录了 Renkei 系统在同一时刻的全部记录。

使用 Renkei 恢复        renkei restore 文件名
不使用 Renkei 恢复      解压归档文件，在解压后的文件夹中执行以下命令：
                    createdb --encoding=UTF8 --template=template0 renkei
                    psql --dbname=renkei --file=restore.sql
                  需要 PostgreSQL 15 或更高版本。恢复过程中如有任何错误，数据库将保持原样。

manifest.json     版本、各表行数，以及其他所有文件的大小和 SHA-256 校验值
schema.sql        数据表定义
rows/             各表数据（PostgreSQL COPY 文本格式）
files/            存储的文件（如有），应放入数据目录下的 files 文件夹
归档中可能含有个人信息，请妥善保管。
`;
