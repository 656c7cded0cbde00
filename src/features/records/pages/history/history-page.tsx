import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { compareContents } from "../../../../records/compare.ts";
import { recordKind } from "../../../../records/registry.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { Section } from "../../../../web/components/section.tsx";
import { wordingText } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { readText } from "../../../../web/query.ts";
import { getDirectory, type OrganisationDirectory } from "../../../organisations/directory.ts";
import { findStanding } from "../../access.ts";
import type { RecordVersion } from "../../record.ts";
import { nameOrganisation } from "../../record-state.ts";
import { getVisibleHistory, type VisibleHistory } from "../../visible-history.ts";
import type { CellReader } from "../record/record-cell.tsx";
import { Differences } from "../record/record-differences.tsx";
import { gatherPeople, gatherReader, requireKind, titleOf } from "../record/record-reader.ts";
import { VisibilityTag } from "../record/record-visibility.tsx";
import { CompareForm } from "./history-compare-form.tsx";
import { RestoreForm, type RestoreProblem } from "./history-restore-form.tsx";

/** Every version of a record: who, when, why, and what changed. */
export const showHistory: PageHandler<MemberRequest> = (request) => renderHistory(request, null);

/** The same with what was wrong with a restoring form. */
export async function renderHistory(request: MemberRequest, problem: RestoreProblem | null): Promise<PageContent> {
  const { context, language, url, actor, params } = request;
  const kindId = requireKind(params.kind);
  const history = await getVisibleHistory(context, actor, kindId, params.id ?? "");
  const { record, versions } = history;
  const directory = await getDirectory(context);
  const standing = await findStanding(context, actor);
  const reader = await gatherReader(
    context,
    standing,
    language,
    recordKind(kindId),
    versions.map(({ content }) => content),
  );
  const people = await gatherPeople(
    context,
    language,
    versions.flatMap(({ author, approvedBy }) => [author, approvedBy]),
  );
  const title = message(language, "history.title");
  const recordHref = links.memberRecord(language, kindId, record.id);
  return {
    title,
    description: message(language, "history.description"),
    area: null,
    trail: [
      { text: message(language, "site.area.members"), href: links.members(language) },
      { text: message(language, `record.kinds.${kindId}`), href: links.memberRecords(language, kindId) },
      { text: wordingText(titleOf(record, language)), href: recordHref },
    ],
    unlisted: true,
    body: (
      <>
        <PageHeading
          kicker={title}
          title={titleOf(record, language)}
          links={[{ text: message(language, "history.toRecord"), href: recordHref }]}
        />
        {history.hidden > 0 && (
          <Notice tone="information">
            <p>{message(language, "history.hidden", { count: history.hidden })}</p>
          </Notice>
        )}
        {(versions.length > 2 || isAsked(url)) && <Comparison reader={reader} url={url} history={history} />}
        <ol class="version-list">
          {versions.map((version, index) => (
            <Version
              key={version.version}
              reader={reader}
              history={history}
              version={version}
              before={versions[index + 1] ?? null}
              people={people}
              directory={directory}
              problem={problem?.version === version.version ? problem : null}
            />
          ))}
        </ol>
      </>
    ),
  };
}

/** Any two versions side by side: `?from=1&to=3`. */
function Comparison({ reader, url, history }: { reader: CellReader; url: URL; history: VisibleHistory }) {
  const { language } = reader;
  const { record, versions } = history;
  const kind = recordKind(record.kind);
  const find = (name: string) => versions.find(({ version }) => String(version) === readText(url, name));
  const [from, to] = [find("from"), find("to")];
  return (
    <Section id="compare" title={message(language, "history.compare")} level={3}>
      <CompareForm
        language={language}
        action={links.recordHistory(language, record.kind, record.id)}
        versions={versions}
        from={from?.version ?? versions.at(-1)?.version}
        to={to?.version ?? versions[0]?.version}
      />
      {isAsked(url) && (!from || !to) && (
        <Notice tone="warning">
          <p>{message(language, "history.unknownVersion")}</p>
        </Notice>
      )}
      {from && to && (
        <>
          <p>{message(language, "history.comparing", { from: from.version, to: to.version })}</p>
          <Differences
            reader={reader}
            kind={kind}
            differences={compareContents(kind, from.content, to.content)}
            visibility={{ before: from.visibility, after: to.visibility }}
          />
        </>
      )}
    </Section>
  );
}

function isAsked(url: URL): boolean {
  return url.searchParams.has("from") || url.searchParams.has("to");
}

function Version({
  reader,
  history: { record, restorers },
  version,
  before,
  people,
  directory,
  problem,
}: {
  reader: CellReader;
  history: VisibleHistory;
  version: RecordVersion;
  before: RecordVersion | null;
  people: (userId: string | null) => string;
  directory: OrganisationDirectory;
  problem: RestoreProblem | null;
}) {
  const { language } = reader;
  const kind = recordKind(record.kind);
  const mayRestore = restorers.length > 0 && (version.version !== record.version || record.removed);
  return (
    <li id={`version-${version.version}`} class="version">
      <h2>
        {message(language, "record.versionNumber", { version: version.version })}
        <span class={`tag version-${version.action}`}>{message(language, `history.action.${version.action}`)}</span>
        {version.version === record.version && (
          <span class="version-newest">{message(language, "history.newest")}</span>
        )}
      </h2>
      <VersionFacts version={version} people={people} directory={directory} language={language} />
      {version.reason !== null && (
        <p class="version-reason">
          <span class="version-label">{message(language, "history.reason")}</span>
          <span class="free-text">{version.reason}</span>
        </p>
      )}
      {before && (
        <Differences
          reader={reader}
          kind={kind}
          differences={compareContents(kind, before.content, version.content)}
          visibility={{ before: before.visibility, after: version.visibility }}
        />
      )}
      {mayRestore && version.action !== "removed" && (
        <RestoreForm
          language={language}
          record={record}
          version={version.version}
          owners={restorers.map((id) => ({ value: id, text: nameOrganisation(directory, id, language) }))}
          problem={problem}
        />
      )}
    </li>
  );
}

function VersionFacts({
  version,
  people,
  directory,
  language,
}: {
  version: RecordVersion;
  people: (userId: string | null) => string;
  directory: OrganisationDirectory;
  language: Language;
}) {
  return (
    <p class="version-facts">
      <span>{formatMoment(language, version.at)}</span>
      {version.author !== null && <span>{message(language, "history.author", { name: people(version.author) })}</span>}
      {version.owner !== null && <span>{nameOrganisation(directory, version.owner, language)}</span>}
      {version.approvedBy !== null && (
        <span>{message(language, "history.approvedBy", { name: people(version.approvedBy) })}</span>
      )}
      <VisibilityTag visibility={version.visibility} language={language} />
    </p>
  );
}
