import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { type Shift, type ShiftKind, shiftDirections, shiftKinds, type TopicShifts } from "../shifts.ts";

/** Shape alone tells them apart; each is drawn in a field of 16 by 16. */
const shapes: Record<ShiftKind, string> = {
  new: "M8 2.5V13.5M2.5 8H13.5",
  forward: "M8 13.5V3M3.5 7.5L8 3L12.5 7.5",
  met: "M2.5 8.5L6.5 12.5L13.5 4",
  harder: "M8 3L14 13H2Z",
  replaced: "M3 5.5H12.5M9.5 2.5L12.5 5.5L9.5 8.5M13 11H3.5",
  easier: "M8 13L2 3H14Z",
  back: "M8 2.5V13M3.5 8.5L8 13L12.5 8.5",
  dropped: "M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5",
};

export function ShiftShape({ kind }: { kind: ShiftKind }) {
  return (
    <svg
      class={`shift-shape is-${shiftDirections[kind]}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={shapes[kind]} fill="none" stroke-width="2" />
    </svg>
  );
}

/** What fell away to the left of the line, what came up to the right: a mark a need, leading to it. */
export function ShiftPicture({ topics, words }: { topics: readonly TopicShifts[]; words: NeedWords }) {
  const { language } = words;
  const present = new Set(topics.flatMap(({ up, down }) => [...up, ...down].map(({ kind }) => kind)));
  return (
    <figure class="shift-picture" aria-labelledby="shift-picture-title">
      <figcaption id="shift-picture-title">
        {message(language, "needShifts.picture.title")}
        <span class="unit">{message(language, "needShifts.picture.unit")}</span>
      </figcaption>
      <ul class="shift-legend">
        {shiftKinds
          .filter((kind) => present.has(kind))
          .map((kind) => (
            <li key={kind}>
              <ShiftShape kind={kind} />
              {message(language, `needShifts.kind.${kind}`)}
            </li>
          ))}
      </ul>
      <table class="shift-table">
        <thead>
          <tr>
            <th scope="col">{message(language, "needMap.topic")}</th>
            <th scope="col" class="shift-down">
              {message(language, "needShifts.picture.down")}
            </th>
            <th scope="col" class="shift-up">
              {message(language, "needShifts.picture.up")}
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topic, up, down }) => (
            <tr key={topic}>
              <th scope="row">
                <a href={links.memberNeeds(language, { topic })}>{words.topic(topic)}</a>
              </th>
              <td class="shift-down">
                <ShiftMarks shifts={down.toReversed()} words={words} />
              </td>
              <td class="shift-up">
                <ShiftMarks shifts={up} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function ShiftMarks({ shifts, words }: { shifts: readonly Shift[]; words: NeedWords }) {
  const { language } = words;
  if (shifts.length === 0)
    return <span class="visually-hidden">{message(language, "needShifts.picture.nothing")}</span>;
  return (
    <>
      <span class="shift-marks">
        {shifts.map(({ need, kind }) => {
          const label = message(language, "needShifts.picture.mark", {
            kind: message(language, `needShifts.kind.${kind}`),
            city: words.organisation(need.organisation),
            title: localize(need.title, language).text,
          });
          return (
            <a key={`${need.id}-${kind}`} href={links.memberNeed(language, need.id)} title={label} aria-label={label}>
              <ShiftShape kind={kind} />
            </a>
          );
        })}
      </span>
      <span class="shift-count numeral">{shifts.length}</span>
    </>
  );
}
