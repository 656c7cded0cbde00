import { activityKind } from "../features/activities/record-kind.ts";
import { newsKind } from "../features/news/record-kind.ts";
import { organisationKind } from "../features/organisations/record-kind.ts";
import { agreementKind, partnershipKind } from "../features/partnerships/record-kind.ts";
import { projectKind } from "../features/projects/record-kind.ts";
import { claimKind } from "../features/statistics/record-kind.ts";
import type { RecordKind, RecordKindId } from "./kind.ts";

const kinds: Record<RecordKindId, RecordKind> = {
  activity: activityKind,
  project: projectKind,
  agreement: agreementKind,
  partnership: partnershipKind,
  organisation: organisationKind,
  claim: claimKind,
  news: newsKind,
};

export const recordKinds: readonly RecordKind[] = Object.values(kinds);

export function recordKind(id: RecordKindId): RecordKind {
  return kinds[id];
}
