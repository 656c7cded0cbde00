import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler } from "../../../web/page.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { correctField, decideItem, decideLink, decideTarget, setTag } from "../decide.ts";
import { requireStamp } from "../desk-work.ts";
import { type ItemFieldName, itemFieldNames, itemStates } from "../item.ts";
import { importances, policyLinkKinds } from "../policy.ts";
import { rereadItem } from "../reread-item.ts";
import { getItem } from "../service.ts";
import { describeDeskItem } from "./desk-item.tsx";
import type { FormProblem } from "./item-form.tsx";
import { longestNumber, readDay } from "./read-day.ts";
import { readTarget } from "./read-target.ts";

type Request = Parameters<ActionHandler>[0];
/** What was done, and where the page opens again. */
type Done = { done: string; at: string };

/** Every form of an item's page: one change each, then the page again where it was. */
export const submitDeskItem: ActionHandler = async (request) => {
  const { context, language, params, form } = request;
  const id = params.id ?? "";
  try {
    await requireStamp(context, id, String(form.get("seen") ?? ""));
    const { done, at } = await act(request, id, String(form.get("intent")));
    await refreshRevision(context);
    return { redirect: `${links.deskItem(language, id, { done })}#${at}` };
  } catch (error) {
    const problem = findProblem(error, form);
    if (!problem) throw error;
    return { page: await describeDeskItem(request, problem), status: problem.reason === "changed" ? 409 : 422 };
  }
};

async function act(request: Request, id: string, intent: string): Promise<Done> {
  const { context, actor, language, form } = request;
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (intent) {
    case "decide":
      await decideItem(context, actor, id, readDecision(form));
      return { done: "decided", at: "decision" };
    case "correct": {
      const field = readField(text("field"));
      const label = text("label");
      await correctField(context, actor, id, {
        field,
        value: readValue(field, text("value"), language),
        rememberLabel: label === "" ? null : label.slice(0, 200),
      });
      return { done: label === "" ? "corrected" : "remembered", at: `field-${field}` };
    }
    case "tag": {
      const of = text("of") === "regions" ? "regions" : "topics";
      await setTag(context, actor, id, { of, tag: text("tag"), holds: text("holds") === "yes" });
      return { done: "tagged", at: of };
    }
    case "target":
    case "correct-target": {
      const target = text("target");
      await decideTarget(
        context,
        actor,
        target,
        intent === "target"
          ? { state: text("state") === "rejected" ? "rejected" : "confirmed" }
          : { state: "confirmed", corrected: readTarget(form) },
      );
      return { done: "target", at: `target-${target}` };
    }
    case "link":
    case "add-link": {
      const kind = policyLinkKinds.find((one) => one === text("kind"));
      if (!kind) throw new AppError("invalid-input", { reason: "form" });
      const link =
        intent === "link"
          ? { item: text("item"), target: text("target") }
          : { item: id, target: readId(text("target")) };
      if (intent === "add-link") await requireItem(request, link.target);
      if (link.item !== id && link.target !== id) throw new AppError("invalid-input", { reason: "form" });
      await decideLink(context, actor, { ...link, kind }, text("state") === "rejected" ? "rejected" : "confirmed");
      return { done: "link", at: "links" };
    }
    case "reread":
      await rereadItem(context, actor, id);
      return { done: "reread", at: "text" };
    default:
      throw new AppError("invalid-input", { reason: "form" });
  }
}

function readDecision(form: FormData): Parameters<typeof decideItem>[3] {
  const importance = form.get("importance");
  const visibility = form.get("visibility");
  return {
    state: itemStates.find((state) => state === form.get("state")),
    importance: importance === "rules" ? null : importances.find((one) => one === importance),
    visibility: visibility === "public" || visibility === "members" ? visibility : undefined,
  };
}

function readField(text: string): ItemFieldName {
  const field = itemFieldNames.find((name) => name === text);
  if (!field) throw new AppError("invalid-input", { reason: "form" });
  return field;
}

const dateFields: readonly ItemFieldName[] = ["written", "published", "inForce"];

function readValue(field: ItemFieldName, text: string, language: Language): string | string[] | null {
  if (text === "") return null;
  if (dateFields.includes(field)) {
    const day = readDay(text, language);
    if (day === null) throw new AppError("invalid-input", { field, reason: "date" });
    return day;
  }
  if (field === "documentNumber" && text.length > longestNumber)
    throw new AppError("invalid-input", { field, reason: "numberLength" });
  if (field !== "bodies") return text;
  return text
    .split(/[\n、;；]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The id, also where somebody pasted the whole address of the other's page. */
function readId(text: string): string {
  if (text === "") throw new AppError("invalid-input", { reason: "required" });
  return (
    text
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? text
  );
}

async function requireItem({ context, actor }: Request, id: string): Promise<void> {
  try {
    await getItem(context, actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found")
      throw new AppError("invalid-input", { reason: "unknown-item" });
    throw error;
  }
}

const reasons: readonly FormProblem["reason"][] = [
  "required",
  "form",
  "length",
  "numberLength",
  "date",
  "kind",
  "number",
  "year",
  "same-item",
  "unknown-item",
  "changed",
  "no-snapshot",
  "label",
];

/** What the form says beside its field; null for what a page of its own has to tell. */
function findProblem(error: unknown, form: FormData): FormProblem | null {
  if (!(error instanceof AppError) || !["invalid-input", "conflict"].includes(error.code)) return null;
  const reason = reasons.find((one) => one === error.details.reason);
  if (!reason) return null;
  const intent = String(form.get("intent"));
  const about =
    intent === "correct"
      ? `correct-${form.get("field")}`
      : intent === "correct-target"
        ? `target-${form.get("target")}`
        : intent;
  const values = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === "string" ? value : ""]));
  return { form: about, reason, values };
}
