import { z } from "@hono/zod-openapi";
import { BadParameters } from "../../web/api/bad-parameters.ts";
import {
  choicesParameter,
  dayParameter,
  languageParameter,
  monthParameter,
  pageParameters,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import { defineResource, type Resource } from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { activitySchema, toActivityItem } from "./activity-item.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./filter.ts";
import { getActivity, getActivitySlice } from "./service.ts";
import { activityKinds, activityStatuses } from "./sheets.ts";

export const activityResources: readonly Resource[] = [
  defineResource({
    path: "/activities",
    operation: "listActivities",
    summary: "api.operation.activities.summary",
    description: "api.operation.activities.description",
    query: z.strictObject({
      fiscalYear: yearParameter(),
      month: monthParameter("api.parameter.month"),
      from: dayParameter("api.parameter.from"),
      to: dayParameter("api.parameter.to"),
      kind: choicesParameter(activityKinds, "api.parameter.kind"),
      status: choicesParameter(activityStatuses, "api.parameter.status"),
      ledger: textParameter("api.parameter.ledger"),
      register: textParameter("api.parameter.register"),
      organisation: textParameter("api.parameter.organisation"),
      partnership: textParameter("api.parameter.partnership"),
      project: textParameter("api.parameter.project"),
      topic: textParameter("api.parameter.topic"),
      q: textParameter("api.parameter.qActivity"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(activitySchema), next: nextSchema }).openapi("ActivityList"),
    async read({ context, query, language }) {
      const { kind, status, q, limit, cursor, lang: _lang, ...rest } = query;
      checkInterval(rest);
      const filter = { ...rest, kinds: kind, statuses: status, text: q };
      const after = readCursor(cursor);
      const { activities, next } = await getActivitySlice(context, filter, { limit, after, order: "newest" });
      return {
        items: activities.map((activity) => toActivityItem(activity, language)),
        next: next ? encodeCursor(next) : undefined,
      };
    },
    async example(context) {
      const newest = await findNewest(context);
      return { query: { ...(newest && { fiscalYear: String(newest.fiscalYear), kind: newest.kind }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/activities/{id}",
    operation: "getActivity",
    summary: "api.operation.activity.summary",
    description: "api.operation.activity.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: activitySchema,
    read: async ({ context, id, language }) => toActivityItem(await getActivity(context, id), language),
    async example(context) {
      return { id: (await findNewest(context))?.id, query: {} };
    },
  }),
];

async function findNewest(context: Parameters<typeof getActivitySlice>[0]) {
  const page = { limit: 1, after: null, order: "newest" } as const;
  return (await getActivitySlice(context, { statuses: ["done"] }, page)).activities[0];
}

function checkInterval({
  from,
  to,
  month,
}: {
  from?: string | undefined;
  to?: string | undefined;
  month?: string | undefined;
}): void {
  if (month !== undefined && (from !== undefined || to !== undefined))
    throw new BadParameters([{ field: "month", reason: "api.reason.monthOrInterval" }]);
  if (from !== undefined && to !== undefined && to < from)
    throw new BadParameters([{ field: "to", reason: "api.reason.reversed" }]);
}

function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (!cursor) throw new BadParameters([{ field: "cursor", reason: "api.reason.cursor" }]);
  return cursor;
}
