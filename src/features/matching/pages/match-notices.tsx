import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { tellChange } from "../../needs/tell-change.ts";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import { hasEnded } from "../holds.ts";
import { isOpenMatch } from "../match.ts";
import type { MatchView } from "../service.ts";
import { sayEvent } from "./match-timeline.tsx";
import { HoldList, type Problem } from "./problem.tsx";
import { saySubjects } from "./reason-words.ts";

interface MatchNoticesProps {
  view: MatchView;
  words: NeedWords;
  isBroker: boolean;
  problem: Problem | null;
}

/** What a reader has to know before anything else: what stands in the way, that the need has ended, that the package is another one. */
export function MatchNotices(props: MatchNoticesProps) {
  const { view, words, problem } = props;
  const { match, need, offers, holds } = view;
  if (view.former) return null;
  if (match.state === "agreed" && hasEnded(need.state)) return <Ended {...props} />;
  return (
    <>
      {holds.length > 0 && !problem?.holds.length && (
        <Notice tone="warning" title={message(words.language, "matching.holds.title")}>
          <HoldList holds={holds} offers={offers} words={words} fiscalYear={match.fiscalYear} />
          {match.state === "consulting" && <p>{message(words.language, "matching.holds.kept")}</p>}
        </Notice>
      )}
      <Repackaged view={view} words={words} />
      <Corrected {...props} />
    </>
  );
}

/** What was agreed on a need that is there no more as it was. */
function Ended({ view: { match, need }, words: { language }, isBroker }: MatchNoticesProps) {
  const state = message(language, `need.states.${need.state}`);
  if (match.continued)
    return (
      <Notice tone="information">
        <p>{message(language, "matching.ended.continued", { state })}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={message(language, "matching.ended.title", { state })}>
      <p>{message(language, isBroker ? "matching.ended.decide" : "matching.ended.wait")}</p>
      <p>
        <a href={links.memberNeed(language, need.id)}>{message(language, "matching.proposals.toNeed")}</a>{" "}
        {isBroker && <a href="#broker">{message(language, "matching.broker.title")}</a>}
      </p>
    </Notice>
  );
}

/** What was put together for a need that said something else then: what it said, and says now. */
function Corrected({ view: { match, corrections }, words, isBroker }: MatchNoticesProps) {
  const { language } = words;
  if (corrections.length === 0 || !isOpenMatch(match)) return null;
  return (
    <Notice tone="warning" title={message(language, "matching.corrected.title")}>
      <ul>
        {corrections.flatMap(({ id, at, changes }) =>
          Object.entries(changes).map(([field, change]) => (
            <li key={`${id}/${field}`}>
              {writeEdtf(dayOf(at), language)} {tellChange(field, change, words)}
            </li>
          )),
        )}
      </ul>
      <p>{message(language, isBroker ? "matching.corrected.check" : "matching.corrected.kept")}</p>
    </Notice>
  );
}

/** The side that needs has agreed to another package, or was asked about another: what has changed since, and what is open now. */
function Repackaged({ view: { match, need, events }, words }: Pick<MatchNoticesProps, "view" | "words">) {
  const { language } = words;
  if (hasEnded(need.state) || match.state !== "consulting" || match.needAnswer.answer !== "waiting") return null;
  const asked = events.findIndex(({ action }) => action === "consulted");
  const changes = events.filter(({ action }, at) => at > asked && (action === "removed" || action === "added"));
  if (asked === -1 || changes.length === 0) return null;
  const isOpen = match.uncovered.topics.length + match.uncovered.kinds.length > 0;
  return (
    <Notice tone="information" title={message(language, "matching.repackaged.title")}>
      <ul>
        {changes.map((event) => (
          <li key={event.id}>{sayEvent(event, words)}</li>
        ))}
        <li>
          {isOpen
            ? message(language, "matching.match.uncovered", { parts: saySubjects(match.uncovered, words) })
            : message(language, "matching.match.coversAll")}
        </li>
      </ul>
      <p>{message(language, "matching.repackaged.again")}</p>
    </Notice>
  );
}
