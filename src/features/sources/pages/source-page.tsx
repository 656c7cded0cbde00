import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { showState } from "../board.ts";
import { describeProblem } from "../describe-problem.ts";
import { failuresUntilFailing, isFailure, judgeHealth } from "../judge-health.ts";
import { looksForHealth } from "../record-look.ts";
import { openPair } from "../snapshots.ts";
import { asksByItself, type Source } from "../source.ts";
import { readReference } from "../store.ts";
import { readChecks, readStatuses } from "../store-looks.ts";
import { readPagesOf } from "../store-pages.ts";
import { findWatch } from "../watch.ts";
import { SnapshotPair } from "./snapshot-pair.tsx";
import { SourceCommands } from "./source-commands.tsx";
import { FoundPages, LookHistory } from "./source-history.tsx";
import { StateMark } from "./state-mark.tsx";

export const doneNames = [
  ...(["looked", "look-same", "look-empty", "look-failed", "busy", "resting"] as const),
  ...(["paused", "resumed", "saved", "reset", "mail", "mail-known"] as const),
] as const;
type DoneName = (typeof doneNames)[number];

function toneOf(done: DoneName): "success" | "warning" | "information" {
  if (done === "look-empty" || done === "look-failed") return "warning";
  return done === "busy" || done === "resting" || done === "look-same" ? "information" : "success";
}

const shownPages = 100;
const shownChecks = 40;

/** All that is known of a source. */
export async function describeSource(
  request: MemberRequest,
  source: Source,
  failure: string | null = null,
): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const { checks, pages, status, reference, pair, watchedSince } = await readKnown(context, source);
  const state = showState(source, status, context.clock.now());
  const reasons = judgeHealth({
    now: context.clock.now(),
    quietDays: source.quietDays,
    looks: checks,
    lastFreshAt: status?.lastFreshAt ?? null,
  }).reasons;
  const nextLook =
    source.paused || !asksByItself(source)
      ? null
      : watchedSince === null || !status
        ? message(language, "sources.one.noNext")
        : formatMoment(language, status.nextCheckAt);
  // It is not yet failing, but that it answers would be untrue.
  const lastFailure = state === "failing" ? undefined : checks.slice(0, 1).find(({ outcome }) => isFailure(outcome));
  // What did not change since is as broken as it was when it was read.
  const lastRead = checks.find(({ outcome }) => outcome !== "unchanged");
  const lastNote = reasons.length === 0 && !lastFailure ? lastRead?.problem : null;
  const name = localize(source.name, language);
  const done = doneNames.find((one) => one === readText(url, "done"));
  const body = reference.bodies.find(({ id }) => id === source.body)?.name ?? { en: source.body };
  const region = reference.regions.find(({ id }) => id === source.region)?.name;
  return {
    title: name.text,
    description: message(language, "sources.board.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "desk.title"), href: links.desk(language) },
      { text: message(language, "sources.board.title"), href: links.deskSources(language) },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "sources.board.title")}
          title={name}
          meta={[
            {
              term: message(language, "sources.board.filter.state"),
              value: (
                <>
                  <StateMark state={state} language={language} />
                  {source.paused && <span class="source-paused">{message(language, "sources.paused")}</span>}
                </>
              ),
            },
          ]}
        />
        {done && (
          <Notice tone={toneOf(done)}>
            <p>
              {message(language, `sources.done.${done}`, {
                moment: status ? formatMoment(language, status.nextCheckAt) : "",
              })}
            </p>
          </Notice>
        )}
        {failure !== null && (
          <Notice tone="error">
            <p>{failure}</p>
          </Notice>
        )}
        <Section id="why" title={message(language, "sources.one.why")}>
          {reasons.length === 0 && !lastFailure && (
            <p>{message(language, `sources.stateHelp.${state}`, { days: source.quietDays })}</p>
          )}
          {lastFailure && (
            <ul class="source-reasons">
              <li>{message(language, "sources.one.lastFailed", { limit: failuresUntilFailing })}</li>
              {lastFailure.problem && <li>{describeProblem(language, lastFailure.problem)}</li>}
            </ul>
          )}
          {reasons.length > 0 && (
            <ul class="source-reasons">
              {reasons.map((reason) => (
                <li key={reason.code}>{describeProblem(language, reason)}</li>
              ))}
            </ul>
          )}
          {lastNote && (
            <p>{message(language, "sources.one.lastNote", { problem: describeProblem(language, lastNote) })}</p>
          )}
          {status && <DefinitionList items={listTimes(status, language, nextLook)} />}
        </Section>
        {hasPermission(actor, "policies.edit") && <SourceCommands source={source} language={language} />}
        <Section id="declaration" title={message(language, "sources.one.declaration")}>
          <DefinitionList items={listDeclaration(source, localize(body, language), region, language)} />
        </Section>
        {pair && <SnapshotPair {...pair} of={source.language} language={language} />}
        <Section id="history" title={message(language, "sources.one.history")}>
          <LookHistory checks={checks.slice(0, shownChecks)} language={language} />
        </Section>
        <Section id="found" title={message(language, "sources.one.found")}>
          <FoundPages pages={pages} of={source.language} language={language} />
        </Section>
      </>
    ),
  };
}

async function readKnown(context: Context, source: Source) {
  const known = await read(context.database, async (transaction) => ({
    checks: await readChecks(transaction, source.id, looksForHealth),
    pages: await readPagesOf(transaction, source.id, shownPages),
    status: (await readStatuses(transaction, [source.id]))[0] ?? null,
    reference: await readReference(transaction),
  }));
  const pair = asksByItself(source) ? await openPair(context, source, known.status) : null;
  return { ...known, pair, watchedSince: await findWatch(context) };
}

type Status = NonNullable<Awaited<ReturnType<typeof readStatuses>>[number]>;

function listTimes(
  { since, lastCheckedAt, lastGoodAt, lastFreshAt }: Status,
  language: Language,
  /** null where nobody asks it by itself */
  next: string | null,
): Definition[] {
  const moment = (at: Date | null) => (at ? formatMoment(language, at) : message(language, "sources.board.never"));
  return [
    {
      term: message(language, "sources.one.since"),
      values: [moment(since)],
    },
    { term: message(language, "sources.board.lastLook"), values: [moment(lastCheckedAt)] },
    { term: message(language, "sources.one.lastGood"), values: [moment(lastGoodAt)] },
    {
      term: message(language, "sources.board.lastFresh"),
      values: [lastFreshAt ? formatMoment(language, lastFreshAt, "day") : moment(null)],
    },
    ...(next === null ? [] : [{ term: message(language, "sources.one.next"), values: [next] }]),
  ];
}

function listDeclaration(
  source: Source,
  body: ReturnType<typeof localize>,
  region: Source["name"] | undefined,
  language: Language,
): Definition[] {
  const say = (field: "body" | "region" | "kind" | "address" | "include" | "tier") =>
    message(language, `sources.field.${field}`);
  const selectors = (["itemSelector", "linkSelector", "dateSelector", "nextSelector"] as const).flatMap((field) => {
    const value = source[field];
    return value === null
      ? []
      : [{ term: message(language, `sources.field.${field}`), values: [<code key="value">{value}</code>] }];
  });
  const note = localize(source.note, language);
  return [
    { term: say("body"), values: [<Words key="body" value={body} />] },
    { term: say("tier"), values: [message(language, `sources.tier.${source.tier}`)] },
    ...(region ? [{ term: say("region"), values: [<Words key="region" value={localize(region, language)} />] }] : []),
    { term: say("kind"), values: [message(language, `sources.kind.${source.kind}`)] },
    ...(source.address === null
      ? []
      : [
          {
            term: say("address"),
            values: [
              <span key="address" class="source-address">
                {source.address}
              </span>,
            ],
          },
        ]),
    ...selectors,
    ...(source.include === null
      ? []
      : [{ term: say("include"), values: [<code key="include">{source.include}</code>] }]),
    {
      term: message(language, "sources.form.rhythm"),
      values: [
        ...(asksByItself(source) ? [message(language, "sources.one.every", { hours: source.everyHours })] : []),
        message(language, "sources.one.quietAfter", { days: source.quietDays }),
      ],
    },
    {
      term: message(language, "sources.public.tried"),
      values: [
        source.tried === null
          ? message(language, "sources.one.untried")
          : message(language, "sources.one.tried", { date: writeEdtf(source.tried, language) }),
        message(language, `sources.one.origin.${source.origin}`),
      ],
    },
    ...(note.text === ""
      ? []
      : [{ term: message(language, "sources.one.note"), values: [<Words key="note" value={note} />] }]),
  ];
}
