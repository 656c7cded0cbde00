import { recordOperations } from "../../features/records/api.ts";
import { commentOperations } from "../../features/records/api-comments.ts";
import { entryOperations } from "../../features/records/api-entries.ts";
import { entryStepOperations } from "../../features/records/api-steps.ts";
import { yearOperations } from "../../features/records/api-years.ts";
import type { MemberOperation } from "./member-operation.ts";

/** Everything that signed-in people may ask of the API, in the order in which its document shows it. */
export const memberOperations: readonly MemberOperation[] = [
  ...recordOperations,
  ...commentOperations,
  ...entryOperations,
  ...entryStepOperations,
  ...yearOperations,
];
