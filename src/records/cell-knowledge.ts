import { sql } from "kysely";
import type { FiscalCalendar } from "../core/fiscal-calendar.ts";
import { type Language, languages } from "../core/language.ts";
import { type Localized, localizedFromRow } from "../core/localized.ts";
import type { ReadTransaction } from "../db/transaction.ts";
import { readDirectory } from "../features/organisations/directory.ts";
import { allNames } from "../features/organisations/organisation.ts";
import { readProgramme } from "../features/programme/service.ts";
import { message } from "../messages/message.ts";
import { sheets } from "../sheets/registry.ts";
import type { RecordKind } from "./kind.ts";
import { createReferenceIndex, type ReferenceIndex, type ReferenceTarget } from "./reference-index.ts";

/** What reading and writing cells asks for. */
export interface CellKnowledge {
  calendar: FiscalCalendar;
  /** by sheet; only of those that were read */
  references(sheet: string): ReferenceIndex;
}

/** Sheets that the columns of a kind refer to. */
export function targetsOf(kind: RecordKind): string[] {
  const columns = [kind.sheet, ...kind.parts.map(({ sheet }) => sheet)].flatMap((sheet) => sheet.columns);
  return [
    ...new Set(
      columns.flatMap(({ value }) => (value.type === "reference" || value.type === "references" ? [value.sheet] : [])),
    ),
  ];
}

export async function readCellKnowledge(
  transaction: ReadTransaction,
  targets: readonly string[],
): Promise<CellKnowledge> {
  const { calendar } = await readProgramme(transaction);
  const indexes = new Map<string, ReferenceIndex>();
  for (const sheet of new Set(targets)) indexes.set(sheet, createReferenceIndex(await readTargets(transaction, sheet)));
  return {
    calendar,
    references(sheet) {
      const index = indexes.get(sheet);
      if (!index) throw new Error(`references to ${sheet} were not read`);
      return index;
    },
  };
}

async function readTargets(transaction: ReadTransaction, sheet: string): Promise<ReferenceTarget[]> {
  if (sheet === "organisations") {
    const { all } = await readDirectory(transaction);
    return all.map((organisation) => ({
      id: organisation.id,
      name: organisation.name,
      others: [...allNames(organisation), ...Object.values(organisation.codes).filter((code) => code !== null)],
    }));
  }
  if (sheet === "partnerships") return readPairs(transaction);
  const columns = sheets.find(({ name }) => name === sheet)?.columns.map(({ name }) => name) ?? [];
  const wanted = ["id", ...columns.filter((name) => /^(name|title|short_name)_(ja|zh|en)$/.test(name))];
  const { rows } = await sql<{ id: string } & Record<string, string | null>>`
    SELECT ${sql.join(wanted.map((name) => sql.ref(name)))} FROM ${sql.table(sheet)} ORDER BY row_number`.execute(
    transaction,
  );
  return rows.map((row) => ({
    id: row.id,
    name: { ...localizedFromRow(row, "title"), ...localizedFromRow(row, "name") },
    others: Object.values(localizedFromRow(row, "short_name")),
  }));
}

function pair(language: Language, home: string, partner: string): string {
  return message(language, "partnerships.pair", { home, partner });
}

/** A partnership has no name of its own: it is called by its two sides, in full or in short. */
async function readPairs(transaction: ReadTransaction): Promise<ReferenceTarget[]> {
  const directory = await readDirectory(transaction);
  const rows = await transaction
    .selectFrom("partnerships")
    .select(["id", "home", "partner"])
    .orderBy("row_number")
    .execute();
  return rows.map(({ id, home, partner }) => {
    const name: Localized = {};
    const others: string[] = [];
    for (const language of languages) {
      name[language] = pair(language, directory.name(home, language), directory.name(partner, language));
      others.push(pair(language, directory.shortName(home, language), directory.shortName(partner, language)));
    }
    return { id, name, others };
  });
}
