import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type ActivityStatus, StatusTag } from "../../../web/components/badges.tsx";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import type { Concern } from "../evaluation.ts";
import { followConcerns } from "./concern-chains.ts";

/** What became of the concerns of the surveys: those that stay open first. */
export function FollowedConcerns({ concerns, language }: { concerns: readonly Concern[]; language: Language }) {
  const { surveys, again, ended, fresh } = followConcerns(concerns);
  const [first, last] = [surveys[0], surveys.at(-1)];
  if (first === undefined || last === undefined) return null;
  const date = (edtf: string) => writeEdtf(edtf, language);
  const lists = { again, ended: ended.map((concern) => [concern]), new: fresh.map((concern) => [concern]) };
  return (
    <Section
      id="concerns"
      title={message(language, "evaluation.concerns.title")}
      lead={message(language, "evaluation.concerns.lead", { first: date(first), last: date(last) })}
    >
      <ConcernFigures concerns={concerns} first={first} again={again.length} fresh={fresh.length} language={language} />
      {(["again", "ended", "new"] as const).map((group) => (
        <Section key={group} id={`concerns-${group}`} level={3} title={message(language, `evaluation.group.${group}`)}>
          <ol class="concerns">
            {lists[group].map((chain) => (
              <li key={chain[0]?.id}>
                {chain.map((concern) => (
                  <ConcernEntry key={concern.id} concern={concern} language={language} />
                ))}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </Section>
  );
}

interface ConcernFiguresProps {
  concerns: readonly Concern[];
  first: string;
  again: number;
  fresh: number;
  language: Language;
}

function ConcernFigures({ concerns, first, again, fresh, language }: ConcernFiguresProps) {
  const raised = concerns.filter((concern) => concern.raised === first);
  const unit = message(language, "evaluation.concerns.unit");
  const figure = (label: string, count: number, href?: string) => ({ label, value: String(count), unit, href });
  return (
    <KeyFigures
      figures={[
        figure(message(language, "evaluation.concerns.raised", { date: writeEdtf(first, language) }), raised.length),
        figure(
          message(language, "evaluation.concerns.partly"),
          raised.filter((concern) => concern.state !== "open").length,
        ),
        figure(message(language, "evaluation.concerns.again"), again, "#concerns-again"),
        figure(message(language, "evaluation.concerns.new"), fresh, "#concerns-new"),
      ]}
    />
  );
}

function ConcernEntry({ concern, language }: { concern: Concern; language: Language }) {
  const response = localize(concern.response, language);
  return (
    <div class="concern" id={concern.id}>
      <p class="concern-facts">
        {writeEdtf(concern.raised, language)}{" "}
        <StatusTag status={shapeOf(concern.state)} label={choiceMessage(language, "concern.state", concern.state)} />
      </p>
      <p class="concern-text">
        <Words value={localize(concern.text, language)} />
      </p>
      {response.text !== "" && (
        <p class="concern-response">{message(language, "evaluation.response", { text: response.text })}</p>
      )}
    </div>
  );
}

/** The circle that is empty, half or full. */
function shapeOf(state: string): ActivityStatus {
  if (state === "addressed") return "done";
  return state === "partly-addressed" ? "adjusting" : "planned";
}
