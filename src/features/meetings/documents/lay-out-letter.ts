import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { type Block, joinRuns } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { bullets, heading, paragraph } from "../../reports/compose/blocks.ts";
import { sayWhen } from "../say.ts";
import { countUntranslated, findUntranslated, markRuns, sayMarked, sayPlace } from "../untranslated.ts";
import { type DocumentGround, nameOf } from "./kinds.ts";

/**
 * The letter as an office of the language sets it: in Japanese date and sender on the right, 拝啓 … 敬具, 記 … 以上, the year by
 * era (公用文作成の考え方, 2022); in Chinese title, addressee, text, sender and date at the end (党政机关公文格式 GB/T 9704-2012), in the
 * register of 函 between offices of which neither stands above the other, and never 通知 (党政机关公文处理工作条例, 2012, 8); in English date, addressee, text, sender.
 */
export function layOutInvitation(ground: DocumentGround): Block[] {
  const { language, meeting, today } = ground;
  const words = {
    title: sayMarked(meeting.title, language),
    host: nameOf(ground, meeting.host),
    programme: localize(ground.programme.name, language).text,
  };
  const say = (key: "opening" | "text" | "answer" | "title") => message(language, `meeting.letter.${key}`, words);
  const date = paragraph(writeEdtf(today, language, wareki(ground)), "right");
  const sender = paragraph(words.host, "right");
  const to = paragraph(nameAddressee(ground));
  const title = paragraph(say("title"), "title");
  const cancelled =
    meeting.state === "cancelled" ? [paragraph(message(language, "meeting.letter.cancelled"), "center")] : [];
  const text = [paragraph(say("opening")), paragraph(say("text")), paragraph(say("answer"))];
  const particulars = [...layOutFacts(ground), ...layOutItems(ground), ...layOutOwed(ground), ...layOutMarks(ground)];
  const issue = layOutIssue(ground);
  if (language === "ja")
    return [
      ...[...issue, date, to, sender, title, ...cancelled],
      // 頭語 and the opening stand in one line.
      paragraph(`${message(language, "meeting.letter.dear")}　${say("opening")}`),
      ...text.slice(1),
      paragraph(message(language, "meeting.letter.closing"), "right"),
      paragraph(message(language, "meeting.letter.below"), "center"),
      ...particulars,
      paragraph(message(language, "meeting.letter.end"), "right"),
    ];
  if (language === "zh")
    return [
      ...[...issue, title, ...cancelled, to, ...text, ...particulars],
      paragraph(message(language, "meeting.letter.end")),
      // 此致 stands in by two characters, 敬礼 at the margin.
      ...message(language, "meeting.letter.closing")
        .split("\n")
        .map((line, index) => paragraph(index === 0 ? `　　${line}` : line)),
      ...[sender, date],
    ];
  return [
    ...[...issue, date, to, title, ...cancelled],
    paragraph(message(language, "meeting.letter.dear")),
    ...text,
    heading(1, message(language, "meeting.letter.below")),
    ...particulars,
    paragraph(message(language, "meeting.letter.end")),
    paragraph(message(language, "meeting.letter.closing")),
    paragraph(words.host),
  ];
}

/** A draft says so at its head, and so does what takes the place of an earlier issue. */
export function layOutIssue({ language, issue }: DocumentGround): Block[] {
  if (issue === null) return [paragraph(message(language, "meeting.letter.notIssued"), "note")];
  if (issue === 1) return [];
  return [paragraph(message(language, "meeting.letter.issue", { issue, last: issue - 1 }), "note")];
}

/** What stands in another language is not passed off as translated: the marks are explained at the end. */
function layOutMarks(ground: DocumentGround): Block[] {
  const { language, addressee } = ground;
  if (countUntranslated(findUntranslated(ground, "invitation", language, addressee)) === 0) return [];
  return [paragraph(message(language, "meeting.letter.marked"), "note")];
}

function nameAddressee(ground: DocumentGround): string {
  const { language, addressee } = ground;
  if (addressee === null) return message(language, "meeting.letter.toAll");
  return message(language, "meeting.letter.to", { organisation: nameOf(ground, addressee) });
}

/** 和暦 is what letters in Japanese count by; the other languages know one calendar. */
function wareki({ language }: DocumentGround) {
  return language === "ja" ? ({ calendar: "wareki" } as const) : {};
}

/** When, where, in which languages, whom to ask. */
export function layOutFacts(ground: DocumentGround): Block[] {
  const { language, meeting } = ground;
  const languages = meeting.languages
    .map((of) => message(language, `meeting.language.${of}`))
    .join(message(language, "list.separator"));
  const interpretation = message(language, `meeting.interpretation.${meeting.interpretation}`);
  const office = markRuns(meeting.contact, language, "contact");
  const contact = [...office, { text: `${office.length > 0 ? " " : ""}${meeting.contactEmail ?? ""}` }];
  const place = markRuns(meeting.place, language, "place");
  const rows = [
    { key: "when", runs: [{ text: sayWhen(meeting, language, { wareki: language === "ja" }) }] },
    { key: "place", runs: place.length > 0 ? place : [{ text: sayPlace(meeting, language) }] },
    { key: "online", runs: [{ text: meeting.onlineLink ?? "" }] },
    {
      key: "languages",
      runs: [{ text: message(language, "field.inLanguage", { label: languages, language: interpretation }) }],
    },
    { key: "contact", runs: contact },
  ] as const;
  return [
    {
      is: "facts",
      rows: rows
        .filter(({ runs }) => joinRuns(runs).trim() !== "")
        .map(({ key, runs }) => ({ term: message(language, `meeting.letter.${key}`), runs: [...runs] })),
    },
  ];
}

function layOutItems({ language, papers }: DocumentGround): Block[] {
  if (papers.agenda.length === 0) return [];
  const items = papers.agenda.map(({ title, presenter }) => {
    const by = sayMarked(presenter, language, "presenter");
    const text = sayMarked(title, language);
    return [{ text: by === "" ? text : message(language, "field.inLanguage", { label: text, language: by }) }];
  });
  return [heading(1, message(language, "meeting.letter.agenda")), { is: "list", marks: "number", items }];
}

/** What the addressee is asked to bring, with its days. */
function layOutOwed({ language, papers, addressee }: DocumentGround): Block[] {
  const owed = papers.materials.filter(({ organisation, file }) => organisation === addressee && file === null);
  if (owed.length === 0) return [];
  const items = owed.map(({ title, due }) =>
    due === null
      ? sayMarked(title, language)
      : message(language, "meeting.letter.materialDue", {
          title: sayMarked(title, language),
          date: writeEdtf(due, language),
        }),
  );
  return [heading(1, message(language, "meeting.letter.deadline")), ...bullets(items)];
}
