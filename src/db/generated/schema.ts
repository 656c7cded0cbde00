// Written by `npm run db:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export interface SchemaMigrations {
  applied_at: Generated<Date>;
  name: string;
  sha256: string;
}

export interface Schema {
  schema_migrations: SchemaMigrations;
}
