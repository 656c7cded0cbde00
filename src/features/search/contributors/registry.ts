import type { SearchContributor } from "../contribution.ts";
import { approvedRecords } from "./approved-records.ts";
import { concerns } from "./concerns.ts";
import { libraryDocuments } from "./library-documents.ts";
import { needSubjects } from "./need-subjects.ts";
import { offerSubjects } from "./offer-subjects.ts";
import { policies } from "./policies.ts";
import { publicRecords } from "./public-records.ts";
import { sourceDocuments } from "./source-documents.ts";
import { surveys } from "./surveys.ts";
import { terms } from "./terms.ts";
import { translations } from "./translations.ts";

export const contributors: readonly SearchContributor[] = [
  ...publicRecords,
  approvedRecords,
  policies,
  needSubjects,
  offerSubjects,
  translations,
  concerns,
  surveys,
  libraryDocuments,
  sourceDocuments,
  terms,
];
