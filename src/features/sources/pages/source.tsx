import { AppError } from "../../../core/errors.ts";
import { write } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { requirePermission } from "../../accounts/actor.ts";
import { type DeclarationForm, emptyForm, formFields, toForm } from "../check-declaration.ts";
import { checkSources } from "../check-sources.ts";
import { askForArticles } from "../fetch-found.ts";
import type { ReceivePage } from "../fetch-page.ts";
import { largestMailBytes, receiveMail } from "../receive-mail.ts";
import type { Recorded } from "../record-look.ts";
import { addSource, changeSource, getSource, pauseSource, resetSource, UnfitSource } from "../service.ts";
import { tryDeclaration } from "../snapshots.ts";
import { type FormState, showForm } from "./source-form.tsx";
import { describeSource, type doneNames } from "./source-page.tsx";
import { checkForTrial } from "./try-form.ts";

/** A source with all that is known of it; `new` and `?edit=yes` give its form. */
export const showSource: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, params, url } = request;
  const id = params.id ?? "";
  if (id !== "new" && readText(url, "edit") !== "yes") return describeSource(request, await getSource(context, id));
  requirePermission(actor, "policies.edit");
  const source = id === "new" ? null : await getSource(context, id);
  return showForm(request, source, { values: source ? toForm(source) : emptyForm });
};

/** What the desk does with a source; `receive` makes items of newsletters. */
export function createSourceAction(receive: ReceivePage): ActionHandler {
  return async (request) => {
    const { form, params, language, context, actor } = request;
    const id = params.id ?? "";
    const intent = String(form.get("intent") ?? "");
    if (intent === "save" || intent === "try") return submitForm(request, id === "new" ? null : id, intent);
    const done = (name: (typeof doneNames)[number]): Outcome => ({
      redirect: links.deskSource(language, id, { done: name }),
    });
    switch (intent) {
      case "look": {
        const { busy, resting, looked } = await checkSources(context, { ids: [id] });
        if (busy.length > 0 || resting.length > 0) return done(busy.length > 0 ? "busy" : "resting");
        await write(context.database, askForArticles);
        return done(nameLook(looked[0]));
      }
      case "pause":
      case "resume":
        await pauseSource(context, actor, id, intent === "pause");
        return done(intent === "pause" ? "paused" : "resumed");
      case "reset": {
        const { origin } = await getSource(context, id);
        await resetSource(context, actor, id);
        return origin === "desk" ? { redirect: links.deskSources(language, { done: "removed" }) } : done("reset");
      }
      case "mail":
        return takeMail(request, id, receive);
      default:
        throw new AppError("not-found", { kind: "intent" });
    }
  };
}

/** What the look brought, as the page says it. */
function nameLook(look: Recorded | undefined): (typeof doneNames)[number] {
  if (!look || look.outcome === "failed" || look.outcome === "refused") return "look-failed";
  if (look.state === "suspicious") return "look-empty";
  return look.fresh > 0 ? "looked" : "look-same";
}

async function submitForm(
  request: MemberRequest & { form: FormData },
  id: string | null,
  intent: "save" | "try",
): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const source = id === null ? null : await getSource(context, id);
  const read = (name: string) => String(form.get(name) ?? "").trim();
  const values = Object.fromEntries(formFields.map((field) => [field, read(field)])) as DeclarationForm;
  if (id !== null) values.id = id;
  const again = async (state: FormState): Promise<Outcome> => ({
    page: await showForm(request, source, state),
    status: state.problems ? 422 : 200,
  });
  try {
    if (intent === "try")
      return again({ values, trial: await tryDeclaration(context, await checkForTrial(context, values)) });
    if (id === null)
      return { redirect: links.deskSource(language, await addSource(context, actor, values), { done: "saved" }) };
    await changeSource(context, actor, id, values);
    return { redirect: links.deskSource(language, id, { done: "saved" }) };
  } catch (error) {
    if (!(error instanceof UnfitSource)) throw error;
    return again({ values, problems: error.problems });
  }
}

async function takeMail(
  request: MemberRequest & { form: FormData },
  id: string,
  receive: ReceivePage,
): Promise<Outcome> {
  const { context, language, form } = request;
  const file = form.get("file");
  const failed = async (reason: "missing" | "mail-unreadable" | "too-large"): Promise<Outcome> => ({
    page: await describeSource(request, await getSource(context, id), message(language, `sources.failed.${reason}`)),
    status: 422,
  });
  if (!(file instanceof File) || file.size === 0) return failed("missing");
  if (file.size > largestMailBytes) return failed("too-large");
  try {
    const { isKnown, queued } = await receiveMail(context, id, new Uint8Array(await file.arrayBuffer()), receive);
    if (queued > 0) await write(context.database, askForArticles);
    return { redirect: links.deskSource(language, id, { done: isKnown ? "mail-known" : "mail" }) };
  } catch (error) {
    if (!(error instanceof AppError && error.details.reason === "mail-unreadable")) throw error;
    return failed("mail-unreadable");
  }
}
