import { type Wording, Words } from "../../../web/components/words.tsx";

export interface WorkLine {
  key: string;
  title: Wording;
  href: string;
  /** kind of record, before the title */
  kind?: string | undefined;
  /** when, at the edge */
  when?: string | undefined;
  /** what is missing, as marks */
  marks?: string[] | undefined;
  /** what somebody wrote, in the language in which it was written */
  words?: Wording | undefined;
  note?: string | undefined;
}

/** Lines that each lead to where the work is done. */
export function WorkList({ lines }: { lines: WorkLine[] }) {
  return (
    <ul class="work-list">
      {lines.map((line) => (
        <li key={line.key}>
          <p class="work-line">
            <a href={line.href}>
              <Words value={line.title} />
            </a>
            {line.when !== undefined && <span class="work-when">{line.when}</span>}
          </p>
          <WorkFacts {...line} />
          {line.words !== undefined && (
            <p class="work-words">
              <Words value={line.words} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function WorkFacts({ kind, marks = [], note }: WorkLine) {
  if (kind === undefined && marks.length === 0 && note === undefined) return null;
  return (
    <p class="work-facts">
      {kind !== undefined && <span class="kind-mark">{kind}</span>}
      {marks.map((mark) => (
        <span key={mark} class="tag work-missing">
          {mark}
        </span>
      ))}
      {note !== undefined && <span>{note}</span>}
    </p>
  );
}

export interface WorkFigure {
  key: string;
  label: string;
  count: number;
  unit: string;
  href: string;
  /** somebody waits for it */
  urgent?: boolean | undefined;
}

/** The counts at the top: what is zero stands back and leads nowhere. */
export function WorkBoard({ label, figures }: { label: string; figures: WorkFigure[] }) {
  return (
    <nav aria-label={label}>
      <ul class="work-board">
        {figures.map(({ key, label: name, count, unit, href, urgent }) => (
          <li key={key} class={count === 0 ? "is-none" : urgent ? "is-urgent" : undefined}>
            {count === 0 ? (
              <WorkCount name={name} count={count} unit={unit} />
            ) : (
              <a href={href}>
                <WorkCount name={name} count={count} unit={unit} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WorkCount({ name, count, unit }: { name: string; count: number; unit: string }) {
  return (
    <>
      <span class="work-count-name">{name}</span>{" "}
      <span class="work-count">
        <span class="numeral">{count.toLocaleString("en")}</span> <span class="unit">{unit}</span>
      </span>
    </>
  );
}
