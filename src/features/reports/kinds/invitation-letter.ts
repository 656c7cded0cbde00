import { countDays, isQualified, parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type Activity, type Party, statusOn } from "../../activities/activity.ts";
import { type DescribeContext, describePeople, describePlace } from "../../activities/describe.ts";
import { getActivity } from "../../activities/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { nameCountry } from "../../programme/name-side.ts";
import { getProgramme } from "../../programme/service.ts";
import { paragraph } from "../compose/blocks.ts";
import type { Composition, ReportFigure, ReportKind, ReportRequest } from "../report-kind.ts";
import { invitationInputs, invitationPlaceholders } from "./invitation-letter/inputs.ts";
import { outlineInvitation } from "./invitation-letter/outline.ts";
import { readReplyBy } from "./invitation-letter/reply-by.ts";
import { findSides, isOneSide } from "./invitation-letter/sides.ts";
import { refuseWrong, requireWritten, writeAddressee, writeContact, writeSender } from "./letter.ts";

/** The letter by which the side where an activity takes place asks the other to come. */
export const invitationLetter: ReportKind = {
  id: "invitation-letter",
  subject: "activity",
  languages: ["ja", "zh"],
  inputs: invitationInputs,
  placeholders: invitationPlaceholders,
  outline: outlineInvitation,
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language, asOf, calendar, written } = request;
  requireWritten(invitationInputs, request);
  const activity = await getActivity(context, request.subject ?? "");
  const programme = await getProgramme(context);
  const describing = { language, directory: await getDirectory(context), programme };
  const sides = findSides(activity, describing);
  const join = (parties: readonly Party[]) =>
    parties
      .map(({ organisation }) => describing.directory.name(organisation, language, activity.dateFrom))
      .join(message(language, "list.separator"));
  const addressee = {
    organisation: written.addressee_organisation ?? "",
    office: written.addressee_office ?? "",
    name: written.addressee_name ?? "",
  };
  const sender = written.sender_organisation ?? describing.directory.name(request.maker, language, asOf);
  const replyBy = readReplyBy(request, programme.calendar);
  if (replyBy === null) refuseWrong(["reply_by"]);
  const title = localize(activity.title, language).text;
  const kind = choiceMessage(language, "activity.kind", activity.kind);
  const inviter = join(sides.inviters) || sender;
  const invited = join(sides.invited) || addressee.organisation;
  const way = chooseWay(activity.kind);
  const isOpen = isUnsettled(activity);
  const undecided = message(language, "report.invitation.undecided");
  const guests = idsOf(sides.invited, describing);
  const recorded = countInvited(activity, guests);
  const people = written.people ?? describePeople(recorded, describing, guests);
  const details = {
    period: describePeriod(activity, request),
    isOpen,
    venue: describePlace(activity, describing),
    content: localize(activity.theme, language).text,
  };
  return {
    title: message(language, "report.invitation.title", { title }),
    maker: sender,
    values: {
      document_number: { blocks: written.document_number ? [paragraph(written.document_number, "right")] : [] },
      date: { text: writeEdtf(asOf, language, { calendar }) },
      addressee: { blocks: writeAddressee(language, addressee) },
      sender: { blocks: writeSender(sender, written.sender_person ?? "") },
      subject: { text: message(language, `report.invitation.subject.${way}`, { kind }) },
      programme: { text: localize(programme.name, language).text },
      request: { text: message(language, `report.invitation.request.${way}`, { inviter, invited, kind }) },
      reply: { text: writeReply(request, replyBy) },
      activity: { text: title },
      period: { text: isOpen ? message(language, "report.invitation.periodOpen") : details.period || undecided },
      venue: { text: details.venue || undecided },
      content: { text: details.content || undecided },
      people: { text: people || message(language, "report.invitation.toBeAgreed") },
      host: { text: inviter },
      country: { text: nameCountry(programme, sides.country, language) },
      expenses: { text: written.expenses ?? "" },
      contact: { blocks: writeContact(language, written.contact ?? "") },
    },
    figures: written.people ? [] : listFigures(activity, recorded, describing),
    records: [{ kind: "activity", id: activity.id }],
    gaps: [
      ...listGaps(activity, asOf, { ...details, people }, language),
      ...(isOneSide(request, addressee.organisation, sides, describing)
        ? [message(language, "report.invitation.gap.oneSide", { sender, addressee: addressee.organisation })]
        : []),
    ],
  };
}

function chooseWay(kind: string): "training" | "delegation" | "seminar" | "other" {
  if (kind === "training" || kind === "delegation" || kind === "seminar") return kind;
  return kind === "joint-meeting" ? "seminar" : "other";
}

/** Those who are invited, and the governments that they belong to: a record counts the people of either. */
function idsOf(parties: readonly Party[], { directory }: DescribeContext): string[] {
  return parties.flatMap(({ organisation }) => [organisation, directory.get(organisation).government]);
}

/** Only those who come from the other side: the people of a seminar are all who attend. */
function countInvited({ people, kind }: Activity, guests: readonly string[]): Activity["people"] {
  const comes = kind === "training" || kind === "delegation";
  return people.filter(({ organisation }) => comes || (organisation !== null && guests.includes(organisation)));
}

/** 「2016年1月頃？」 is for those who plan; who is invited must not take it for a date. */
function isUnsettled({ date }: Activity): boolean {
  const parsed = date === null ? null : parseEdtf(date);
  return parsed?.ok === true && isQualified(parsed.value);
}

function describePeriod({ date, statedDays }: Activity, { language, calendar }: ReportRequest): string {
  const parsed = date === null ? null : parseEdtf(date);
  if (date === null || !parsed?.ok) return "";
  const period = writeEdtf(date, language, { calendar });
  const days = statedDays ?? countDays(parsed.value);
  return days === null || days < 2 ? period : message(language, "report.invitation.periodWithDays", { period, days });
}

function writeReply({ language, calendar }: ReportRequest, edtf: string | null): string {
  if (!edtf) return message(language, "report.invitation.reply.open");
  return message(language, "report.invitation.reply.by", { date: writeEdtf(edtf, language, { calendar }) });
}

function listFigures(
  activity: Activity,
  people: Activity["people"],
  { language, directory, programme }: DescribeContext,
): ReportFigure[] {
  if (people.length === 0) return [];
  const value = describePeople(people, { language, directory, programme });
  return [
    { key: `activity/${activity.id}/invited`, label: message(language, "report.invitation.figure.people"), value },
  ];
}

function listGaps(
  activity: Activity,
  asOf: string,
  {
    period,
    isOpen,
    venue,
    content,
    people,
  }: Record<"period" | "venue" | "content" | "people", string> & { isOpen: boolean },
  language: Language,
): string[] {
  const parsed = activity.date === null ? null : parseEdtf(activity.date);
  const isRough = !isOpen && parsed?.ok && countDays(parsed.value) === null;
  const say = (gap: "held" | "undated" | "venue" | "content" | "people") =>
    message(language, `report.invitation.gap.${gap}`);
  return [
    ...(statusOn(activity, asOf) === "done" ? [say("held")] : []),
    ...(period === "" ? [say("undated")] : []),
    ...(isOpen ? [message(language, "report.invitation.gap.uncertain", { period })] : []),
    ...(isRough ? [message(language, "report.invitation.gap.rough", { period })] : []),
    ...(venue === "" ? [say("venue")] : []),
    ...(content === "" ? [say("content")] : []),
    ...(people === "" ? [say("people")] : []),
  ];
}
