import { localize } from "../../../core/localized.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { defaultFileSettings } from "../../../platform/files/file-settings.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import type { ParticipantCells, ParticipantField } from "../participant.ts";
import { ParticipantForm, PasteForm } from "../participant-form.tsx";
import { CountComparisonPart, ParticipantTable } from "../participant-table.tsx";
import { getParticipants } from "../service.ts";

/** What came back from a form that did not do. */
export interface ReturnedForm {
  cells?: Partial<ParticipantCells>;
  editing?: string;
  errors?: Partial<Record<ParticipantField, string>>;
  /** rows as they were pasted, with what is wrong with them */
  rows?: string;
  rowErrors?: string[];
  /** what belongs to no field */
  error?: string;
}

const mostErrors = 50;

export const showParticipants: PageHandler<MemberRequest> = (request) => describeParticipants(request);

export async function describeParticipants(request: MemberRequest, returned: ReturnedForm = {}): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const activity = params.id ?? "";
  const { record, participants, comparison } = await getParticipants(context, actor, activity);
  const editing = returned.editing ?? url.searchParams.get("edit") ?? undefined;
  const edited = participants.find(({ id, erased }) => id === editing && !erased);
  const cells = returned.cells ?? edited ?? {};
  const title = localize(record.title, language);
  const years = (context.config.files ?? defaultFileSettings).participantYears;
  const isPasteOpen = returned.rows !== undefined;
  return {
    title: message(language, "participant.title"),
    description: message(language, "participant.description"),
    area: null,
    unlisted: true,
    landscape: true,
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "participant.title")}
          lead={message(language, "participant.lead", { years })}
        />
        <Outcome request={request} returned={returned} />
        <Section id="counts" title={message(language, "participant.comparison")}>
          <CountComparisonPart language={language} comparison={comparison} />
        </Section>
        <Section id="participants" title={message(language, "participant.title")}>
          <ParticipantTable {...{ language, activity, participants }} />
          {participants.length > 0 && (
            <form method="post" action={links.activityParticipants(language, activity)}>
              <p class="hint">{message(language, "participant.exportNote")}</p>
              <button class="quiet-button" type="submit" name="intent" value="export">
                {message(language, "participant.export")}
              </button>
            </form>
          )}
        </Section>
        <Section id="participant-form" title={message(language, edited ? "participant.edit" : "participant.add")}>
          <ParticipantForm {...{ language, activity, cells, errors: returned.errors ?? {}, editing: edited?.id }} />
          {!edited && (
            <details class="task" open={isPasteOpen}>
              <summary>{message(language, "participant.paste")}</summary>
              <PasteForm {...{ language, activity, text: returned.rows ?? "" }} />
            </details>
          )}
        </Section>
        <LinkList
          items={[
            {
              text: message(language, "comment.backToRecord"),
              href: links.memberRecord(language, "activity", activity),
            },
          ]}
        />
      </>
    ),
  };
}

function Outcome({ request: { language, url }, returned }: { request: MemberRequest; returned: ReturnedForm }) {
  const { errors = {}, rowErrors = [], error } = returned;
  const fields = Object.entries(errors).map(([field, text]) => ({
    text: message(language, "participant.fieldError", {
      field: message(language, findMessageKey(`participant.field.${field}`) ?? "participant.title"),
      problem: text,
    }),
    href: `#participant-${field}`,
  }));
  // A summary shows each address once, so rows that are wrong stand in one list of their own.
  const all = error === undefined ? fields : [{ text: error, href: "#participant-rows" }, ...fields];
  const done = findMessageKey(`participant.done.${url.searchParams.get("done") ?? ""}`);
  return (
    <>
      {all.length > 0 && (
        <ErrorSummary id="participant-errors" title={message(language, "participant.errors")} errors={all} />
      )}
      {rowErrors.length > 0 && (
        <Notice tone="error" title={message(language, "participant.errors")}>
          <ul>
            {rowErrors.slice(0, mostErrors).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {rowErrors.length > mostErrors && (
            <p>{message(language, "participant.moreErrors", { count: rowErrors.length - mostErrors })}</p>
          )}
        </Notice>
      )}
      {done !== null && all.length + rowErrors.length === 0 && (
        <Notice tone="success">
          <p role="status">{message(language, done)}</p>
        </Notice>
      )}
    </>
  );
}
