import { read } from "../../../../db/transaction.ts";
import { message } from "../../../../messages/message.ts";
import { recordKind } from "../../../../records/registry.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { Section } from "../../../../web/components/section.tsx";
import { wordingText } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../../web/page.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { getProgramme } from "../../../programme/service.ts";
import { findStanding } from "../../access.ts";
import { getRecordForActor } from "../../service.ts";
import { findVersion } from "../../store-versions.ts";
import { getClosedYears } from "../../years.ts";
import { EntryRows } from "../entry/entries-rows.tsx";
import { RecordFields } from "./record-content.tsx";
import { RecordExtras, readExtras } from "./record-extras.tsx";
import { gatherPeople, gatherReader, requireKind, titleOf } from "./record-reader.ts";
import { RecordStateFacts } from "./record-state-facts.tsx";
import { VisibilityBanner } from "./record-visibility.tsx";

/** One record as members see it: who else sees it, where it stands, what it says, what is being done with it. */
export const showMemberRecord: PageHandler<MemberRequest> = async ({ context, language, actor, params }) => {
  const kindId = requireKind(params.kind);
  const found = await getRecordForActor(context, actor, kindId, params.id ?? "");
  const { record, content, entries } = found;
  const kind = recordKind(kindId);
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  const { calendar } = await getProgramme(context);
  const reader = await gatherReader(context, standing, language, kind, [content]);
  const version = await read(context.database, (t) => findVersion(t, kindId, record.id, record.version));
  const people = await gatherPeople(context, language, [
    version?.author ?? null,
    version?.approvedBy ?? null,
    ...entries.map(({ editedBy }) => editedBy),
  ]);
  const isClosed = record.fiscalYear !== null && (await getClosedYears(context)).has(record.fiscalYear);
  const extras = record.removed ? null : await readExtras(context, actor, record);
  const title = titleOf(record, language);
  return {
    title: wordingText(title),
    description: message(language, "record.description"),
    area: null,
    trail: [
      { text: message(language, "site.area.members"), href: links.members(language) },
      { text: message(language, `record.kinds.${kindId}`), href: links.memberRecords(language, kindId) },
    ],
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} kicker={message(language, `record.kind.${kindId}`)} />
        <VisibilityBanner scope={record} directory={directory} language={language} />
        {record.removed && (
          <Notice tone="warning" title={message(language, "record.removedTitle")}>
            <p>{version?.reason ?? message(language, "record.removedText")}</p>
          </Notice>
        )}
        <RecordStateFacts
          record={record}
          version={version}
          people={people}
          calendar={calendar}
          directory={directory}
          language={language}
        />
        <p class="commands">
          {isClosed && <span class="year-closed">{message(language, "record.yearClosed")}</span>}
          {!isClosed && found.mayCorrect && found.owners.length > 0 && (
            <a class="command command-first" href={links.correctRecord(language, kindId, record.id)}>
              {message(language, "record.correct")}
            </a>
          )}
          <a class="command" href={links.recordHistory(language, kindId, record.id)}>
            {message(language, "record.history")}
          </a>
          {record.publishedVersion !== null && kind.publicPath(record.id) !== null && (
            <a class="command" href={`${links.home(language)}/${kind.publicPath(record.id)}`}>
              {message(language, "record.publicPage")}
            </a>
          )}
        </p>
        {entries.length > 0 && (
          <Section
            id="under-way"
            title={message(language, "record.underWay")}
            lead={message(language, "record.underWayLead")}
          >
            <EntryRows entries={entries} people={people} directory={directory} language={language} reviews />
          </Section>
        )}
        <Section id="record-content" title={message(language, "record.content")}>
          <RecordFields reader={reader} kind={kind} content={content} />
        </Section>
        {extras && <RecordExtras record={record} extras={extras} directory={directory} language={language} />}
      </>
    ),
  };
};
