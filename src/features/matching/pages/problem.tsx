import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { Words } from "../../../web/components/words.tsx";
import type { Offer } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import { type Hold, type MatchState, matchStates } from "../match.ts";
import { sayAmount } from "./reason-words.ts";

const reasons = [
  "stale",
  "match-state",
  "held",
  "note",
  "noteFor",
  "no-words",
  "length",
  "no-offer",
  "too-many",
  "unknown-offer",
  "recorded",
  "step",
  "quantity",
  "remark",
  "full",
] as const;

export interface Problem {
  reason: (typeof reasons)[number];
  holds: Hold[];
  state: MatchState | null;
  status: 409 | 422;
}

/** What a form of matching says where it was refused; null for what a page of its own has to tell. */
export function findProblem(error: unknown): Problem | null {
  if (!(error instanceof AppError) || !["invalid-input", "conflict"].includes(error.code)) return null;
  const reason = reasons.find((one) => one === error.details.reason);
  if (!reason) return null;
  return {
    reason,
    holds: Array.isArray(error.details.holds) ? (error.details.holds as Hold[]) : [],
    state: matchStates.find((one) => one === error.details.state) ?? null,
    status: error.code === "conflict" ? 409 : 422,
  };
}

/** What is wrong with a note, for the note's own field. */
export function sayNoteProblem(problem: Problem | null, language: Language): string | undefined {
  const reason = (["note", "noteFor", "length"] as const).find((one) => one === problem?.reason);
  return reason && message(language, `matching.problem.${reason}`);
}

interface ProblemNoticeProps {
  problem: Problem | null;
  offers: ReadonlyMap<string, Offer>;
  words: NeedWords;
  fiscalYear?: number;
  /** where on a long page it is to be mended */
  places?: readonly { title: Localized; href: string }[];
}

export function ProblemNotice({ problem, offers, words, fiscalYear, places = [] }: ProblemNoticeProps) {
  const { language } = words;
  if (!problem) return null;
  const state = problem.state === null ? "" : message(language, `matching.states.${problem.state}`);
  return (
    <Notice tone="error" title={message(language, "matching.problem.title")}>
      <p>
        {problem.reason === "match-state"
          ? message(language, "matching.problem.match-state", { state })
          : message(language, `matching.problem.${problem.reason}`)}
      </p>
      {places.length > 0 && (
        <ul>
          {places.map(({ title, href }) => (
            <li key={href}>
              <a href={href}>
                <Words value={localize(title, language)} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <HoldList holds={problem.holds} offers={offers} words={words} fiscalYear={fiscalYear ?? null} />
    </Notice>
  );
}

interface HoldListProps {
  holds: readonly Hold[];
  offers: ReadonlyMap<string, Offer>;
  words: NeedWords;
  fiscalYear: number | null;
}

/** What stands in the way, each with its name. */
export function HoldList({ holds, offers, words, fiscalYear }: HoldListProps) {
  if (holds.length === 0) return null;
  return (
    <ul class="match-holds">
      {holds.map((hold) => (
        <li key={JSON.stringify(hold)}>{sayHold(hold, offers, words, fiscalYear)}</li>
      ))}
    </ul>
  );
}

function sayHold(hold: Hold, offers: ReadonlyMap<string, Offer>, words: NeedWords, fiscalYear: number | null): string {
  const { language } = words;
  if (hold.reason === "need-state")
    return hold.state === "heard"
      ? message(language, "matching.holds.needHeard")
      : message(language, "matching.holds.need-state", { state: message(language, `need.states.${hold.state}`) });
  const offer = offers.get(hold.offer);
  const title = offer ? localize(offer.title, language).text : hold.offer;
  if (hold.reason === "offer-closed") return message(language, "matching.holds.offer-closed", { offer: title });
  const unit = offer?.capacityUnit ?? null;
  return message(language, "matching.holds.capacity", {
    offer: title,
    year: fiscalYear === null ? "" : words.year(fiscalYear),
    wanted: sayAmount(hold.wanted, unit, words),
    left: sayAmount(hold.left, unit, words),
  });
}
