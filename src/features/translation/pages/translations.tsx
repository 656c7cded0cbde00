import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { readText } from "../../../web/query.ts";
import { type Actor, hasPermission } from "../../accounts/actor.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { gatherPeople, type NamePerson } from "../people.ts";
import { findPolicySubject } from "../policy-subject.ts";
import { findTranslations, listTranslations } from "../service.ts";
import { type TranslationSummary, translationStates } from "../translation.ts";
import { ProgressBar, StateTag } from "./marks.tsx";
import { StartForm, type StartProblem } from "./start-form.tsx";

const perPage = 30;

/** Every translation: what waits for the reader's review first. `?item=` begins one of a policy. */
export const showTranslations: PageHandler<MemberRequest> = (request) => composeList(request, null);

export async function composeList(request: MemberRequest, refused: StartProblem | null): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const state = translationStates.find((one) => one === readText(url, "state"));
  const all = await listTranslations(context, actor, state ? { state } : {});
  const page = choosePage(orderForReader(all, actor), perPage, url);
  const directory = await getDirectory(context);
  const name = await gatherPeople(
    context,
    language,
    page.items.map(({ made }) => made.by),
  );
  const mayWrite = hasPermission(actor, "translations.write");
  const title = message(language, "translation.list.title");
  return {
    title,
    description: message(language, "translation.list.lead"),
    area: null,
    unlisted: true,
    body: (
      <div class="translation-page">
        <PageHeading
          title={title}
          lead={message(language, "translation.list.lead")}
          links={[
            { text: message(language, "translation.terms.title"), href: links.terms(language) },
            { text: message(language, "translation.memory.title"), href: links.memory(language) },
          ]}
        />
        {mayWrite && <Start request={request} {...(await gatherStart(request))} refused={refused} />}
        <LinkTabs
          label={message(language, "translation.list.states")}
          tabs={[undefined, ...translationStates].map((one) => ({
            text: message(language, one ? `translation.state.${one}` : "translation.show.all"),
            href: links.translations(language, { state: one }),
            current: one === state,
          }))}
        />
        {page.items.length === 0 ? (
          <EmptyState
            title={message(language, "translation.list.none")}
            text={message(language, "translation.list.noneText")}
            links={[{ text: message(language, "translation.list.toDesk"), href: links.desk(language) }]}
          />
        ) : (
          <ol class="translation-list" start={page.first}>
            {page.items.map((translation) => (
              <Row key={translation.id} {...{ translation, actor, language, name, directory }} />
            ))}
          </ol>
        )}
        <OffsetPagination page={page} url={url} language={language} />
      </div>
    ),
  };
}

/** Whether this reader is asked to review it. Whose words are in it is known when it is opened. */
export function waitsFor(actor: Actor, { state, submitted }: Pick<TranslationSummary, "state" | "submitted">): boolean {
  return state === "in-review" && submitted?.by !== actor.userId && hasPermission(actor, "translations.review");
}

export function orderForReader(all: readonly TranslationSummary[], actor: Actor): TranslationSummary[] {
  const rank = (one: TranslationSummary) => (waitsFor(actor, one) ? 0 : one.state === "approved" ? 2 : 1);
  return [...all].sort((a, b) => rank(a) - rank(b) || b.made.at.getTime() - a.made.at.getTime());
}

interface RowProps {
  translation: TranslationSummary;
  actor: Actor;
  language: Language;
  name: NamePerson;
  directory: OrganisationDirectory;
}

function Row({ translation, actor, language, name, directory }: RowProps) {
  const { id, title, targetTitle, sourceLanguage, targetLanguage, state, progress, organisation, made } = translation;
  const waits = waitsFor(actor, translation);
  const office = organisation !== null && directory.find(organisation) ? directory.name(organisation, language) : null;
  return (
    <li class={waits ? "is-waiting" : undefined}>
      <div>
        {waits && <p class="translation-waits">{message(language, "translation.list.waits")}</p>}
        <h2>
          <a href={links.translation(language, id, { view: waits ? "review" : undefined })}>
            <span lang={languageTags[sourceLanguage]}>{title}</span>
          </a>
        </h2>
        {targetTitle !== null && <p lang={languageTags[targetLanguage]}>{targetTitle}</p>}
        <p class="member-row-facts">
          <StateTag state={state} language={language} />
          <span>
            {message(language, "translation.direction", {
              from: message(language, `translation.languages.${sourceLanguage}`),
              to: message(language, `translation.languages.${targetLanguage}`),
            })}
          </span>
          <span>
            {message(language, "translation.list.madeBy", {
              name: name(made.by),
              date: formatMoment(language, made.at, "day"),
            })}
          </span>
          {office !== null && <span>{office}</span>}
        </p>
      </div>
      <ProgressBar progress={progress} language={language} />
    </li>
  );
}

async function gatherStart({ context, actor, url }: MemberRequest) {
  const id = readText(url, "item");
  if (id === undefined) return { found: null, present: [] };
  return {
    found: await findPolicySubject(context, actor, id),
    present: await findTranslations(context, actor, { kind: "policy", id }),
  };
}

function Start({
  request,
  found,
  present,
  refused,
}: Awaited<ReturnType<typeof gatherStart>> & { request: MemberRequest; refused: StartProblem | null }) {
  const { language, url } = request;
  const problem = findMessageKey(`translation.problem.${readText(url, "problem") ?? ""}`);
  return (
    <>
      {problem !== null && (
        <Notice tone="error">
          <p>{message(language, problem, { count: 0 })}</p>
        </Notice>
      )}
      <StartForm found={found} present={present} refused={refused} language={language} />
    </>
  );
}
