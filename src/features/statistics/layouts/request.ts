import type { Language } from "../../../core/language.ts";
import type { TableColumn, TableRow } from "../../../documents/table.ts";
import type { Context } from "../../../platform/context.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Catalogue } from "../catalogue.ts";
import type { TableDefinition } from "../measure.ts";

/** What a layout works from. */
export interface LayoutRequest {
  context: Context;
  definition: TableDefinition;
  /** null for tables that span the years */
  fiscalYear: number | null;
  /** YYYY-MM-DD */
  asOf: string;
  language: Language;
  calendar: "gregorian" | "wareki";
  programme: Programme;
  catalogue: Catalogue;
  directory: OrganisationDirectory;
}

export interface LayoutResult {
  columns: TableColumn[];
  rows: TableRow[];
  totals?: TableRow;
  /** remarks that follow from the rows, before the written ones */
  notes: string[];
}

export type Layout = (request: LayoutRequest) => Promise<LayoutResult>;
