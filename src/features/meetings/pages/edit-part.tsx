import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { gatherTyping } from "../../records/form/gather-form.ts";
import { isMeetingPart, type MeetingPart } from "../fields.ts";
import { type FieldProblem, readTyped, typeRow } from "../read-fields.ts";
import { fieldsFor, isInvited, mostRows, savePart } from "../save-part.ts";
import { getMeeting, type MeetingForActor } from "../service.ts";
import { showFacts, submitFacts } from "./edit-facts.tsx";
import { gatherInputs } from "./gather-inputs.ts";
import { PartForm } from "./part-form.tsx";

interface FormState {
  part: MeetingPart;
  found: MeetingForActor;
  typed: Map<string, string>;
  rows: number;
  problems: readonly FieldProblem[];
  conflict: boolean;
}

export const showEditPart: PageHandler<MemberRequest> = async (request) => {
  if (request.params.part === "facts") return showFacts(request);
  const { part, found } = await findPart(request);
  const { context, language } = request;
  const typing = await gatherTyping(context, language);
  const fields = fieldsFor(part, found.manages);
  const rows: { id: string }[] =
    part === "participants" && !found.manages
      ? found.papers.participants.filter(({ organisation }) => found.own.includes(organisation))
      : found.papers[part];
  const typed = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    for (const [name, text] of typeRow(row, fields, `r${index}.`, typing)) typed.set(name, text);
    typed.set(`r${index}.id`, row.id);
    // A select holds ids, where a line of text holds the name.
    if (!found.manages && "organisation" in row) typed.set(`r${index}.organisation`, String(row.organisation));
  }
  typed.set("revision", String(found.meeting.revision));
  const count = rows.length + 1;
  startRow(typed, count - 1, found, request);
  return describeForm(request, { part, found, typed, rows: count, problems: [], conflict: false });
};

export const submitEditPart: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  if (params.part === "facts") return submitFacts(request);
  const { part, found } = await findPart(request);
  const typed = readTyped(form);
  const rows = Math.min(Number(typed.get("rows")) || 0, mostRows);
  if (typed.has("_add")) {
    startRow(typed, rows, found, request);
    const page = await describeForm(request, { part, found, typed, rows: rows + 1, problems: [], conflict: false });
    return { page, status: 200 };
  }
  const removed = form.getAll("_remove").map(Number);
  const typing = await gatherTyping(context, language);
  const result = await savePart(context, actor, found.meeting.id, { part, typed, typing, removed });
  if (result.state === "done" || result.state === "unchanged") {
    const done = result.state === "done" ? "saved" : "same";
    return { redirect: `${links.meeting(language, found.meeting.id, { done })}${done === "saved" ? `#${part}` : ""}` };
  }
  const conflict = result.state === "conflict";
  if (result.state === "conflict") typed.set("revision", String(result.present.revision));
  const problems = result.state === "problems" ? result.problems : [];
  const page = await describeForm(request, { part, found, typed, rows, problems, conflict });
  return { page, status: conflict ? 409 : 422 };
};

/** Throws `not-found` for what is no part, `forbidden` for whoever may not fill it in. */
async function findPart({
  context,
  actor,
  params,
}: MemberRequest): Promise<{ part: MeetingPart; found: MeetingForActor }> {
  const { part = "" } = params;
  const found = await getMeeting(context, actor, params.id ?? "");
  if (!isMeetingPart(part)) throw new AppError("not-found", { kind: "part", id: part });
  if (!found.manages && !(part === "participants" && isInvited(found.meeting, found.own)))
    throw new AppError("forbidden", { permission: "meetings.manage" });
  return { part, found };
}

/** What an empty row proposes. */
function startRow(
  typed: Map<string, string>,
  index: number,
  { manages, own, meeting }: MeetingForActor,
  { language }: MemberRequest,
) {
  const [first] = own.filter((id) => [meeting.host, ...meeting.invited].includes(id));
  const proposals = {
    role: "participant",
    answer: manages ? "invited" : "accepted",
    language: manages ? "" : language,
    organisation: manages ? "" : (first ?? ""),
  };
  for (const [name, value] of Object.entries(proposals)) typed.set(`r${index}.${name}`, value);
}

async function describeForm(request: MemberRequest, state: FormState): Promise<PageContent> {
  const { context, language } = request;
  const { part, found, typed, rows, problems, conflict } = state;
  const { meeting, papers, manages, own } = found;
  const directory = await getDirectory(context);
  // A minute, a task: their first state is the plain one.
  for (const index of Array.from({ length: rows }).keys())
    if (!typed.get(`r${index}.state`)) typed.set(`r${index}.state`, part === "tasks" ? "open" : "draft");
  const title = message(language, "meeting.editOf", { part: message(language, `meeting.part.${part}`) });
  const text = localize(meeting.title, language).text;
  return {
    title,
    description: message(language, "meeting.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "meeting.title"), href: links.meetings(language) },
      { text, href: links.meeting(language, meeting.id) },
    ],
    body: (
      <>
        <PageHeading
          title={title}
          lead={text}
          links={[{ text: message(language, "meeting.back"), href: links.meeting(language, meeting.id) }]}
        />
        <PartForm
          part={part}
          action={links.editMeeting(language, meeting.id, part)}
          fields={fieldsFor(part, manages)}
          rows={rows}
          know={{
            language,
            typed,
            problems,
            owners: manages ? null : own.map((value) => ({ value, text: directory.name(value, language) })),
            ...(await gatherInputs(request, meeting, papers.materials)),
          }}
          directory={directory}
          hidden={[{ name: "revision", value: typed.get("revision") ?? "" }]}
          conflict={conflict}
        />
      </>
    ),
  };
}
