import { randomUUID } from "node:crypto";
import { AppError } from "../../../../core/errors.ts";
import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { localize } from "../../../../core/localized.ts";
import { read } from "../../../../db/transaction.ts";
import { message } from "../../../../messages/message.ts";
import type { ContentProblem } from "../../../../records/check.ts";
import type { RecordContent, RecordKindId } from "../../../../records/kind.ts";
import { recordKind } from "../../../../records/registry.ts";
import { LinkList } from "../../../../web/components/link-list.tsx";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../../web/page.ts";
import { EntryRemarks } from "../../../comments/entry-remarks.tsx";
import { findRemarks } from "../../../comments/service.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { findStanding, ownersFor } from "../../access.ts";
import { checkEntry } from "../../check-entry.ts";
import { layOutForm } from "../../form/form-view.ts";
import { gatherTyping, listFiscalYears } from "../../form/gather-form.ts";
import type { PostedEntry } from "../../form/read-entry-form.ts";
import type { Entry, RecordSummary } from "../../record.ts";
import { getEntryForActor, getRecordForActor } from "../../service.ts";
import { findOpenEntries } from "../../store-entries.ts";
import { findWarnings, type Warning } from "../../warnings.ts";
import { getClosedYears } from "../../years.ts";
import { requireKind } from "../record/record-reader.ts";
import { EntryForm } from "./entry-form.tsx";
import { describeNotices } from "./entry-notices.tsx";

const emptyContent: RecordContent = { fields: {}, parts: {} };

/** What a form is about: a new record, the correction of one, or an entry that is under way. */
export interface FormSubject {
  kind: RecordKindId;
  entry: Entry | null;
  record: RecordSummary | null;
  content: RecordContent;
  /** what the record says now; null for a new one */
  current: RecordContent | null;
  owners: string[];
  maySubmit: boolean;
  /** false: it can be read and no more */
  mayEdit: boolean;
}

/** Throws `forbidden` where the actor enters no records of the kind, `not-found` for what the actor may not see. */
export async function findSubject({ context, actor, params }: MemberRequest): Promise<FormSubject> {
  if (params.entry !== undefined) {
    const { entry, record, current, mayDecide, mayEdit } = await getEntryForActor(context, actor, params.entry);
    const subject = { kind: entry.kind, entry, record, content: entry.content, current, owners: [entry.owner] };
    return { ...subject, maySubmit: !mayDecide, mayEdit };
  }
  const kind = requireKind(params.kind);
  const owners = ownersFor(await findStanding(context, actor), kind);
  if (owners.length === 0) throw new AppError("forbidden", { kind });
  const may = { maySubmit: true, mayEdit: true };
  if (params.id === undefined)
    return { kind, entry: null, record: null, content: emptyContent, current: null, owners, ...may };
  const { record, content, mayCorrect } = await getRecordForActor(context, actor, kind, params.id);
  if (!mayCorrect) throw new AppError("forbidden", { kind, id: record.id });
  return { kind, entry: null, record, content, current: content, owners, ...may };
}

export async function showEntryPage(request: MemberRequest): Promise<PageContent> {
  const subject = await findSubject(request);
  if (!subject.mayEdit) return composePage(request, subject, null);
  const { record, entry } = subject;
  const year = entry?.fiscalYear ?? record?.fiscalYear ?? null;
  const isClosed = year !== null && (await getClosedYears(request.context)).has(year);
  return composePage(request, subject, isClosed ? { closedYear: year } : {});
}

export interface FormState {
  posted?: PostedEntry;
  problems?: readonly ContentProblem[];
  warnings?: readonly Warning[] | null;
  extraRows?: ReadonlyMap<string, number>;
  reasonMissing?: boolean;
  /** the year that is closed */
  closedYear?: number;
  /** the content that the person has seen checked */
  checked?: string;
  /** what was asked for was not done yet: the person looks first at what was understood */
  askedToSubmit?: boolean;
  /** the draft is kept, though something in it is to be mended */
  savedWithProblems?: boolean;
  /** somebody submitted the entry while this was being typed: it can be seen, not saved */
  locked?: boolean;
}

/** The whole page; without a state the entry can only be read. */
export async function composePage(
  request: MemberRequest,
  subject: FormSubject,
  state: FormState | null,
): Promise<PageContent> {
  const { language, url } = request;
  const title = titleOf(request, subject);
  const kindName = message(language, `record.kind.${subject.kind}`);
  return {
    title,
    description: title,
    area: null,
    islands: state ? ["entry-form"] : [],
    trail: [
      { text: message(language, "site.area.members"), href: links.members(language) },
      { text: kindName, href: links.memberRecords(language, subject.kind) },
    ],
    body: (
      <>
        <PageHeading
          kicker={kindName}
          title={title}
          lead={
            state === null ? undefined : message(language, subject.record ? "entryForm.correctLead" : "entryForm.lead")
          }
        />
        {subject.entry && (
          <EntryRemarks
            comments={await findRemarks(request.context, request.actor, subject.entry)}
            directory={await getDirectory(request.context)}
            language={language}
          />
        )}
        {await describeNotices(request, subject.entry, url.searchParams.get("done"), state)}
        {state && subject.entry === null && subject.record === null && !state.posted && (
          <OpenDrafts language={language} drafts={await findOwnDrafts(request, subject)} />
        )}
        {state ? await drawForm(request, subject, state) : <WaysOn request={request} subject={subject} />}
        {subject.mayEdit && subject.entry && subject.maySubmit && (
          <WithdrawForm request={request} entry={subject.entry} />
        )}
      </>
    ),
  };
}

/** What the reader has begun and not sent: a form that was closed half-way is gone on with, not begun again. */
function findOwnDrafts({ context, actor }: MemberRequest, { kind, owners }: FormSubject): Promise<Entry[]> {
  return read(context.database, async (transaction) =>
    (await findOpenEntries(transaction, kind, owners)).filter(
      ({ state, editedBy, baseVersion }) => state === "draft" && editedBy === actor.userId && baseVersion === 0,
    ),
  );
}

function OpenDrafts({ language, drafts }: { language: Language; drafts: readonly Entry[] }) {
  if (drafts.length === 0) return null;
  return (
    <Notice tone="information" title={message(language, "entryForm.ownDrafts", { count: drafts.length })}>
      <ul>
        {drafts.toReversed().map(({ id, title, changedAt }) => (
          <li key={id}>
            <a href={links.entry(language, id)}>
              {localize(title, language).text || message(language, "entryForm.untitled")}
            </a>{" "}
            {formatMoment(language, changedAt)}
          </li>
        ))}
      </ul>
      <p>{message(language, "entryForm.ownDraftsText")}</p>
    </Notice>
  );
}

function titleOf({ language }: MemberRequest, { kind, entry, record }: FormSubject): string {
  const name = message(language, `record.kind.${kind}`);
  if (entry?.removal && record)
    return message(language, "entryForm.removalTitle", { title: localize(record.title, language).text });
  if (record) return message(language, "entryForm.correctTitle", { title: localize(record.title, language).text });
  return message(language, entry ? "entryForm.entryTitle" : "entryForm.newTitle", { kind: name });
}

async function drawForm(request: MemberRequest, subject: FormSubject, state: FormState) {
  const { context, language } = request;
  const { posted } = state;
  const kind = recordKind(subject.kind);
  const content = posted?.content ?? subject.content;
  const typing = await gatherTyping(context, language);
  const view = layOutForm({
    kind,
    content,
    typing,
    typed: posted?.typed,
    typedProblems: posted?.problems,
    problems: state.problems,
    fiscalYears: await listFiscalYears(context, language),
    extraRows: state.extraRows,
  });
  const organisations = typing.knowledge.references("organisations");
  return (
    <EntryForm
      language={language}
      action={addressOf(request, subject)}
      view={view}
      organisations={
        organisations.all.length > 1_000
          ? []
          : organisations.all.flatMap(({ name }) => localize(name, language).text || [])
      }
      owners={subject.owners.map((id) => ({
        value: id,
        text: localize(organisations.name(id) ?? {}, language).text || id,
      }))}
      owner={posted?.owner || (subject.entry?.owner ?? subject.owners[0] ?? "")}
      visibility={posted?.visibility ?? subject.entry?.visibility ?? subject.record?.visibility ?? "public"}
      reason={posted?.reason ?? subject.entry?.reason ?? ""}
      correction={subject.record !== null}
      reasonError={state.reasonMissing ? message(language, "entryForm.reasonMissing") : null}
      hidden={hiddenFields(subject, state)}
      warnings={state.warnings ?? null}
      maySubmit={subject.maySubmit}
    />
  );
}

function hiddenFields({ entry, record, content }: FormSubject, { posted, checked }: FormState) {
  const fields = {
    _entry: posted?.entry ?? entry?.id,
    _revision: posted?.revision ?? entry?.revision,
    _base: posted?.baseVersion ?? entry?.baseVersion ?? record?.version,
    _key: posted?.formKey ?? (entry ? undefined : randomUUID()),
    _checked: checked,
    // What the person began with: of two who write at once, each changed only what differs from it.
    _opened: posted?.opened ?? JSON.stringify(content),
  };
  return Object.entries(fields).map(([name, value]) => ({ name, value: value === undefined ? "" : String(value) }));
}

/** Where the form goes: an entry that exists has an address of its own. */
export function addressOf({ language }: MemberRequest, { kind, entry, record }: FormSubject): string {
  if (entry) return links.entry(language, entry.id);
  return record ? links.correctRecord(language, kind, record.id) : links.newEntry(language, kind);
}

/** What is wrong and what is doubtful about a content, before it goes to the platform. */
export async function checkPosted(
  request: MemberRequest,
  subject: FormSubject,
  content: RecordContent,
  owner: string,
): Promise<Required<Pick<FormState, "problems" | "warnings">>> {
  const { context, actor, language } = request;
  const kind = recordKind(subject.kind);
  const id = subject.record?.id ?? subject.entry?.record ?? "new-record";
  const problems = await read(context.database, (transaction) =>
    checkEntry(transaction, kind, id, { content, owner }, "submit"),
  );
  const trial = { kind: subject.kind, id, owner, content };
  return { problems, warnings: problems.length > 0 ? null : await findWarnings(context, actor, trial, language) };
}

/** What there is to do with an entry that is not to be edited. */
function WaysOn({ request: { language }, subject }: { request: MemberRequest; subject: FormSubject }) {
  const { kind, entry, record } = subject;
  if (!entry) return null;
  return (
    <>
      {entry.state === "submitted" && (
        <form method="post" action={links.entry(language, entry.id)} class="entry-recall">
          <input type="hidden" name="_entry" value={entry.id} />
          <input type="hidden" name="_revision" value={String(entry.revision)} />
          <button type="submit" name="intent" value="recall">
            {message(language, "entryForm.recall")}
          </button>
        </form>
      )}
      <LinkList
        items={[
          { text: message(language, "entryForm.toReview"), href: links.entryReview(language, entry.id) },
          ...(record
            ? [
                { text: message(language, "entryForm.toRecord"), href: links.memberRecord(language, kind, record.id) },
                {
                  text: message(language, "entryForm.toHistory"),
                  href: links.recordHistory(language, kind, record.id),
                },
              ]
            : []),
          { text: message(language, "entryForm.toEntries"), href: links.entries(language) },
        ]}
      />
    </>
  );
}

function WithdrawForm({ request: { language }, entry }: { request: MemberRequest; entry: Entry }) {
  return (
    <form method="post" action={links.entry(language, entry.id)} class="entry-withdraw">
      <details>
        <summary>{message(language, "entryForm.withdraw")}</summary>
        <p>{message(language, "entryForm.withdrawText")}</p>
        <input type="hidden" name="_entry" value={entry.id} />
        <input type="hidden" name="_revision" value={String(entry.revision)} />
        <button type="submit" name="intent" value="withdraw" class="button-quiet">
          {message(language, "entryForm.withdraw")}
        </button>
      </details>
    </form>
  );
}
