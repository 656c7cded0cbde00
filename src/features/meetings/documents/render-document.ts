import { render } from "../../../documents/render.ts";
import type { Block, Report } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { LetterFormat } from "../letter.ts";
import { sayMarked } from "../untranslated.ts";
import { type DocumentGround, type MeetingDocument, nameOf } from "./kinds.ts";
import { layOutInvitation } from "./lay-out-letter.ts";
import { layOutAgenda, layOutMinutes, layOutNameList } from "./lay-out-tables.ts";

const layouts: Record<MeetingDocument, (ground: DocumentGround) => Block[]> = {
  invitation: layOutInvitation,
  "name-list": layOutNameList,
  agenda: layOutAgenda,
  minutes: layOutMinutes,
};

export const letterMediaTypes: Record<LetterFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** Writes one document. Throws a RenderError. */
export function renderMeetingDocument(ground: DocumentGround, document: MeetingDocument, format: LetterFormat) {
  const { language, meeting, today } = ground;
  const report: Report = {
    title: `${sayMarked(meeting.title, language)} ${message(language, `meeting.documents.${document}`)}`,
    language,
    maker: nameOf(ground, meeting.host),
    date: today,
    images: [],
    values: {},
  };
  return render({
    is: "report",
    format,
    report,
    outline: layouts[document](ground),
    template: null,
    images: new Map(),
  });
}
