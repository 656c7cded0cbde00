import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { listConcerns } from "../concerns/service.ts";
import { listPublicNeeds } from "../needs/service.ts";
import type { Evidence } from "./draft.ts";
import { evidenceKey } from "./evidence.ts";
import { sayInAll } from "./say.ts";
import type { EvaluationView } from "./view.ts";

/** Whether everybody may see the record: of needs and concerns some are for members only. */
export async function findPublicEvidence(context: Context): Promise<(evidence: Evidence) => boolean> {
  const needs = new Set((await listPublicNeeds(context)).map(({ id }) => id));
  const concerns = new Set((await listConcerns(context, "public")).map(({ id }) => id));
  return ({ kind, id }) => (kind === "need" ? needs.has(id) : kind === "concern" ? concerns.has(id) : true);
}

/** The same evaluation where a record for members only is named by its kind: what is kept in the library may become public. */
export async function withholdMembersOnly(context: Context, view: EvaluationView): Promise<EvaluationView> {
  const isPublic = await findPublicEvidence(context);
  const hidden = view.statements.flatMap(({ evidence }) => evidence).filter((one) => !isPublic(one));
  if (hidden.length === 0) return view;
  const words = new Map(view.words);
  for (const one of hidden)
    words.set(evidenceKey(one), {
      text: sayInAll("evaluation.evidence.membersOnly", (language) => ({
        kind: message(language, `evaluation.evidence.kind.${one.kind}`),
      })),
    });
  return { ...view, words };
}
