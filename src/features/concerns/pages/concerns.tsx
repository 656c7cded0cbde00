import { message } from "../../../messages/message.ts";
import { type KeyFigure, KeyFigures } from "../../../web/components/key-figures.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { type AnswerTime, measureAnswerTime } from "../answer-time.ts";
import { followConcerns, listRounds, type Round, roundOf } from "../chains.ts";
import { type Concern, concernThemes, hasReturned } from "../concern.ts";
import { listConcerns } from "../service.ts";
import { type ConcernWords, gatherConcernWords, sayTime } from "../words.ts";
import { ConcernPicture } from "./concern-picture.tsx";
import { Outcomes } from "./outcomes.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

/** As many columns as can be read beside each other: the newest ones. */
const mostRounds = 6;

/** What members raised, what was done, what they said of it, and what came back: over all years, for everybody. */
export const showConcerns: PageHandler = async ({ context, language, url }) => {
  const concerns = await listConcerns(context, "public");
  const words = await gatherConcernWords(context, language);
  const theme = concernThemes.find((one) => one === readText(url, "theme"));
  const rounds = listRounds(concerns);
  const chains = followConcerns(concerns);
  const shown = chains.filter(({ steps }) => theme === undefined || steps.some((step) => step.theme === theme));
  const time = measureAnswerTime(concerns);
  const title = message(language, "concern.title");
  return {
    title,
    description: message(language, "concern.description"),
    area: null,
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "concern.lead")}
          links={[
            { text: message(language, "surveys.publicTitle"), href: links.publicSurveys(language) },
            { text: message(language, "concern.toEvaluation"), href: links.evaluation(language) },
            { text: "JSON", href: links.api("concerns", { lang: language }) },
          ]}
        />
        {concerns.length === 0 ? (
          <EmptyState title={message(language, "concern.empty")} />
        ) : (
          <>
            <KeyFigures figures={listFigures(concerns, rounds, time, words)} />
            <Section
              id="picture"
              title={message(language, "concern.picture.title")}
              lead={message(language, "concern.picture.lead", { concerns: concerns.length, matters: chains.length })}
            >
              <ThemeChoice chains={chains} theme={theme} url={url} language={language} />
              {shown.length === 0 ? (
                <p>{message(language, "concern.picture.none")}</p>
              ) : (
                <ConcernPicture chains={shown} rounds={rounds.slice(-mostRounds)} words={words} />
              )}
            </Section>
            <Outcomes concerns={concerns} rounds={rounds} words={words} url={url} />
            <Section id="time" title={message(language, "concern.time.title")}>
              <p>{message(language, "concern.time.how")}</p>
              <p>
                {message(language, "concern.time.parts", {
                  counted: time.counted,
                  undated: time.undated,
                  unanswered: time.unanswered,
                })}
              </p>
            </Section>
          </>
        )}
        <SourceList documents={citeSources(listSources(concerns), words.books, language)} />
      </>
    ),
  };
};

function listFigures(
  concerns: readonly Concern[],
  rounds: readonly Round[],
  time: AnswerTime,
  { language }: ConcernWords,
): KeyFigure[] {
  const unit = message(language, "concern.unit");
  const count = (wanted: (concern: Concern) => boolean) =>
    new Intl.NumberFormat(language).format(concerns.filter(wanted).length);
  const { value, unit: timeUnit } = sayTime(time, language);
  return [
    {
      label: message(language, "concern.figure.raised"),
      value: count(() => true),
      unit,
      note: message(language, "concern.figure.raisedNote", {
        rounds: rounds.filter(({ raised }) => raised !== null).length,
        single: concerns.filter((concern) => roundOf(concern).raised === null).length,
      }),
    },
    {
      label: message(language, "concern.figure.answered"),
      value: count(({ responses }) => responses.length > 0),
      unit,
    },
    {
      label: message(language, "concern.figure.eased"),
      value: count(({ state }) => state === "solved" || state === "partly-solved"),
      unit,
    },
    { label: message(language, "concern.figure.returned"), value: count(hasReturned), unit },
    {
      label: message(language, "concern.figure.time"),
      value,
      unit: timeUnit,
      note: message(language, "concern.time.note", { counted: time.counted }),
      href: "#time",
    },
  ];
}

function listSources(concerns: readonly Concern[]) {
  return concerns.flatMap(({ source, responses }) =>
    [source, ...responses.map((response) => response.source)].flatMap((one) => one ?? []),
  );
}
