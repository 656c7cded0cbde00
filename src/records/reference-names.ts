import { sql } from "kysely";
import type { Language } from "../core/language.ts";
import { type Localized, localize, localizedFromRow } from "../core/localized.ts";
import { foldText } from "../core/text-folding.ts";
import type { ReadTransaction } from "../db/transaction.ts";
import { readDirectory } from "../features/organisations/directory.ts";
import { allNames } from "../features/organisations/organisation.ts";

export interface NamedRecord {
  id: string;
  name: Localized;
}

/** The records that a cell may point at, by the names under which people know them. */
export interface ReferenceNames {
  /** every record of the sheet, in its order */
  options(sheet: string): readonly NamedRecord[];
  name(sheet: string, id: string, language: Language): string;
  /** those that the text names: one where it is clear, several where it fits several, none where nobody has that name */
  find(sheet: string, text: string): NamedRecord[];
}

/** Sheets that cells point at, and where their names stand. */
const nameColumns: Record<string, string> = {
  countries: "name",
  documents: "title",
  registers: "title",
  topics: "name",
  measures: "name",
  projects: "title",
  agreements: "title",
};

export async function readReferenceNames(transaction: ReadTransaction): Promise<ReferenceNames> {
  const directory = await readDirectory(transaction);
  const sheets = new Map<string, NamedRecord[]>();
  for (const [sheet, column] of Object.entries(nameColumns)) {
    const { rows } = await sql<{ id: string }>`SELECT * FROM ${sql.table(sheet)} ORDER BY row_number`.execute(
      transaction,
    );
    sheets.set(
      sheet,
      rows.map((row) => ({ id: row.id, name: localizedFromRow(row, column) })),
    );
  }
  sheets.set(
    "organisations",
    directory.all.map(({ id, name }) => ({ id, name })),
  );
  const partnerships = await transaction
    .selectFrom("partnerships")
    .select(["id", "home", "partner"])
    .orderBy("row_number")
    .execute();
  const pair = (home: string, partner: string, language: Language, dash: string) =>
    `${directory.shortName(home, language)}${dash}${directory.shortName(partner, language)}`;
  sheets.set(
    "partnerships",
    partnerships.map(({ id, home, partner }) => ({
      id,
      name: {
        ja: pair(home, partner, "ja", "・"),
        zh: pair(home, partner, "zh", "—"),
        en: pair(home, partner, "en", "–"),
      },
    })),
  );
  const claims = await transaction.selectFrom("claims").select("id").orderBy("row_number").execute();
  sheets.set(
    "claims",
    claims.map(({ id }) => ({ id, name: {} })),
  );
  const folded = new Map<string, Map<string, Set<NamedRecord>>>();
  const fold = (sheet: string) => {
    const present = folded.get(sheet);
    if (present) return present;
    const index = new Map<string, Set<NamedRecord>>();
    const add = (text: string, record: NamedRecord) => {
      const key = foldText(text);
      if (key !== "") index.set(key, (index.get(key) ?? new Set()).add(record));
    };
    for (const record of sheets.get(sheet) ?? []) {
      for (const text of [record.id, ...Object.values(record.name)]) add(text, record);
      if (sheet !== "organisations") continue;
      const organisation = directory.get(record.id);
      for (const text of allNames(organisation)) add(text, record);
      for (const code of Object.values(organisation.codes)) if (code !== null) add(code, record);
    }
    folded.set(sheet, index);
    return index;
  };
  return {
    options: (sheet) => sheets.get(sheet) ?? [],
    name(sheet, id, language) {
      const record = sheets.get(sheet)?.find((candidate) => candidate.id === id);
      return (record && localize(record.name, language).text) || id;
    },
    find(sheet, text) {
      const exact = sheets.get(sheet)?.find(({ id }) => id === text);
      if (exact) return [exact];
      // The short name of a bureau is that of many; an official name belongs to one.
      const found = [...(fold(sheet).get(foldText(text)) ?? [])];
      const official = found.filter(({ name }) =>
        Object.values(name).some((each) => foldText(each) === foldText(text)),
      );
      return official.length === 1 ? official : found;
    },
  };
}
