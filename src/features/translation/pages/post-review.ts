import { AppError } from "../../../core/errors.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { approveTranslation, reopenTranslation, returnTranslation } from "../decide-translation.ts";
import { reviewSegments } from "../edit-segments.ts";
import { getTranslation } from "../service.ts";
import { anchorOf } from "./editor-query.ts";
import { gatherWorkspace } from "./gather-workspace.ts";
import { composeReview, findClean } from "./review-view.tsx";

type Posted = MemberRequest & { form: FormData };

/** Every button of the review. */
export const postReview: ActionHandler = async (request) => {
  const { context, actor, params, form } = request;
  const id = params.id ?? "";
  const remark = String(form.get("remark") ?? "");
  try {
    switch (String(form.get("intent") ?? "")) {
      case "approve":
        await approveTranslation(context, actor, id);
        return goBack(request, { done: "approved" });
      case "return":
        await returnTranslation(context, actor, id, remark);
        return goBack(request, { done: "returned" });
      case "reopen":
        await reopenTranslation(context, actor, id);
        return goBack(request, { done: "reopened" });
      case "accept-clean":
        return await acceptClean(request);
      default:
        return await acceptOne(request);
    }
  } catch (error) {
    const problem = readProblem(error);
    if (problem === null) throw error;
    const status = problem === "remark-too-long" || problem === "remark-missing" ? 422 : 409;
    return { page: await composeReview(request, { problem, remark }), status };
  }
};

async function acceptOne(request: Posted): Promise<Outcome> {
  const { context, actor, params, form } = request;
  const [segment = "", version] = String(form.get("accept") ?? "").split(":");
  const translation = params.id ?? "";
  const { reviewed, refused } = await reviewSegments(context, actor, {
    translation,
    segments: [{ id: segment, version: Number(version) }],
  });
  const { segments } = await getTranslation(context, actor, translation);
  const position = segments.find(({ id }) => id === segment)?.position ?? 0;
  const reason = refused[0]?.reason;
  const told = reason === undefined ? { done: "accepted", count: reviewed.length } : { problem: reason };
  return goBack(request, told, position + (reason === undefined ? 1 : 0));
}

async function acceptClean(request: Posted): Promise<Outcome> {
  const { context, actor, params } = request;
  const clean = findClean(await gatherWorkspace(request), actor);
  const segments = clean.map(({ id, version }) => ({ id, version }));
  const { reviewed } = await reviewSegments(context, actor, { translation: params.id ?? "", segments });
  return goBack(request, { done: "accepted", count: reviewed.length });
}

function goBack({ url, language, params }: Posted, query: Record<string, string | number>, position?: number): Outcome {
  const kept = Object.fromEntries(["show", "page"].map((name) => [name, url.searchParams.get(name) ?? undefined]));
  const address = links.translation(language, params.id ?? "", { view: "review", ...kept, ...query });
  return { redirect: position === undefined ? address : `${address}#${anchorOf(position)}` };
}

function readProblem(error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === "too-large") return "remark-too-long";
  if (error.code === "invalid-input" && error.details.field === "remark") return "remark-missing";
  const { reason } = error.details;
  return error.code === "conflict" && typeof reason === "string" ? reason : null;
}
