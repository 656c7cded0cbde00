import type { SearchContributor } from "../contribution.ts";
import { approvedRecords } from "./approved-records.ts";
import { libraryDocuments } from "./library-documents.ts";
import { policies } from "./policies.ts";
import { publicRecords } from "./public-records.ts";
import { sourceDocuments } from "./source-documents.ts";
import { terms } from "./terms.ts";
import { translations } from "./translations.ts";

export const contributors: readonly SearchContributor[] = [
  ...publicRecords,
  approvedRecords,
  policies,
  translations,
  libraryDocuments,
  sourceDocuments,
  terms,
];
