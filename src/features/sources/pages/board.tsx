import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { type BoardRow, getBoard, shownStates } from "../board.ts";
import { sourceKinds, tiers } from "../source.ts";
import { findWatch, setWatch } from "../watch.ts";
import { BoardFilter } from "./board-filter.tsx";
import { LookStrip } from "./look-strip.tsx";
import { SourceFolds } from "./source-folds.tsx";
import { StateMark } from "./state-mark.tsx";

/** Every source with how it is, by part of the bulletin and region. */
export const showSourceBoard: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const [rows, watchedSince] = await Promise.all([getBoard(context), findWatch(context)]);
  const chosen = {
    region: readText(url, "region") ?? "",
    state: shownStates.find((state) => state === readText(url, "state")) ?? "",
    kind: sourceKinds.find((kind) => kind === readText(url, "kind")) ?? "",
  };
  const shown = rows.filter(
    ({ source, state }) =>
      (chosen.region === "" || source.region === chosen.region) &&
      (chosen.state === "" || state === chosen.state) &&
      (chosen.kind === "" || source.kind === chosen.kind),
  );
  const isNarrowed = Object.values(chosen).some((value) => value !== "");
  const title = message(language, "sources.board.title");
  const edits = hasPermission(actor, "policies.edit");
  return {
    title,
    description: message(language, "sources.board.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "desk.title"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, watchedSince === null ? "sources.board.leadBefore" : "sources.board.lead")}
          links={[
            ...(edits
              ? [{ text: message(language, "sources.board.add"), href: links.deskSource(language, "new") }]
              : []),
            { text: message(language, "sources.board.public"), href: links.policySources(language) },
          ]}
        />
        {readText(url, "done") === "removed" && (
          <Notice tone="success">
            <p>{message(language, "sources.done.removed")}</p>
          </Notice>
        )}
        <WatchState since={watchedSince} edits={edits} language={language} />
        {rows.length === 0 ? (
          <EmptyState
            title={message(language, "sources.board.none")}
            text={message(language, "sources.board.noneText")}
          />
        ) : (
          <>
            <StateCounts rows={rows} language={language} />
            <BoardFilter rows={rows} chosen={chosen} language={language} />
            {shown.length === 0 && <EmptyState title={message(language, "sources.board.noMatch")} />}
            {tiers.map((tier) => {
              const own = shown.filter(({ source }) => source.tier === tier);
              if (own.length === 0) return null;
              return (
                <Section key={tier} id={tier} title={message(language, `sources.tier.${tier}`)}>
                  <SourceFolds rows={own} open={isNarrowed ? "all" : "troubled"} language={language}>
                    {(ofRegion) => <SourceRows rows={ofRegion} language={language} />}
                  </SourceFolds>
                </Section>
              );
            })}
            <p class="hint source-legend">{message(language, "sources.board.legend")}</p>
          </>
        )}
      </>
    ),
  };
};

export const setWatchFromBoard: ActionHandler = async ({ context, actor, language, form }) => {
  await setWatch(context, actor, form.get("watch") === "on");
  return { redirect: links.deskSources(language) };
};

/** Nobody's site is asked before somebody of the desk says so. */
function WatchState({ since, edits, language }: { since: Date | null; edits: boolean; language: Language }) {
  const said =
    since === null
      ? message(language, "sources.watch.off")
      : message(language, "sources.watch.on", { moment: formatMoment(language, since) });
  return (
    <div class="source-watch" data-on={since !== null}>
      <p>{said}</p>
      {edits && (
        <form method="post" action={links.deskSources(language)}>
          <button
            type="submit"
            class={since === null ? "button" : "button-second"}
            name="watch"
            value={since === null ? "on" : "off"}
          >
            {message(language, since === null ? "sources.watch.start" : "sources.watch.stop")}
          </button>
        </form>
      )}
    </div>
  );
}

function StateCounts({ rows, language }: { rows: readonly BoardRow[]; language: Language }) {
  return (
    <ul class="source-counts" aria-label={message(language, "sources.board.counts")}>
      {shownStates.map((state) => {
        const count = rows.filter((row) => row.state === state).length;
        if (count === 0 && (state === "manual" || state === "waiting")) return null;
        return (
          <li key={state}>
            <a href={links.deskSources(language, { state })}>
              <StateMark state={state} language={language} /> <strong>{count}</strong>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Those in trouble first. */
function SourceRows({ rows, language }: { rows: readonly BoardRow[]; language: Language }) {
  return (
    <ul class="source-rows">
      {rows
        .toSorted((a, b) => shownStates.indexOf(a.state) - shownStates.indexOf(b.state))
        .map((row) => (
          <SourceRow key={row.source.id} row={row} language={language} />
        ))}
    </ul>
  );
}

function SourceRow({ row, language }: { row: BoardRow; language: Language }) {
  const { source, state, status, bodyName, strip, pages } = row;
  const total = Object.values(pages).reduce((sum, count) => sum + count, 0);
  const waiting = (pages.waiting ?? 0) + (pages.fetched ?? 0);
  const moment = (at: Date | null | undefined) =>
    at ? formatMoment(language, at) : message(language, "sources.board.never");
  return (
    <li>
      <div class="source-row-state">
        <StateMark state={state} language={language} />
        {source.paused && <span class="source-paused">{message(language, "sources.paused")}</span>}
      </div>
      <div class="source-row-main">
        <a href={links.deskSource(language, source.id)}>
          <Words value={localize(source.name, language)} />
        </a>
        <p class="source-row-facts">
          <Words value={localize(bodyName, language)} />
          <span>{message(language, `sources.kind.${source.kind}`)}</span>
          <span>{message(language, "sources.board.pages", { count: total })}</span>
          {waiting > 0 && <span>{message(language, "sources.board.waitingPages", { count: waiting })}</span>}
          {(pages.failed ?? 0) > 0 && (
            <span>{message(language, "sources.board.failedPages", { count: pages.failed ?? 0 })}</span>
          )}
        </p>
      </div>
      {state === "manual" ? null : (
        <>
          <dl class="source-row-times">
            <div>
              <dt>{message(language, "sources.board.lastLook")}</dt>
              <dd>{moment(status?.lastCheckedAt)}</dd>
            </div>
            <div>
              <dt>{message(language, "sources.board.lastFresh")}</dt>
              <dd>
                {status?.lastFreshAt
                  ? formatMoment(language, status.lastFreshAt, "day")
                  : message(language, "sources.board.never")}
              </dd>
            </div>
          </dl>
          <LookStrip strip={strip} language={language} />
        </>
      )}
    </li>
  );
}
