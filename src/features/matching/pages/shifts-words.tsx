import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Need } from "../../needs/need.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Shift } from "../shifts.ts";
import { ShiftShape } from "./shifts-picture.tsx";

interface ShiftWordsProps {
  cities: readonly { city: string; shifts: readonly Shift[] }[];
  /** for the titles of those by which others were replaced */
  needs: readonly Need[];
  words: NeedWords;
}

/** City after city: what shifted, from what to what. */
export function ShiftWords({ cities, needs, words }: ShiftWordsProps) {
  const { language } = words;
  const byId = new Map(needs.map((need) => [need.id, need]));
  return (
    <div class="shift-cities">
      {cities.map(({ city, shifts }) => (
        <section key={city} aria-labelledby={`shift-${city}`}>
          <h3 id={`shift-${city}`}>
            <a href={links.memberNeeds(language, { organisation: city })}>{words.organisation(city)}</a>
            <span class="unit">
              {message(language, "needs.count", { count: new Set(shifts.map(({ need }) => need.id)).size })}
            </span>
          </h3>
          <ul>
            {shifts.map((shift) => {
              const successor = shift.replacedBy === null ? undefined : byId.get(shift.replacedBy);
              return (
                <li key={`${shift.need.id}-${shift.kind}`}>
                  <ShiftShape kind={shift.kind} />
                  <div>
                    <a href={links.memberNeed(language, shift.need.id)}>
                      <Words value={localize(shift.need.title, language)} />
                    </a>
                    <span class="record-facts">
                      <span>{tellShift(shift, words)}</span>
                      <span>{words.list(shift.need.topics.map(words.topic))}</span>
                    </span>
                    {successor && (
                      <span class="record-facts">
                        {message(language, "needs.becameThis")}
                        <a href={links.memberNeed(language, successor.id)}>
                          <Words value={localize(successor.title, language)} />
                        </a>
                      </span>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function tellShift({ kind, before, after }: Shift, { language }: NeedWords): string {
  const name = message(language, `needShifts.kind.${kind}`);
  if (kind === "harder" || kind === "easier") return name;
  if (before === null && kind !== "new") return message(language, "needShifts.within", { kind: name });
  if (before === null)
    return message(language, "needShifts.standing", { kind: name, state: message(language, `need.states.${after}`) });
  return message(language, "needShifts.moved", {
    kind: name,
    before: message(language, `need.states.${before}`),
    after: message(language, `need.states.${after}`),
  });
}
