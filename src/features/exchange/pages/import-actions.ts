import { AppError } from "../../../core/errors.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, RawHandler } from "../../../web/page.ts";
import { isVisibility } from "../../records/record.ts";
import { dropImport, getImport } from "../import-service.ts";
import { takeOver } from "../take-over.ts";
import { writeErrorSheet } from "../write-errors.ts";
import { readField } from "./exchange-actions.ts";
import { renderImport } from "./import-page.tsx";

/** Takes the whole sheet over, or drops it. */
export const decideImport: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const id = params.id ?? "";
  const decision = readField(form, "decision");
  if (decision === "drop") {
    await dropImport(context, actor, id);
    return { redirect: links.import(language, id) };
  }
  const reason = readField(form, "reason").slice(0, 500);
  const submit = decision === "submit";
  if (submit && reason === "" && (await needsReason(request, id)))
    return { page: await renderImport(request, { state: "reason-missing" }), status: 422 };
  const visibility = readField(form, "visibility");
  const result = await takeOver(context, actor, id, {
    submit,
    visibility: isVisibility(visibility) ? visibility : "public",
    reason,
    language,
  });
  if (result.state === "taken") return { redirect: links.import(language, id) };
  return { page: await renderImport(request, result), status: 409 };
};

async function needsReason({ context, actor }: MemberRequest, id: string): Promise<boolean> {
  const { result } = await getImport(context, actor, id);
  return result?.rows.some(({ corrects }) => corrects) ?? false;
}

/** The uploaded sheet with what is wrong in it. */
export const downloadErrors: RawHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const id = params.id ?? "";
  const file = await writeErrorSheet(context, actor, id, language);
  if (!file) throw new AppError("not-found", { kind: "import", id });
  return file;
};
