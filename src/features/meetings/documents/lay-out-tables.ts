import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { nameSide } from "../../programme/name-side.ts";
import { heading, paragraph, paragraphOf } from "../../reports/compose/blocks.ts";
import type { MeetingParticipant } from "../meeting.ts";
import { orderSides } from "../order-sides.ts";
import { sayName, sayText, sayWhen } from "../say.ts";
import { countUntranslated, findForeign, findUntranslated, sayMarked } from "../untranslated.ts";
import { type DocumentGround, nameOf } from "./kinds.ts";
import { layOutFacts, layOutIssue } from "./lay-out-letter.ts";

/** Title of the meeting, what the document is, when and where. */
function layOutHead(ground: DocumentGround, kind: string): Block[] {
  const { language, meeting } = ground;
  return [
    paragraph(sayMarked(meeting.title, language), "title"),
    paragraph(kind, "subtitle"),
    paragraph(
      [sayWhen(meeting, language), sayMarked(meeting.place, language, "place")]
        .filter((part) => part !== "")
        .join("　"),
      "center",
    ),
  ];
}

/** People by side in the order of protocol, with posts and languages; without addresses, as it is handed round. */
export function layOutNameList(ground: DocumentGround): Block[] {
  const { language, papers, meeting, directory, programme, today } = ground;
  const coming = papers.participants.filter(({ answer }) => answer !== "declined");
  const sides = orderSides(coming, meeting.host, directory, programme);
  const marked = countUntranslated(findUntranslated(ground, "name-list", language, null)) > 0;
  return [
    ...layOutIssue(ground),
    ...layOutHead(ground, message(language, "meeting.letter.names")),
    ...sides.flatMap(({ country, participants }): Block[] => [
      heading(
        1,
        country === null ? message(language, "meeting.letter.others") : nameSide(programme, country, language),
      ),
      { is: "table", caption: null, table: listPeople(ground, participants, country ?? "others") },
    ]),
    ...(sides.length === 0 ? [paragraph(message(language, "meeting.none.participants"))] : []),
    paragraph(message(language, "meeting.letter.asOf", { date: writeEdtf(today, language) }), "note"),
    ...(marked ? [paragraph(message(language, "meeting.letter.marked"), "note")] : []),
  ];
}

function listPeople(ground: DocumentGround, people: readonly MeetingParticipant[], id: string): PrintTable {
  const { language } = ground;
  const columns = [
    { key: "number", label: message(language, "meeting.letter.number"), share: 0.08, align: "end" },
    { key: "name", label: message(language, "meeting.field.name"), share: 0.24, align: "start" },
    {
      key: "organisation",
      label: message(language, "meeting.field.affiliation"),
      share: 0.26,
      align: "start",
    },
    { key: "post", label: message(language, "meeting.field.post"), share: 0.2, align: "start" },
    { key: "role", label: message(language, "meeting.field.role"), share: 0.12, align: "start" },
    { key: "language", label: message(language, "meeting.field.language"), share: 0.1, align: "start" },
  ] as const;
  return {
    ...frame(ground, id),
    columns: columns.map((column) => ({ ...column })),
    rows: people.map((person, index) => ({
      key: person.id,
      kind: "row",
      shaded: false,
      cells: [
        { text: String(index + 1) },
        { text: writeName(person, ground), heading: true },
        { text: nameOf(ground, person.organisation) },
        { text: sayMarked(person.post, language, "post") },
        { text: message(language, `meeting.role.${person.role}`) },
        { text: message(language, `meeting.language.${person.language}`) },
      ],
    })),
  };
}

/** The name in the document's language, and as the person writes it where that is another script. */
function writeName(person: MeetingParticipant, { language }: DocumentGround): string {
  const foreign = person.erased ? null : findForeign(person.name, language, "name");
  if (foreign !== null) return sayMarked(person.name, language, "name");
  const name = sayName(person, language);
  const original = person.erased ? undefined : person.name[person.language];
  return original === undefined || original === name ? name : `${name}\n${original}`;
}

export function layOutAgenda(ground: DocumentGround): Block[] {
  const { language, papers } = ground;
  const days = [...new Set(papers.agenda.map(({ day }) => day))];
  return [
    ...layOutHead(ground, message(language, "meeting.letter.agendaTitle")),
    ...days.flatMap((day): Block[] => [
      ...(day !== null && days.length > 1 ? [heading(1, writeEdtf(day, language))] : []),
      { is: "table", caption: null, table: listItems(ground, day) },
    ]),
    ...(days.length === 0 ? [paragraph(message(language, "meeting.none.agenda"))] : []),
    ...layOutFacts(ground),
  ];
}

function listItems(ground: DocumentGround, day: string | null): PrintTable {
  const { language, papers } = ground;
  const columns = [
    { key: "time", label: message(language, "meeting.letter.time"), share: 0.16, align: "start" },
    { key: "title", label: message(language, "meeting.letter.agenda"), share: 0.5, align: "start" },
    { key: "presenter", label: message(language, "meeting.field.presenter"), share: 0.34, align: "start" },
  ] as const;
  return {
    ...frame(ground, `agenda-${day ?? "all"}`),
    columns: columns.map((column) => ({ ...column })),
    rows: papers.agenda
      .filter((item) => item.day === day)
      .map(({ id, startsAt, minutes, title, presenter }) => ({
        key: id,
        kind: "row",
        shaded: false,
        cells: [
          {
            text: [startsAt ?? "", minutes === null ? "" : message(language, "meeting.page.minutesOf", { minutes })]
              .filter((part) => part !== "")
              .join("\n"),
          },
          { text: sayMarked(title, language), heading: true },
          { text: sayMarked(presenter, language, "presenter") },
        ],
      })),
  };
}

function frame({ language }: DocumentGround, id: string): Omit<PrintTable, "columns" | "rows"> {
  return { id, title: "", language, asOfText: "", notes: [], notesTitle: "", emptyText: "", orientation: "portrait" };
}

/** Text, decisions and tasks; where the text stands in another language only, that is said and it is given in that one. */
export function layOutMinutes(ground: DocumentGround): Block[] {
  const { language, papers, meeting } = ground;
  const found = papers.minutes.find((one) => one.language === language) ?? papers.minutes[0];
  const draft = found?.state === "draft" ? message(language, "meeting.letter.draft") : "";
  const present = papers.participants.filter(({ attended, answer }) =>
    meeting.state === "held" ? (attended ?? answer === "accepted") : answer === "accepted",
  );
  return [
    ...layOutHead(ground, `${message(language, "meeting.letter.minutesTitle")}${draft}`),
    ...layOutPresent(ground, present),
    heading(1, message(language, "meeting.part.minutes")),
    ...(found && found.language !== language
      ? [
          paragraph(
            message(language, "meeting.letter.notYet", {
              language: message(language, `meeting.language.${found.language}`),
            }),
            "note",
          ),
        ]
      : []),
    ...(found
      ? found.text
          .split(/\n+/)
          .map((text) => paragraphOf([{ text, ...(found.language === language ? {} : { language: found.language }) }]))
      : [paragraph(message(language, "meeting.letter.noMinutes"))]),
    ...(found && found.translatedBy !== null
      ? [paragraph(message(language, "meeting.page.translatedBy", { by: found.translatedBy }), "note")]
      : []),
    ...layOutList(
      message(language, "meeting.part.decisions"),
      papers.decisions.map(({ text }) => writeText(ground, text)),
    ),
    ...layOutList(
      message(language, "meeting.part.tasks"),
      papers.tasks.map((task): Run[] => [
        ...writeText(ground, task.text),
        {
          text: ` — ${[
            nameOf(ground, task.organisation),
            task.due === null ? "" : message(language, "meeting.page.dueBy", { date: writeEdtf(task.due, language) }),
            message(language, `meeting.taskState.${task.state}`),
            task.note ?? "",
          ]
            .filter((part) => part !== "")
            .join(message(language, "list.separator"))}`,
        },
      ]),
    ),
  ];
}

function layOutPresent(ground: DocumentGround, present: readonly MeetingParticipant[]): Block[] {
  const { language, directory, programme, meeting } = ground;
  if (present.length === 0) return [];
  return [
    heading(1, message(language, "meeting.letter.present")),
    {
      is: "facts",
      rows: orderSides(present, meeting.host, directory, programme).map(({ country, participants }) => ({
        term: country === null ? message(language, "meeting.letter.others") : nameSide(programme, country, language),
        runs: [
          {
            text: participants
              .map((person) =>
                [nameOf(ground, person.organisation), sayText(person.post, language), sayName(person, language)]
                  .filter((part) => part !== "")
                  .join(" "),
              )
              .join(message(language, "list.separator")),
          },
        ],
      })),
    },
  ];
}

function layOutList(title: string, items: Run[][]): Block[] {
  return items.length === 0 ? [] : [heading(1, title), { is: "list", marks: "number", items }];
}

function writeText({ language }: DocumentGround, text: Parameters<typeof localize>[0]): Run[] {
  const found = localize(text, language);
  return [found.language === language ? { text: found.text } : { text: found.text, language: found.language }];
}
