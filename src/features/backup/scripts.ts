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

/**
 * Rows that come back are no changes: no audit row of this transaction speaks for them. Foreign keys are checked all the
 * same; they must be before triggers are enabled (55006, pending trigger events).
 */
export function printTriggers(what: "DISABLE" | "ENABLE"): string {
  return `DO $$
DECLARE with_triggers regclass;
BEGIN
  FOR with_triggers IN
    SELECT DISTINCT t.tgrelid::regclass FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ${what} TRIGGER USER', with_triggers);
  END LOOP;
END $$;
`;
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
${printClearing(tables)}${printTriggers("DISABLE")}${copies.join("")}${sequences.map(printSequence).join("")}SET CONSTRAINTS ALL IMMEDIATE;
${printTriggers("ENABLE")}COMMIT;
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
files/            stored files under the SHA-256 of their content, if there are any; they belong in the folder "files" of
                  the data directory, or under the same names in the S3 bucket
Not in it are sign-ins and links for one use: after a restore, people sign in again with their passwords and second
factors. Keep RENKEI_SECRET, or the file "secret" of the data directory, as it was: without it second factors must be
set up anew.
The archive contains personal information. Please keep it accordingly.

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
files/            保存ファイル（ある場合のみ）。名前は内容の SHA-256 です。データディレクトリの「files」フォルダー、
                  又は S3 のバケットに同じ名前で置いてください。
サインインの状態と一度限りのリンクは含まれません。復元後は、パスワードと2段階認証で改めてサインインしてください。
RENKEI_SECRET の値（又はデータディレクトリの「secret」ファイル）は元のまま引き継いでください。引き継がない場合は、2段階認証の
再設定が必要です。
個人情報が含まれていますので、取扱いにご注意ください。

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
files/            存储的文件（如有），以内容的 SHA-256 命名；应放入数据目录下的 files 文件夹，或以相同名称放入 S3 存储桶
归档不含登录状态和一次性链接，恢复后请使用密码和两步验证重新登录。
请沿用原系统的 RENKEI_SECRET（或数据目录下的 secret 文件），否则需要重新设置两步验证。
归档中含有个人信息，请妥善保管。
`;
