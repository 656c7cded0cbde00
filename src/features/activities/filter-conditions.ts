import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { daysInMonth } from "../../core/calendar-day.ts";
import type { Schema } from "../../db/generated/schema.ts";
import type { ActivityFilter } from "./filter.ts";

type Builder = ExpressionBuilder<Pick<Schema, "activities">, "activities">;

/**
 * The filter as conditions on `activities`. `onceEachEvent` is not among them: which of two records stays depends on
 * whether the filter lets the other through, so the service sees to it.
 */
export function filterConditions(builder: Builder, filter: ActivityFilter): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  const { ids, fiscalYear, kinds, statuses, ledger, register, partnership, project, agreement, topic, text } = filter;
  const from = filter.month ? `${filter.month}-01` : filter.from;
  const to = filter.month ? lastDayOfMonth(filter.month) : filter.to;
  if (ids) conditions.push(sql<SqlBool>`activities.id = ANY(${ids})`);
  if (filter.without?.length)
    conditions.push(sql<SqlBool>`activities.id NOT IN (SELECT unnest(${filter.without}::text[]))`);
  if (fiscalYear !== undefined) conditions.push(builder("activities.fiscal_year", "=", fiscalYear));
  if (from) conditions.push(builder("activities.date_to", ">=", boundToDatabase(from)));
  if (to) conditions.push(builder("activities.date_from", "<=", boundToDatabase(to)));
  if (filter.begunBy) conditions.push(builder("activities.date_from", "<=", boundToDatabase(filter.begunBy)));
  if (kinds?.length) conditions.push(builder("activities.kind", "in", kinds));
  if (statuses?.length) conditions.push(builder("activities.status", "in", statuses));
  if (ledger)
    conditions.push(sql<SqlBool>`activities.register = ANY(ARRAY(SELECT id FROM registers WHERE ledger = ${ledger}))`);
  if (register) conditions.push(builder("activities.register", "=", register));
  if (partnership) conditions.push(sql<SqlBool>`activities.partnerships @> ARRAY[${partnership}]::text[]`);
  if (topic) conditions.push(sql<SqlBool>`activities.topics @> ARRAY[${topic}]::text[]`);
  if (project) conditions.push(builder("activities.project", "=", project));
  if (agreement) conditions.push(builder("activities.agreement", "=", agreement));
  if (filter.organisation) conditions.push(takenPartIn([filter.organisation]));
  if (filter.organisations) conditions.push(takenPartIn(filter.organisations));
  // `/` joins two days; months, years, 「頃」 and open sides do not match.
  if (filter.exactDays)
    conditions.push(sql<SqlBool>`activities.date ~ '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$'`);
  if (text) conditions.push(holdsText(text));
  return conditions;
}

/** Both lists are worked out first: otherwise the planner walks through all dates in the hope of meeting the few early. */
function takenPartIn(organisations: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`activities.id = ANY(ARRAY(
    SELECT DISTINCT activity FROM activity_parties WHERE organisation = ANY(ARRAY(
      SELECT id FROM organisations WHERE id = ANY(${organisations}) OR government = ANY(${organisations})))))`;
}

/** `words` holds all texts in lower case (migration 0004). */
function holdsText(text: string): Expression<SqlBool> {
  return sql<SqlBool>`strpos(activities.words, lower(${text})) > 0`;
}

/** Earlier than PostgreSQL's first day means its first day. */
function boundToDatabase(day: string): string {
  return day < "0001-01-01" ? "0001-01-01" : day;
}

function lastDayOfMonth(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`;
}
