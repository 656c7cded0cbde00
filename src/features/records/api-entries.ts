import { z } from "@hono/zod-openapi";
import type { Context } from "../../platform/context.ts";
import { type RecordKindId, recordKindIds } from "../../records/kind.ts";
import { describe } from "../../web/api/describe.ts";
import { documentQuery } from "../../web/api/document-query.ts";
import { textField } from "../../web/api/member-body.ts";
import { defineMemberOperation, type MemberOperation, noBody } from "../../web/api/member-operation.ts";
import { MemberProblem } from "../../web/api/member-problem.ts";
import { choiceParameter, choicesParameter, yearParameter } from "../../web/api/parameters.ts";
import type { Actor } from "../accounts/actor.ts";
import { toDifferenceItem, toEntryItem, toEntryWithContent } from "./api-items.ts";
import { placeParameters } from "./api-parameters.ts";
import {
  contentSchema,
  differenceSchema,
  entrySchema,
  entryWithContentSchema,
  kindField,
  totalField,
  visibilityField,
} from "./api-schemas.ts";
import { entryStates } from "./record.ts";
import { type EntryInput, saveEntry } from "./save-entry.ts";
import { getEntryForActor, listEntriesForActor } from "./service.ts";
import { getVisibleHistory } from "./visible-history.ts";

const typed = {
  visibility: visibilityField,
  content: contentSchema,
  reason: textField("api.members.field.reason", 4_000).optional(),
  baseVersion: z.int().min(0).max(1_000_000).optional().openapi(describe("api.members.field.baseVersion")),
};

export const entryOperations: readonly MemberOperation[] = [
  defineMemberOperation({
    method: "get",
    path: "/entries",
    access: "members.read",
    operation: "listEntries",
    summary: "api.members.operation.entries.summary",
    description: "api.members.operation.entries.description",
    query: z.strictObject({
      scope: choiceParameter(["mine", "decide"], "api.members.parameter.scope"),
      state: choicesParameter(entryStates, "api.members.parameter.state"),
      kind: choiceParameter(recordKindIds, "api.members.field.kind"),
      fiscalYear: yearParameter("api.members.parameter.fiscalYear"),
      ...placeParameters,
    }),
    body: noBody,
    answer: z.object({ total: totalField, items: z.array(entrySchema) }).openapi("EntryList"),
    async run({ context, actor, query: { scope = "mine", state, kind, fiscalYear, limit, offset } }) {
      const request = { scope, states: state, kind, fiscalYear, page: { limit, offset } };
      const { entries, total } = await listEntriesForActor(context, actor, request);
      return { total, items: entries.map(toEntryItem) };
    },
  }),
  defineMemberOperation({
    method: "get",
    path: "/entries/{id}",
    access: "members.read",
    operation: "getEntry",
    summary: "api.members.operation.entry.summary",
    description: "api.members.operation.entry.description",
    query: documentQuery,
    body: noBody,
    answer: z
      .object({
        entry: entryWithContentSchema,
        mayEdit: z.boolean().openapi(describe("api.members.field.mayEdit")),
        mayDecide: z.boolean().openapi(describe("api.members.field.mayDecide")),
        differences: z.array(differenceSchema).openapi(describe("api.members.field.entryDifferences")),
      })
      .openapi("EntryAnswer"),
    async run({ context, actor, params }) {
      const { entry, mayEdit, mayDecide, differences } = await getEntryForActor(context, actor, params.id ?? "");
      return { entry: toEntryWithContent(entry), mayEdit, mayDecide, differences: differences.map(toDifferenceItem) };
    },
  }),
  defineMemberOperation({
    method: "post",
    path: "/entries",
    access: "records.enter",
    operation: "createEntry",
    summary: "api.members.operation.createEntry.summary",
    description: "api.members.operation.createEntry.description",
    query: documentQuery,
    body: z.strictObject({
      kind: kindField,
      record: textField("api.members.field.corrects", 200).optional(),
      owner: textField("api.members.field.owner", 200),
      removal: z.boolean().optional().openapi(describe("api.members.field.removal")),
      restores: z.int().min(1).max(1_000_000).optional().openapi(describe("api.members.field.restores")),
      formKey: z.uuid().optional().openapi(describe("api.members.field.formKey")),
      ...typed,
    }),
    answer: entryWithContentSchema,
    status: 201,
    async run({ context, actor, body }) {
      // A record that the actor may not see is not there, whether or not it exists.
      if (body.record !== undefined) await requireVersion(context, actor, body.kind, body.record, body.baseVersion);
      return save(context, actor, body);
    },
  }),
  defineMemberOperation({
    method: "put",
    path: "/entries/{id}",
    access: "records.enter",
    operation: "saveEntry",
    summary: "api.members.operation.saveEntry.summary",
    description: "api.members.operation.saveEntry.description",
    query: documentQuery,
    body: z.strictObject({
      revision: z.int().min(1).openapi(describe("api.members.field.revision")),
      ...typed,
    }),
    answer: entryWithContentSchema,
    async run({ context, actor, params, body }) {
      const { entry } = await getEntryForActor(context, actor, params.id ?? "");
      if (body.baseVersion !== undefined && body.baseVersion !== entry.baseVersion)
        await requireVersion(context, actor, entry.kind, entry.record, body.baseVersion);
      return save(context, actor, { ...body, kind: entry.kind, entry: entry.id, owner: entry.owner });
    },
  }),
];

/** An entry shows how it differs from its base: only who sees that version can have compared the two. */
async function requireVersion(
  context: Context,
  actor: Actor,
  kind: RecordKindId,
  id: string,
  version: number | undefined,
): Promise<void> {
  const { versions } = await getVisibleHistory(context, actor, kind, id);
  if (version !== undefined && !versions.some((one) => one.version === version))
    throw new MemberProblem("content", { code: "no-such-version" });
}

async function save(
  context: Context,
  actor: Actor,
  input: EntryInput,
): Promise<z.input<typeof entryWithContentSchema>> {
  const result = await saveEntry(context, actor, input);
  if (result.state === "conflict")
    throw new MemberProblem("conflict", { code: "changed-meanwhile", current: toEntryWithContent(result.entry) });
  return toEntryWithContent(result.entry);
}
