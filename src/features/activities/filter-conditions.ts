import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { daysInMonth } from "../../core/calendar-day.ts";
import type { Schema } from "../../db/generated/schema.ts";
import type { ActivityFilter } from "./filter.ts";

type Tables = Pick<Schema, "activities" | "registers">;
type Builder = ExpressionBuilder<Tables, "activities" | "registers">;

/** The filter as conditions on `activities` joined with `registers`. */
export function filterConditions(builder: Builder, filter: ActivityFilter): Expression<SqlBool>[] {
  const conditions = recordConditions(builder, filter);
  // A ledger's own list shows all that it holds.
  if (filter.onceEachEvent && !filter.ledger && !filter.register)
    conditions.push(sql<SqlBool>`activities.id NOT IN (${selectRepeated(builder, filter)})`);
  return conditions;
}

function recordConditions(builder: Builder, filter: ActivityFilter): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  const { ids, fiscalYear, kinds, statuses, ledger, register, partnership, project, agreement, topic, text } = filter;
  const from = filter.month ? `${filter.month}-01` : filter.from;
  const to = filter.month ? lastDayOfMonth(filter.month) : filter.to;
  if (ids) conditions.push(sql<SqlBool>`activities.id = ANY(${ids})`);
  if (fiscalYear !== undefined) conditions.push(builder("activities.fiscal_year", "=", fiscalYear));
  if (from) conditions.push(builder("activities.date_to", ">=", boundToDatabase(from)));
  if (to) conditions.push(builder("activities.date_from", "<=", boundToDatabase(to)));
  if (filter.begunBy) conditions.push(builder("activities.date_from", "<=", boundToDatabase(filter.begunBy)));
  if (kinds?.length) conditions.push(builder("activities.kind", "in", kinds));
  if (statuses?.length) conditions.push(builder("activities.status", "in", statuses));
  if (ledger) conditions.push(builder("registers.ledger", "=", ledger));
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

function takenPartIn(organisations: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`activities.id IN (
    SELECT activity FROM activity_parties JOIN organisations ON organisations.id = activity_parties.organisation
    WHERE organisations.id = ANY(${organisations}) OR organisations.government = ANY(${organisations}))`;
}

function holdsText(text: string): Expression<SqlBool> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<SqlBool>`concat_ws(' ', activities.title_ja, activities.title_zh, activities.title_en, activities.theme_ja,
    activities.theme_zh, activities.theme_en, activities.result_ja, activities.result_zh, activities.result_en,
    activities.remark_ja, activities.remark_zh, activities.remark_en) ILIKE ${pattern}`;
}

/**
 * Records that stand behind another of the same event which the filter lets through as well. The inner `activities` and
 * `registers` are that other record, so that the same conditions apply to it; nothing in it depends on the outer row.
 */
function selectRepeated(builder: Builder, filter: ActivityFilter): RawBuilder<unknown> {
  const conditions = recordConditions(builder, filter);
  return sql`
    SELECT pair.other FROM ${sameEventPairs} pair
    JOIN activities ON activities.id = pair.id
    JOIN registers ON registers.id = activities.register
    JOIN ledgers ON ledgers.id = registers.ledger
    JOIN activities other ON other.id = pair.other
    JOIN registers other_register ON other_register.id = other.register
    JOIN ledgers other_ledger ON other_ledger.id = other_register.ledger
    WHERE (ledgers.precedence, ledgers.id) < (other_ledger.precedence, other_ledger.id)
      AND ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)}`;
}

/** Every two records that the checks take for the same event in two ledgers, in both directions. */
export const sameEventPairs = sql`(
  SELECT pair.id, pair.other FROM findings
  CROSS JOIN LATERAL unnest(findings.related) AS related(key)
  CROSS JOIN LATERAL (VALUES
    (substr(findings.record, 12), substr(related.key, 12)),
    (substr(related.key, 12), substr(findings.record, 12))
  ) AS pair(id, other)
  WHERE findings.rule = 'same-event-in-two-ledgers')`;

/** Earlier than PostgreSQL's first day means its first day. */
function boundToDatabase(day: string): string {
  return day < "0001-01-01" ? "0001-01-01" : day;
}

function lastDayOfMonth(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`;
}
