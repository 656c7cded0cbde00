import { z } from "@hono/zod-openapi";
import { AppError } from "../../core/errors.ts";
import type { MessageKey } from "../../messages/message.ts";
import { isRecordKindId, type RecordKindId } from "../../records/kind.ts";
import { describe } from "../../web/api/describe.ts";
import { languageParameter, pageParameters } from "../../web/api/parameters.ts";

/** Lists of the members' side say how many there are, so that they are walked by place. */
export const placeParameters = {
  limit: pageParameters.limit,
  offset: z
    .string()
    .default("0")
    .refine((value) => /^\d{1,6}$/.test(value), { error: "api.members.reason.offset" satisfies MessageKey })
    .transform(Number)
    .openapi({ ...describe("api.members.parameter.offset"), type: "integer", minimum: 0, default: 0 }),
  lang: languageParameter,
};

/** The kind in an address; throws `not-found` for a word that is none. */
export function readKind(params: Record<string, string>): RecordKindId {
  const kind = params.kind ?? "";
  if (!isRecordKindId(kind)) throw new AppError("not-found");
  return kind;
}

export function readYearOf(params: Record<string, string>): number {
  const text = params.fiscalYear ?? "";
  if (!/^[1-9]\d{3}$/.test(text)) throw new AppError("not-found");
  return Number(text);
}
