import type { MemberRequest } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import type { Problem } from "../checks/problem.ts";
import { describeMachine, getDraftProgress } from "../drafts-service.ts";
import { gatherPeople, type NamePerson } from "../people.ts";
import { findSourceItem, type PolicySubject } from "../policy-subject.ts";
import { listRemarks, type Remark } from "../remarks.ts";
import { getTranslation } from "../service.ts";
import { checkTranslation } from "../suggest.ts";
import type { DraftProgress, Translation } from "../translation.ts";

/** Everything that the pages of one translation show. */
export interface Workspace {
  translation: Translation;
  problems: Map<string, Problem[]>;
  machine: Awaited<ReturnType<typeof describeMachine>>;
  draft: DraftProgress | null;
  source: PolicySubject | null;
  /** newest first */
  remarks: Remark[];
  name: NamePerson;
  mayWrite: boolean;
  mayReview: boolean;
}

export async function gatherWorkspace({ context, actor, language, params }: MemberRequest): Promise<Workspace> {
  const id = params.id ?? "";
  const translation = await getTranslation(context, actor, id);
  const [problems, machine, draft, source, remarks] = await Promise.all([
    checkTranslation(context, actor, id),
    describeMachine(context, translation),
    getDraftProgress(context, actor, id),
    findSourceItem(context, actor, translation),
    listRemarks(context, actor, id),
  ]);
  const { made, submitted, approved, segments } = translation;
  const name = await gatherPeople(context, language, [
    ...[made.by, submitted?.by, approved?.by],
    ...segments.flatMap(({ changed, reviewed }) => [changed?.by, reviewed?.by]),
    ...remarks.map(({ author }) => author),
  ]);
  const isOpen = translation.state !== "approved";
  return {
    ...{ translation, problems, machine, draft, source, remarks, name },
    mayWrite: isOpen && hasPermission(actor, "translations.write"),
    mayReview: hasPermission(actor, "translations.review"),
  };
}
