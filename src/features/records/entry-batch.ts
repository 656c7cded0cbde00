import { randomUUID } from "node:crypto";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";
import { type FindKnownIds, rememberKnownIds } from "../../records/known-ids.ts";
import { type RecordSurroundings, readSurroundings } from "../../records/lookup.ts";
import type { Entry, RecordSummary } from "./record.ts";
import { findRecord, findRecords } from "./store.ts";
import { findEntriesByFormKey, insertEntries, insertEntry, type NewEntry, updateEntry } from "./store-entries.ts";
import { requireOpenYear } from "./year-lock.ts";

/**
 * What saving and submitting entries ask of the database and write into it. The rules are the same for one entry and for the
 * thousands of a sheet; here the same question is asked once, and what a sheet brings is written at its end.
 */
export interface EntryBatch {
  surroundings(): Promise<RecordSurroundings>;
  findIds: FindKnownIds;
  /** Throws `conflict` in a closed year; each year is locked until the transaction ends. */
  requireOpenYear(years: readonly (number | null)[]): Promise<void>;
  findRecord(kind: RecordKindId, id: string): Promise<RecordSummary | null>;
  /** locked until the transaction ends */
  findEntryByFormKey(formKey: string): Promise<Entry | null>;
  /** Says that the key was drawn just now, so that no record has it. */
  addNewRecord(kind: RecordKindId, id: string): void;
  insertEntry(entry: NewEntry): Promise<Entry>;
  /** Its revision rises. */
  updateEntry(entry: Entry): Promise<Entry>;
}

/** A single entry: it is written at once. */
export function createEntryBatch(transaction: WriteTransaction): EntryBatch {
  let surroundings: Promise<RecordSurroundings> | undefined;
  const openYears = new Set<number>();
  const records = new Map<string, RecordSummary | null>();
  return {
    surroundings() {
      surroundings ??= readSurroundings(transaction);
      return surroundings;
    },
    findIds: rememberKnownIds(transaction),
    async requireOpenYear(years) {
      const unasked = years.filter((year) => year !== null && !openYears.has(year));
      await requireOpenYear(transaction, unasked);
      for (const year of unasked) if (year !== null) openYears.add(year);
    },
    async findRecord(kind, id) {
      const asked = records.get(`${kind}/${id}`);
      return asked === undefined ? findRecord(transaction, kind, id) : asked;
    },
    async findEntryByFormKey(formKey) {
      const [found] = await findEntriesByFormKey(transaction, [formKey]);
      return found?.entry ?? null;
    },
    addNewRecord: (kind, id) => void records.set(`${kind}/${id}`, null),
    insertEntry: (entry) => insertEntry(transaction, entry),
    updateEntry: (entry) => updateEntry(transaction, entry),
  };
}

export interface SheetOfEntries {
  kind: RecordKindId;
  /** records that its rows name */
  records: readonly string[];
  formKeys: readonly string[];
}

/**
 * The entries of a whole sheet: what its rows ask is read before, the new ones are written when `work` is done. Records are read
 * without a lock, as for a single entry: the approval compares versions again.
 */
export async function saveSheetOfEntries<Result>(
  transaction: WriteTransaction,
  { kind, records, formKeys }: SheetOfEntries,
  work: (batch: EntryBatch) => Promise<Result>,
): Promise<Result> {
  const single = createEntryBatch(transaction);
  const known = new Map((await findRecords(transaction, kind, records)).map((record) => [record.id, record]));
  const named = new Set(records);
  const made = new Map(
    (await findEntriesByFormKey(transaction, formKeys)).map(({ formKey, entry }) => [formKey, entry]),
  );
  const held = new Map<string, NewEntry & Entry>();
  const result = await work({
    ...single,
    findRecord: async (of, id) => (of === kind && named.has(id) ? (known.get(id) ?? null) : single.findRecord(of, id)),
    findEntryByFormKey: async (formKey) => made.get(formKey) ?? null,
    async insertEntry(entry) {
      const made = { ...entry, id: randomUUID() };
      held.set(made.id, made);
      return made;
    },
    async updateEntry(entry) {
      const before = held.get(entry.id);
      if (!before) return single.updateEntry(entry);
      const after = { ...before, ...entry, revision: entry.revision + 1 };
      held.set(entry.id, after);
      return after;
    },
  });
  await insertEntries(transaction, [...held.values()]);
  return result;
}
