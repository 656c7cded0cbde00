import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { type BoardRow, getBoard, shownStates } from "../board.ts";
import { healthStates, tiers } from "../source.ts";
import { findWatch } from "../watch.ts";
import { SourceFolds } from "./source-folds.tsx";
import { StateMark } from "./state-mark.tsx";

const usualQuietDays = 30;

/** What is watched and how each site is, for whoever wants to know how complete the bulletin can be. */
export const showPublicSources: PageHandler = async ({ context, language }) => {
  // What the desk adds may be a trial or known to members only: it becomes public with the programme's list.
  const rows = (await getBoard(context)).filter(({ source }) => !source.paused && source.origin !== "desk");
  const title = message(language, "sources.public.title");
  const since = await findWatch(context);
  const lead = message(language, since === null ? "sources.public.leadBefore" : "sources.public.lead");
  return {
    title,
    description: lead,
    area: null,
    trail: [{ text: message(language, "policy.title"), href: links.policies(language) }],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        {rows.length === 0 && <EmptyState title={message(language, "sources.public.none")} />}
        {rows.length > 0 && <StatePicture rows={rows} language={language} />}
        {tiers.map((tier) => {
          const own = rows.filter(({ source }) => source.tier === tier);
          if (own.length === 0) return null;
          return (
            <Section key={tier} id={tier} title={message(language, `sources.tier.${tier}`)}>
              <SourceFolds rows={own} open="troubled" language={language}>
                {(ofPlace) => <SourceTable rows={ofPlace} isCentral={tier === "central"} language={language} />}
              </SourceFolds>
            </Section>
          );
        })}
        {rows.length > 0 && (
          <Section id="states" title={message(language, "sources.public.states")}>
            <DefinitionList
              items={healthStates.map((state) => ({
                term: message(language, `sources.state.${state}`),
                values: [message(language, `sources.stateHelp.${state}`, { days: usualQuietDays })],
              }))}
            />
          </Section>
        )}
      </>
    ),
  };
};

/** How many are watched for each part of the bulletin, and how they are. */
function StatePicture({ rows, language }: { rows: readonly BoardRow[]; language: Language }) {
  const states = shownStates.filter((state) => rows.some((row) => row.state === state));
  return (
    <StackedRows
      id="source-states"
      title={message(language, "sources.public.picture")}
      unit={message(language, "sources.public.unit")}
      series={states.map((state) => ({ key: state, label: message(language, `sources.state.${state}`) }))}
      rows={tiers.map((tier) => ({
        key: tier,
        label: message(language, `sources.tier.${tier}`),
        href: `#${tier}`,
        values: states.map((state) => rows.filter((row) => row.source.tier === tier && row.state === state).length),
      }))}
      rowLabel={message(language, "sources.public.part")}
      totalLabel={message(language, "sources.public.total")}
      tableLabel={message(language, "sources.public.table")}
    />
  );
}

/** The region, or of central ones the body, stands over the table. */
function SourceTable({
  rows,
  isCentral,
  language,
}: {
  rows: readonly BoardRow[];
  isCentral: boolean;
  language: Language;
}) {
  const say = (name: "name" | "body" | "state" | "tried") => message(language, `sources.public.${name}`);
  const columns = isCentral ? (["name", "state", "tried"] as const) : (["name", "body", "state", "tried"] as const);
  return (
    <table class="source-history public-sources">
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ source, bodyName, state }) => (
          <tr key={source.id}>
            <th scope="row">
              <Words value={localize(source.name, language)} />
            </th>
            {!isCentral && (
              <td data-label={say("body")}>
                <Words value={localize(bodyName, language)} />
              </td>
            )}
            <td data-label={say("state")}>
              <StateMark state={state} language={language} />
            </td>
            <td data-label={say("tried")}>
              {source.tried === null ? message(language, "sources.public.untried") : writeEdtf(source.tried, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
