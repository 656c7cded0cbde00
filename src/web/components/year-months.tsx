import { ActivityList, type ListedActivity } from "./activity-list.tsx";

export interface YearMonth {
  /** anchor: month-2015-10 */
  id: string;
  /** 「10月」; the year where it changes */
  label: string;
  activities: ListedActivity[];
}

export interface YearMonthsProps {
  /** 「2015年度の月別」 */
  label: string;
  months: YearMonth[];
  emptyText: string;
  /** 「3件」, written for a count */
  countText: (count: number) => string;
  separator?: string | undefined;
}

/** A fiscal year month by month, in the programme's own order of months. */
export function YearMonths({ label, months, emptyText, countText, separator }: YearMonthsProps) {
  return (
    <div class="year-months">
      <nav class="month-strip" aria-label={label}>
        <ol>
          {months.map(({ id, label: month, activities }) => (
            <li key={id} class={activities.length === 0 ? "is-empty" : undefined}>
              <a href={`#${id}`}>
                <span>{month}</span>
                <span class="month-count">{countText(activities.length)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {months.map(({ id, label: month, activities }) => (
        <section key={id} class={activities.length > 0 ? "year-month" : "year-month is-empty"} aria-labelledby={id}>
          <h3 id={id}>{month}</h3>
          {activities.length > 0 ? (
            <ActivityList activities={activities} separator={separator} />
          ) : (
            <p class="month-empty">{emptyText}</p>
          )}
        </section>
      ))}
    </div>
  );
}
