import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { isFormKey, makeFormKey } from "../../comments/form-key.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { gatherTyping } from "../../records/form/gather-form.ts";
import { factFields } from "../fields.ts";
import type { Meeting } from "../meeting.ts";
import { type FieldProblem, readTyped, typeOrganisations, typeRow } from "../read-fields.ts";
import { createMeeting, type SaveResult, saveFacts } from "../save-meeting.ts";
import { getMeeting } from "../service.ts";
import { gatherInputs } from "./gather-inputs.ts";
import { FactsForm } from "./part-form.tsx";

interface FormState {
  /** null: a new one */
  meeting: Meeting | null;
  typed: Map<string, string>;
  problems: readonly FieldProblem[];
  conflict: boolean;
}

export const showNewMeeting: PageHandler<MemberRequest> = async (request) => {
  const { actor, language, context, url } = request;
  const { knowledge } = await gatherTyping(context, language);
  const own = actor.memberships[0]?.organisation ?? "";
  const typed = new Map([
    ["kind", url.searchParams.get("kind") ?? "joint"],
    ["host", knowledge.references("organisations").print(own, language)],
    ["timeZone", "Asia/Tokyo"],
    ["languages", "ja;zh"],
    ["interpretation", "consecutive"],
    ["visibility", "sides"],
    ["activity", url.searchParams.get("activity") ?? ""],
    ["form_key", makeFormKey()],
  ]);
  return describeForm(request, { meeting: null, typed, problems: [], conflict: false });
};

export const submitNewMeeting: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const typed = readTyped(form);
  const key = typed.get("form_key") ?? "";
  if (!isFormKey(key)) throw new AppError("invalid-input", { field: "form_key" });
  const result = await createMeeting(context, actor, typed, await gatherTyping(context, language), key);
  return answer(request, null, typed, result, "created");
};

export const showFacts = async (request: MemberRequest): Promise<PageContent> => {
  const { context, actor, language, params } = request;
  const { meeting, manages } = await getMeeting(context, actor, params.id ?? "");
  if (!manages) throw new AppError("forbidden", { permission: "meetings.manage" });
  const typing = await gatherTyping(context, language);
  const typed = typeRow(meeting, factFields, "", typing);
  typed.set("revision", String(meeting.revision));
  return describeForm(request, { meeting, typed, problems: [], conflict: false });
};

export async function submitFacts(request: MemberRequest & { form: FormData }): Promise<Outcome> {
  const { context, actor, language, params, form } = request;
  const { meeting } = await getMeeting(context, actor, params.id ?? "");
  const typed = readTyped(form);
  const result = await saveFacts(context, actor, meeting.id, typed, await gatherTyping(context, language));
  return answer(request, meeting, typed, result, "saved");
}

async function answer(
  request: MemberRequest,
  meeting: Meeting | null,
  typed: Map<string, string>,
  result: SaveResult,
  done: "created" | "saved",
): Promise<Outcome> {
  if (result.state === "unchanged") return { redirect: links.meeting(request.language, result.id, { done: "same" }) };
  if (result.state === "done") return { redirect: links.meeting(request.language, result.id, { done }) };
  const problems = result.state === "problems" ? result.problems : [];
  // Sending again saves over the present state, of which the reader has been told.
  if (result.state === "conflict") typed.set("revision", String(result.present.revision));
  const conflict = result.state === "conflict";
  return { page: await describeForm(request, { meeting, typed, problems, conflict }), status: conflict ? 409 : 422 };
}

async function describeForm(request: MemberRequest, state: FormState): Promise<PageContent> {
  const { context, language } = request;
  const { meeting, typed, problems, conflict } = state;
  const choices = await gatherInputs(request, meeting, []);
  const listed = choices.invitees.flatMap(({ options }) => options.map(({ value }) => value));
  if (!typed.has("invited.others")) {
    const others = (typed.get("invited") ?? "").split(";").filter((id) => id !== "" && !listed.includes(id));
    typed.set("invited.others", typeOrganisations(others, await gatherTyping(context, language)));
  }
  const part = message(language, "meeting.part.facts");
  const title = meeting ? message(language, "meeting.editOf", { part }) : message(language, "meeting.newTitle");
  return {
    title,
    description: message(language, "meeting.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "meeting.title"), href: links.meetings(language) },
      ...(meeting ? [{ text: localize(meeting.title, language).text, href: links.meeting(language, meeting.id) }] : []),
    ],
    body: (
      <>
        <PageHeading title={title} lead={meeting ? undefined : message(language, "meeting.newLead")} />
        <FactsForm
          action={meeting ? links.editMeeting(language, meeting.id, "facts") : links.newMeeting(language)}
          fields={factFields}
          know={{ language, typed, problems, owners: null, ...choices }}
          directory={await getDirectory(context)}
          hidden={(["form_key", "revision"] as const)
            .filter((name) => typed.has(name))
            .map((name) => ({ name, value: typed.get(name) ?? "" }))}
          conflict={conflict}
          submitLabel={message(language, meeting ? "meeting.save" : "meeting.create")}
        />
      </>
    ),
  };
}
