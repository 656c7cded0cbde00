import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent, openFileStore } from "../../platform/files/file-store.ts";
import { nameFile, readNamedFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { dropUnnamedFile } from "../attachments/sweep-files.ts";
import { changeOnce } from "../comments/change-once.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { letterMediaTypes, renderMeetingDocument } from "./documents/render-document.ts";
import {
  isSuperseded,
  type Letter,
  type LetterDocument,
  type LetterFormat,
  letterFormats,
  seesLetter,
} from "./letter.ts";
import { getMeeting, type MeetingForActor } from "./service.ts";
import { lockMeeting } from "./store.ts";
import { insertLetter, readLetters } from "./store-letters.ts";
import { countUntranslated, findUntranslated } from "./untranslated.ts";

export interface IssueInput {
  document: LetterDocument;
  language: Language;
  /** null: all who are invited */
  addressee: string | null;
  /** what is not translated may stand in the original, marked as such */
  acceptsUntranslated: boolean;
  formKey: string;
}

/** `unchanged`: word for word what was issued last. */
export type IssueResult = { state: "issued"; issue: number } | { state: "unchanged"; issue: number };

/**
 * Writes a letter or list of names and keeps it as it goes out, beside those that went out before. Throws `forbidden`, `not-found`;
 * `invalid-input` {field: "untranslated"} where texts are not translated and nobody said that they may stay so; `conflict` where
 * the meeting was changed meanwhile; a RenderError.
 */
export async function issueLetter(context: Context, actor: Actor, id: string, input: IssueInput): Promise<IssueResult> {
  requirePermission(actor, "meetings.manage");
  const found = await getMeeting(context, actor, id);
  const { meeting, papers } = found;
  const { document, language } = input;
  const addressee = document === "invitation" ? input.addressee : null;
  if (addressee !== null && !meeting.invited.includes(addressee))
    throw new AppError("invalid-input", { field: "organisation" });
  const untranslated = countUntranslated(findUntranslated(found, document, language, addressee));
  if (untranslated > 0 && !input.acceptsUntranslated) throw new AppError("invalid-input", { field: "untranslated" });

  const last = await findLast(context, id, { document, language, addressee });
  const now = context.clock.now();
  const write = (issue: number) => writeLetter(context, found, { ...input, addressee, issue });
  if (last && !last.isErased && hashContent((await write(last.issue)).docx) === last.files.docx)
    return { state: "unchanged", issue: last.issue };
  const issue = (last?.issue ?? 0) + 1;
  const written = await write(issue);
  const files = { docx: hashContent(written.docx), pdf: hashContent(written.pdf) };
  const people = papers.participants.filter(({ answer, erased }) => answer !== "declined" && !erased);
  const recipients =
    document === "name-list" ? people.length : addressee === null ? Math.max(meeting.invited.length, 1) : 1;
  const store = openFileStore(context.config);
  for (const format of letterFormats) await store.put(written[format]);
  try {
    await changeOnce(context, actor, async (transaction, audit) => {
      const present = await lockMeeting(transaction, id);
      const newest = (await readLetters(transaction, id)).find((one) => isSameLetter(one, { ...input, addressee }));
      if (present?.revision !== meeting.revision || (newest?.issue ?? 0) !== (last?.issue ?? 0))
        throw new AppError("conflict", { reason: "stale" });
      for (const format of letterFormats.toSorted((a, b) => (files[a] < files[b] ? -1 : 1))) {
        const content = written[format];
        const named = { sha256: files[format], size: content.length, mediaType: letterMediaTypes[format], content };
        await nameFile(transaction, store, named, now);
      }
      const letter = { document, language, addressee, issue, recipients, untranslated, files };
      const isNew = await insertLetter(transaction, {
        ...letter,
        meeting: id,
        people: document === "name-list" ? people.map((person) => person.id) : [],
        issuedBy: actor.userId,
        issuedAt: now,
        formKey: `${actor.userId}/${input.formKey}`,
      });
      if (!isNew) return false;
      audit({
        action: "meeting.letter-issued",
        subject: `meeting/${id}`,
        details: { document, language, issue, recipients, untranslated, docx: files.docx, pdf: files.pdf },
      });
      return true;
    });
  } catch (error) {
    for (const sha256 of Object.values(files))
      await dropUnnamedFile(context, sha256).catch((failure: unknown) =>
        context.log.warn({ err: failure, sha256 }, "a file is left for the sweep"),
      );
    throw error;
  }
  return { state: "issued", issue };
}

type SameLetter = Pick<Letter, "document" | "language" | "addressee">;

function isSameLetter(one: SameLetter, other: SameLetter): boolean {
  return one.document === other.document && one.language === other.language && one.addressee === other.addressee;
}

async function findLast(context: Context, meeting: string, wanted: SameLetter): Promise<Letter | undefined> {
  const letters = await read(context.database, (transaction) => readLetters(transaction, meeting));
  const same = letters.filter((one) => isSameLetter(one, wanted));
  return same.find((one) => !isSuperseded(one, same));
}

async function writeLetter(
  context: Context,
  { meeting, papers }: MeetingForActor,
  { document, language, addressee, issue }: IssueInput & { issue: number },
): Promise<Record<LetterFormat, Uint8Array>> {
  const [directory, programme] = await Promise.all([getDirectory(context), getProgramme(context)]);
  const today = context.clock.today();
  const ground = { language, meeting, papers, directory, programme, today, addressee, issue };
  const docx = await renderMeetingDocument(ground, document, "docx");
  const pdf = await renderMeetingDocument(ground, document, "pdf");
  return { docx: docx.bytes, pdf: pdf.bytes };
}

/** Letters of a meeting that the actor may see, newest first. */
export async function listLetters(context: Context, found: MeetingForActor): Promise<Letter[]> {
  const letters = await read(context.database, (transaction) => readLetters(transaction, found.meeting.id));
  return letters.filter((letter) => seesLetter(letter, found));
}

/** Throws `not-found` for what is not there, is not for this reader, or went with the data of a person. */
export async function openLetter(context: Context, actor: Actor, id: string, letter: string, format: LetterFormat) {
  const found = await getMeeting(context, actor, id);
  const one = (await listLetters(context, found)).find((each) => each.id === letter && !each.isErased);
  if (!one) throw new AppError("not-found", { kind: "meeting-letter", id: letter });
  return { letter: one, meeting: found.meeting, content: await readNamedFile(context.config, one.files[format]) };
}
