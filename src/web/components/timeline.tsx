import { type ActivityStatus, StatusTag } from "./badges.tsx";
import { LinkedWords, type Wording, Words } from "./words.tsx";

/** The steps of a partnership; each has its own mark on the line. */
export type TimelineKind =
  | "tie"
  | "agreement"
  | "consultation"
  | "training"
  | "seminar"
  | "research"
  | "project"
  | "other";

export interface TimelineEvent {
  id: string;
  kind: TimelineKind;
  kindLabel: string;
  date: Wording;
  dateTime?: string | undefined;
  title: Wording;
  href?: string | undefined;
  note?: Wording | undefined;
  status?: { status: ActivityStatus; label: string } | undefined;
}

export interface TimelineProps {
  /** in order of time; a year without events may say so by an empty list and `note` */
  years: { label: string; note?: Wording | undefined; events: TimelineEvent[] }[];
}

export function Timeline({ years }: TimelineProps) {
  return (
    <ol class="timeline">
      {years.map(({ label, note, events }) => (
        <li key={label} class="timeline-year">
          <h3 class="timeline-year-label">{label}</h3>
          {note !== undefined && (
            <p class="timeline-note">
              <Words value={note} />
            </p>
          )}
          {events.length > 0 && (
            <ol>
              {events.map((event) => (
                <Event key={event.id} {...event} />
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

function Event({ kind, kindLabel, date, dateTime, title, href, note, status }: TimelineEvent) {
  return (
    <li class={`timeline-event event-${kind}${status ? ` is-${status.status}` : ""}`}>
      <p class="timeline-facts">
        <span class="timeline-kind">{kindLabel}</span>
        <time dateTime={dateTime}>
          <Words value={date} />
        </time>
        {status && <StatusTag {...status} />}
      </p>
      <p class="timeline-title">
        <LinkedWords text={title} href={href} />
      </p>
      {note !== undefined && (
        <p class="timeline-note">
          <Words value={note} />
        </p>
      )}
    </li>
  );
}
