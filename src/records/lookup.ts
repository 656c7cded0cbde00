import { localizedFromRow } from "../core/localized.ts";
import type { ReadTransaction } from "../db/transaction.ts";
import { governmentTiers } from "../features/organisations/organisation.ts";
import type { RecordLookup } from "./kind.ts";

/** Everything that describing records asks for, read once: a few hundred small rows. */
export interface RecordSurroundings extends RecordLookup {
  /** the organisation and those above it up to its local government, itself first; empty for an unknown one */
  lineage(id: string): string[];
  /** which platform approves what stands in the ledger */
  platformOf(ledger: string | null): "coordination" | "technical";
}

export async function readSurroundings(transaction: ReadTransaction): Promise<RecordSurroundings> {
  const organisations = await transaction
    .selectFrom("organisations")
    .select([
      "id",
      "parent",
      "tier",
      "name_ja",
      "name_zh",
      "name_en",
      "short_name_ja",
      "short_name_zh",
      "short_name_en",
    ])
    .execute();
  const partnerships = await transaction.selectFrom("partnerships").select(["id", "home", "partner"]).execute();
  const registers = await transaction.selectFrom("registers").select(["id", "ledger"]).execute();
  const ledgers = await transaction.selectFrom("ledgers").select(["id", "owner"]).execute();
  const measures = await transaction.selectFrom("measures").select(["id", "name_ja", "name_zh", "name_en"]).execute();
  const platforms = await transaction.selectFrom("platforms").select(["role", "organisation"]).execute();
  const byId = new Map(organisations.map((row) => [row.id, row]));
  const sides = new Map(partnerships.map(({ id, home, partner }) => [id, [home, partner]]));
  const ledgerOf = new Map(registers.map(({ id, ledger }) => [id, ledger]));
  const technicalOwners = platforms.filter(({ role }) => role === "technical").map(({ organisation }) => organisation);
  const technicalLedger = ledgers.find(({ owner }) => owner !== null && technicalOwners.includes(owner))?.id ?? null;
  const measureNames = new Map(measures.map((row) => [row.id, localizedFromRow(row, "name")]));
  return {
    lineage(id) {
      const line: string[] = [];
      for (let at = byId.get(id); at && !line.includes(at.id); at = at.parent ? byId.get(at.parent) : undefined) {
        line.push(at.id);
        // A city is no office of its prefecture.
        if (governmentTiers.includes(at.tier)) break;
      }
      return line;
    },
    platformOf: (ledger) => (ledger !== null && ledger === technicalLedger ? "technical" : "coordination"),
    organisationName(id) {
      const row = byId.get(id);
      return row ? { ...localizedFromRow(row, "name"), ...localizedFromRow(row, "short_name") } : {};
    },
    partnershipSides: (id) => sides.get(id) ?? [],
    registerLedger: (id) => ledgerOf.get(id) ?? null,
    measureName: (id) => measureNames.get(id) ?? {},
    technicalLedger,
  };
}
