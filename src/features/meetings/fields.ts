import {
  interpretations,
  invitationAnswers,
  meetingKinds,
  meetingVisibilities,
  minutesStates,
  participantRoles,
  taskStates,
} from "./meeting.ts";

/** How a field is typed, read and drawn. */
export type FieldForm =
  /** in up to three languages; one of them is enough */
  | { is: "texts"; long?: boolean }
  | { is: "text"; long?: boolean }
  | { is: "choice"; of: ChoiceList; choices: readonly string[] }
  | { is: "language" | "languages" | "zone" | "organisation" | "organisations" }
  /** `day`: exact; `date`: as people write it (ISO 8601-2) */
  | { is: "day" | "hour" | "minutes" | "date" | "email" | "address" | "flag" }
  /** an id, chosen from what the page offers */
  | { is: "pick"; from: "activities" | "materials" | "meetings" };

export type ChoiceList = "kind" | "interpretation" | "visibility" | "role" | "answer" | "minutesState" | "taskState";

export interface Field {
  /** of the property in meeting.ts; the column is the same in snake case */
  name: FieldName;
  form: FieldForm;
  required?: boolean;
  /** an invited organisation that names its own people does not fill it */
  managers?: boolean;
}

export const meetingParts = ["agenda", "participants", "materials", "minutes", "decisions", "tasks"] as const;
export type MeetingPart = (typeof meetingParts)[number];

export function isMeetingPart(text: string): text is MeetingPart {
  return meetingParts.some((part) => part === text);
}

export type FieldName =
  | "kind"
  | "title"
  | "startsOn"
  | "startsAt"
  | "endsOn"
  | "endsAt"
  | "timeZone"
  | "place"
  | "onlineLink"
  | "languages"
  | "interpretation"
  | "host"
  | "contact"
  | "contactEmail"
  | "visibility"
  | "invited"
  | "activity"
  | "day"
  | "minutes"
  | "presenter"
  | "organisation"
  | "name"
  | "post"
  | "role"
  | "language"
  | "email"
  | "answer"
  | "attended"
  | "due"
  | "translationOf"
  | "text"
  | "state"
  | "translatedBy"
  | "note"
  | "carriedTo";

export const factFields: readonly Field[] = [
  { name: "kind", form: { is: "choice", of: "kind", choices: meetingKinds }, required: true },
  { name: "host", form: { is: "organisation" }, required: true },
  { name: "title", form: { is: "texts" }, required: true },
  { name: "startsOn", form: { is: "day" }, required: true },
  { name: "startsAt", form: { is: "hour" } },
  { name: "endsOn", form: { is: "day" }, required: true },
  { name: "endsAt", form: { is: "hour" } },
  { name: "timeZone", form: { is: "zone" }, required: true },
  { name: "place", form: { is: "texts" } },
  { name: "onlineLink", form: { is: "address" } },
  { name: "languages", form: { is: "languages" }, required: true },
  {
    name: "interpretation",
    form: { is: "choice", of: "interpretation", choices: interpretations },
    required: true,
  },
  { name: "invited", form: { is: "organisations" } },
  { name: "visibility", form: { is: "choice", of: "visibility", choices: meetingVisibilities }, required: true },
  { name: "contact", form: { is: "texts" } },
  { name: "contactEmail", form: { is: "email" } },
  { name: "activity", form: { is: "pick", from: "activities" } },
];

export const partFields: Record<MeetingPart, readonly Field[]> = {
  agenda: [
    { name: "title", form: { is: "texts" }, required: true },
    { name: "day", form: { is: "day" } },
    { name: "startsAt", form: { is: "hour" } },
    { name: "minutes", form: { is: "minutes" } },
    { name: "presenter", form: { is: "texts" } },
  ],
  participants: [
    { name: "name", form: { is: "texts" }, required: true },
    { name: "organisation", form: { is: "organisation" }, required: true },
    { name: "post", form: { is: "texts" } },
    { name: "role", form: { is: "choice", of: "role", choices: participantRoles }, required: true },
    { name: "language", form: { is: "language" }, required: true },
    { name: "email", form: { is: "email" } },
    { name: "answer", form: { is: "choice", of: "answer", choices: invitationAnswers }, required: true },
    { name: "attended", form: { is: "flag" }, managers: true },
  ],
  materials: [
    { name: "title", form: { is: "texts" }, required: true },
    { name: "organisation", form: { is: "organisation" }, required: true },
    { name: "language", form: { is: "language" }, required: true },
    { name: "due", form: { is: "day" } },
    { name: "translationOf", form: { is: "pick", from: "materials" } },
  ],
  minutes: [
    { name: "language", form: { is: "language" }, required: true },
    { name: "state", form: { is: "choice", of: "minutesState", choices: minutesStates }, required: true },
    { name: "text", form: { is: "text", long: true }, required: true },
    { name: "translatedBy", form: { is: "text" } },
  ],
  decisions: [{ name: "text", form: { is: "texts", long: true }, required: true }],
  tasks: [
    { name: "text", form: { is: "texts", long: true }, required: true },
    { name: "organisation", form: { is: "organisation" }, required: true },
    { name: "due", form: { is: "date" } },
    { name: "state", form: { is: "choice", of: "taskState", choices: taskStates }, required: true },
    { name: "note", form: { is: "texts", long: true } },
    { name: "carriedTo", form: { is: "pick", from: "meetings" } },
  ],
};

export function columnOf(name: FieldName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
