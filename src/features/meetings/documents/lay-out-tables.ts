import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { PrintCell, PrintTable } from "../../../documents/print-table.ts";
import { type Block, joinRuns, type Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { nameSide } from "../../programme/name-side.ts";
import { heading, paragraph, paragraphOf } from "../../reports/compose/blocks.ts";
import type { MeetingParticipant } from "../meeting.ts";
import { orderSides } from "../order-sides.ts";
import { sayName, sayWhen } from "../say.ts";
import {
  countUntranslated,
  findForeign,
  findUntranslated,
  markRuns,
  type TextField,
  textFields,
} from "../untranslated.ts";
import { type DocumentGround, nameOf } from "./kinds.ts";
import { layOutFacts, layOutIssue } from "./lay-out-letter.ts";

/** Title of the meeting, what the document is, when and where. */
function layOutHead(ground: DocumentGround, kind: string): Block[] {
  const { language, meeting } = ground;
  return [
    paragraphOf(markRuns(meeting.title, language), "title"),
    paragraph(kind, "subtitle"),
    paragraphOf(
      joinParts("　", [[{ text: sayWhen(meeting, language) }], markRuns(meeting.place, language, "place")]),
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
        { ...writeName(person, ground), heading: true },
        { text: nameOf(ground, person.organisation) },
        cellOf(markRuns(person.post, language, "post")),
        { text: message(language, `meeting.role.${person.role}`) },
        { text: message(language, `meeting.language.${person.language}`) },
      ],
    })),
  };
}

/** The name in the document's language, and as the person writes it where that is another script. */
function writeName(person: MeetingParticipant, { language }: DocumentGround): PrintCell {
  if (person.erased) return { text: sayName(person, language) };
  const name = markRuns(person.name, language, "name");
  const original = person.name[person.language];
  const isSame =
    original === undefined || findForeign(person.name, language, "name") !== null || original === name[0]?.text;
  return cellOf(isSame ? name : [...name, { text: "\n" }, { text: original, language: person.language }]);
}

function cellOf(runs: readonly Run[]): PrintCell {
  const parts = runs.map(({ text, language }) => (language === undefined ? { text } : { text, language }));
  return { text: joinRuns(runs), ...(parts.some(({ language }) => language) ? { runs: parts } : {}) };
}

export function layOutAgenda(ground: DocumentGround): Block[] {
  const { language, papers, meeting } = ground;
  const days = [...new Set(papers.agenda.map(({ day }) => day))];
  return [
    ...layOutHead(ground, message(language, "meeting.letter.agendaTitle")),
    ...days.flatMap((day): Block[] => [
      ...(day !== null && days.length > 1 ? [heading(1, writeEdtf(day, language))] : []),
      { is: "table", caption: null, table: listItems(ground, day) },
    ]),
    ...(days.length === 0 ? [paragraph(message(language, "meeting.none.agenda"))] : []),
    ...layOutFacts(ground),
    ...layOutMarks(language, {
      title: [meeting.title, ...papers.agenda.map(({ title }) => title)],
      place: [meeting.place],
      contact: [meeting.contact],
      presenter: papers.agenda.map(({ presenter }) => presenter),
    }),
  ];
}

/** Where something is marked, what the mark says. */
function layOutMarks(language: Language, texts: Partial<Record<TextField, Localized[]>>): Block[] {
  const isMarked = textFields.some((field) =>
    texts[field]?.some((text) => findForeign(text, language, field) !== null),
  );
  return isMarked ? [paragraph(message(language, "meeting.letter.marked"), "note")] : [];
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
          { ...cellOf(markRuns(title, language)), heading: true },
          cellOf(markRuns(presenter, language, "presenter")),
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
      papers.decisions.map(({ text }) => markRuns(text, language)),
    ),
    ...layOutList(
      message(language, "meeting.part.tasks"),
      papers.tasks.map((task): Run[] => [
        ...markRuns(task.text, language),
        { text: " — " },
        ...joinParts(message(language, "list.separator"), [
          [{ text: nameOf(ground, task.organisation) }],
          task.due === null
            ? []
            : [{ text: message(language, "meeting.page.dueBy", { date: writeEdtf(task.due, language) }) }],
          [{ text: message(language, `meeting.taskState.${task.state}`) }],
          markRuns(task.note, language),
        ]),
      ]),
    ),
    ...layOutMarks(language, {
      title: [
        meeting.title,
        ...papers.decisions.map(({ text }) => text),
        ...papers.tasks.flatMap(({ text, note }) => [text, note]),
      ],
      place: [meeting.place],
      name: present.map(({ name }) => name),
      post: present.map(({ post }) => post),
    }),
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
        runs: joinParts(
          message(language, "list.separator"),
          participants.map((person) =>
            joinParts(" ", [
              [{ text: nameOf(ground, person.organisation) }],
              markRuns(person.post, language, "post"),
              person.erased ? [{ text: sayName(person, language) }] : markRuns(person.name, language, "name"),
            ]),
          ),
        ),
      })),
    },
  ];
}

function layOutList(title: string, items: Run[][]): Block[] {
  return items.length === 0 ? [] : [heading(1, title), { is: "list", marks: "number", items }];
}

/** Parts in one line; an empty one leaves no gap. */
function joinParts(between: string, parts: readonly Run[][]): Run[] {
  return parts
    .filter((runs) => runs.length > 0)
    .flatMap((runs, index) => (index === 0 ? runs : [{ text: between }, ...runs]));
}
