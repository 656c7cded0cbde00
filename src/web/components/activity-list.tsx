import { type ActivityStatus, KindMark, StatusTag } from "./badges.tsx";
import { LinkedWords, type TextLink, type Wording, Words, wordingText } from "./words.tsx";

export interface ListedActivity {
  id: string;
  /** as the reader writes it: 「2015年10月22～23日」, 「2016年1月頃？」 */
  date: Wording;
  /** ISO 8601 where the date is exact to the day or month */
  dateTime?: string | undefined;
  kind?: string | undefined;
  title: Wording;
  href?: string | undefined;
  /** governments and bodies, Japanese side first */
  parties?: Wording[] | undefined;
  place?: Wording | undefined;
  status?: { status: ActivityStatus; label: string } | undefined;
  /** what records say beyond the title, in one line */
  note?: Wording | undefined;
  /** where else the same event stands: 「次の台帳にも記録」 and the records there */
  also?: { label: string; links: TextLink[] } | undefined;
}

export interface ActivityListProps {
  activities: ListedActivity[];
  /** joins the parties: 「・」 or " / " */
  separator?: string | undefined;
}

/** Activities, movements, updates: a date column and what happened. */
export function ActivityList({ activities, separator = " / " }: ActivityListProps) {
  return (
    <ol class="activity-list">
      {activities.map((activity) => (
        <li key={activity.id} class={activity.status && `is-${activity.status.status}`}>
          <p class="activity-date">
            {activity.dateTime === undefined ? (
              <Words value={activity.date} />
            ) : (
              <time dateTime={activity.dateTime}>
                <Words value={activity.date} />
              </time>
            )}
          </p>
          <div class="activity-body">
            <p class="activity-title">
              <LinkedWords text={activity.title} href={activity.href} />
            </p>
            <ActivityFacts {...activity} separator={separator} />
            {activity.note !== undefined && (
              <p class="activity-note">
                <Words value={activity.note} />
              </p>
            )}
            {activity.also && (
              <p class="activity-note">
                {activity.also.label}{" "}
                {activity.also.links.map((link, index) => (
                  <span key={link.href}>
                    {index > 0 && separator}
                    <LinkedWords {...link} />
                  </span>
                ))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function ActivityFacts({ kind, parties = [], place, status, separator }: ListedActivity & { separator: string }) {
  const shown = kind !== undefined || parties.length > 0 || place !== undefined || status;
  if (!shown) return null;
  return (
    <p class="activity-facts">
      {status && <StatusTag {...status} />}
      {kind !== undefined && <KindMark label={kind} />}
      {parties.length > 0 && (
        <span class="activity-parties">
          {parties.map((party, index) => (
            <span key={wordingText(party)}>
              {index > 0 && separator}
              <Words value={party} />
            </span>
          ))}
        </span>
      )}
      {place !== undefined && (
        <span class="activity-place">
          <Words value={place} />
        </span>
      )}
    </p>
  );
}
