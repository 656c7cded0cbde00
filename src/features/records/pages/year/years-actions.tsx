import { AppError } from "../../../../core/errors.ts";
import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { Language } from "../../../../core/language.ts";
import { choiceMessage, findMessageKey, message } from "../../../../messages/message.ts";
import { links } from "../../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../../web/page.ts";
import { requirePermission } from "../../../accounts/actor.ts";
import { getProgramme } from "../../../programme/service.ts";
import { findEarlyClosing } from "../../early-closing.ts";
import { nothingUpcoming, stampYear } from "../../upcoming.ts";
import { closeYear, proposeClosing, publishYear, reopenYear } from "../../years.ts";
import { describeClosing } from "./years-confirm.tsx";
import type { YearStep } from "./years-steps.tsx";
import { describeMemberYear, readFiscalYear } from "./years-year.tsx";

type StepRequest = Parameters<ActionHandler>[0];

export const publishNow: ActionHandler = (request) =>
  take(request, "publish", async (fiscalYear) => {
    await requireSeen(request, fiscalYear);
    await publishYear(request.context, request.actor, fiscalYear);
  });

export const askForClosing: ActionHandler = (request) =>
  take(request, "propose", (fiscalYear, note) => proposeClosing(request.context, request.actor, fiscalYear, note));

/** Before the year is over, only with the tick that says so. */
export const closeNow: ActionHandler = async (request) => {
  const { context, actor, form } = request;
  requirePermission(actor, "years.close");
  const isEarly = (await findEarlyClosing(context, actor, readFiscalYear(request))) !== null;
  if (isEarly && form.get("early") !== "yes")
    return { page: await describeClosing(request, { note: readNote(form) }), status: 422 };
  return take(request, "close", async (fiscalYear, note) => {
    await requireSeen(request, fiscalYear);
    await closeYear(context, actor, fiscalYear, note);
  });
};

export const reopenNow: ActionHandler = (request) =>
  take(request, "reopen", (fiscalYear, note) => reopenYear(request.context, request.actor, fiscalYear, note));

/** Does the step and leads back; what stands in its way is said on the year's page, with what was typed. */
async function take(
  request: StepRequest,
  step: YearStep,
  work: (fiscalYear: number, note: string) => Promise<void>,
): Promise<Outcome> {
  const fiscalYear = readFiscalYear(request);
  const note = readNote(request.form);
  try {
    await work(fiscalYear, note);
  } catch (error) {
    const text = explain(error, request.language, await nameYear(request, fiscalYear));
    if (text === null) throw error;
    const isMissing = error instanceof AppError && error.code === "invalid-input";
    return { page: await describeMemberYear(request, { text, note }), status: isMissing ? 422 : 409 };
  }
  return { redirect: links.memberYear(request.language, fiscalYear, { done: step }) };
}

function readNote(form: FormData): string {
  const field = form.get("note");
  return typeof field === "string" ? field.replaceAll("\r\n", "\n").trim().slice(0, 2_000) : "";
}

/** Throws where other records would become public than those that the page showed. */
async function requireSeen({ context, form }: StepRequest, fiscalYear: number): Promise<void> {
  const present = await stampYear(context, fiscalYear);
  if (present !== nothingUpcoming && present !== form.get("seen")) throw new AppError("conflict", { reason: "unseen" });
}

function explain(error: unknown, language: Language, year: string): string | null {
  if (!(error instanceof AppError) || !["conflict", "invalid-input"].includes(error.code)) return null;
  const { reason, waiting, kind, record } = error.details;
  const key = findMessageKey(`year.error.${String(reason)}`);
  if (key === null) return null;
  return message(language, key, {
    year,
    waiting: Number(waiting ?? 0),
    record: record === undefined ? "" : `${choiceMessage(language, "record.kind", String(kind), 1)} ${String(record)}`,
  });
}

async function nameYear({ context, language }: MemberRequest, fiscalYear: number): Promise<string> {
  return fiscalYearLabel((await getProgramme(context)).calendar, fiscalYear, language);
}
