import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { TimelineProps } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import { nameStatus, writeDate } from "../../activities/summarise.ts";
import {
  arrangeByYear,
  type ChronicleEntry,
  chronicleActivities,
  chronicleMilestones,
} from "../../projects/chronicle.ts";
import type { Agreement } from "../partnership.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** From the tie to the latest step, every year of the programme; a year without records says so. */
export function assembleChronicle(record: PartnershipRecord): TimelineProps["years"] {
  const { partnership, programme, language, projects, activities, agreements } = record;
  const signings = new Set(activities.filter(({ kind }) => kind === "signing").map(({ agreement }) => agreement));
  const entries = [
    ...chronicleTie(record),
    ...agreements.filter(({ id }) => !signings.has(id)).map((agreement) => chronicleAgreement(agreement, record)),
    ...chronicleActivities(activities, projects, record),
    ...projects.flatMap((project) =>
      chronicleMilestones(project, activities, record, {
        href: links.project(language, project.id),
        note: localize(project.title, language),
      }),
    ),
  ];
  const describe = (fiscalYear: number, isEmpty: boolean) => {
    const type = partnership.years.find((year) => year.fiscalYear === fiscalYear)?.type;
    const words = type === undefined ? [] : [choiceMessage(language, "partnership.type", type)];
    const inProgramme = fiscalYear >= programme.firstFiscalYear && fiscalYear <= programme.lastFiscalYear;
    const empty = isEmpty && inProgramme ? [message(language, "partnershipPage.emptyYear")] : [];
    const sentences = [...words, ...empty];
    return sentences.length === 0 ? undefined : sentences.join(message(language, "list.semicolon"));
  };
  return arrangeByYear(entries, { first: programme.firstFiscalYear, last: programme.lastFiscalYear, describe }, record);
}

function chronicleTie({ partnership, calendar, language }: PartnershipRecord): ChronicleEntry[] {
  const { id, since, basis } = partnership;
  if (since === null) return [];
  const basisName = choiceMessage(language, "partnership.basis", basis);
  return [
    {
      ...placeInTime(since, calendar),
      event: {
        id: `${id}-since`,
        kind: "tie",
        kindLabel: message(language, "partnershipPage.tie"),
        ...writeDate(since, null, language),
        title: message(language, "partnershipPage.tieTitle", { basis: basisName }),
      },
    },
  ];
}

function chronicleAgreement(agreement: Agreement, { calendar, language }: PartnershipRecord): ChronicleEntry {
  const { id, kind, status, signed, signedText } = agreement;
  const content = localize(agreement.content, language);
  return {
    ...placeInTime(signed, calendar),
    event: {
      id,
      kind: "agreement",
      kindLabel: choiceMessage(language, "agreement.kind", kind),
      ...writeDate(signed, signedText, language),
      title: localize(agreement.title, language),
      href: links.agreement(language, id),
      note: content.text === "" ? undefined : content,
      status: nameStatus(status, language),
    },
  };
}

function placeInTime(
  date: string | null,
  calendar: PartnershipRecord["calendar"],
): Pick<ChronicleEntry, "fiscalYear" | "from" | "to"> {
  const parsed = date === null ? null : parseEdtf(date);
  if (!parsed?.ok) return { fiscalYear: null, from: null, to: null };
  const bounds = edtfBounds(parsed.value);
  return { fiscalYear: fiscalYearsOf(calendar, bounds)[0] ?? null, ...bounds };
}
