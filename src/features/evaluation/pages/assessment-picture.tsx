import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Assessment, markNames } from "../draft.ts";

/** Both sides' marks on one scale: a filled square for the home side, an open circle for the partner, a line between them. */
export function AssessmentPicture({
  home,
  partner,
  language,
  names,
}: {
  home: Assessment | null;
  partner: Assessment | null;
  language: Language;
  names: { home: string; partner: string };
}) {
  const width = 340;
  const labelAt = 118;
  const step = (width - labelAt - 20) / 4;
  const x = (mark: number) => labelAt + 8 + (mark - 1) * step;
  const row = 30;
  const height = 26 + markNames.length * row;
  return (
    <figure class="assessment-picture">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe({ home, partner, language, names })}>
        {[1, 2, 3, 4, 5].map((mark) => (
          <g key={mark}>
            <text class="assessment-scale" x={x(mark)} y="12" text-anchor="middle">
              {mark}
            </text>
            <line class="deepening-rule" x1={x(mark)} x2={x(mark)} y1="18" y2={height - 4} />
          </g>
        ))}
        {markNames.map((name, index) => {
          const y = 18 + (index + 0.5) * row;
          const ours = home?.marks[name];
          const theirs = partner?.marks[name];
          return (
            <g key={name}>
              <text class="assessment-name" x="0" y={y + 4}>
                {message(language, `evaluation.mark.${name}`)}
              </text>
              {ours !== undefined && theirs !== undefined && ours !== theirs && (
                <line class="assessment-gap" x1={x(ours)} x2={x(theirs)} y1={y} y2={y} />
              )}
              {theirs !== undefined && <circle class="assessment-partner" cx={x(theirs)} cy={y} r="8" />}
              {ours !== undefined && <rect class="assessment-home" x={x(ours) - 5} y={y - 5} width="10" height="10" />}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span class="assessment-key-home">{names.home}</span>{" "}
        <span class="assessment-key-partner">{names.partner}</span>
      </figcaption>
    </figure>
  );
}

function describe({
  home,
  partner,
  language,
  names,
}: {
  home: Assessment | null;
  partner: Assessment | null;
  language: Language;
  names: { home: string; partner: string };
}): string {
  const none = message(language, "evaluation.none");
  return markNames
    .map((name) =>
      message(language, "evaluation.assessment.described", {
        mark: message(language, `evaluation.mark.${name}`),
        home: names.home,
        partner: names.partner,
        ours: home?.marks[name] ?? none,
        theirs: partner?.marks[name] ?? none,
      }),
    )
    .join(message(language, "list.separator"));
}
