import { z } from "@hono/zod-openapi";
import { isConnectionLost } from "../../db/connection-lost.ts";
import { describe } from "./describe.ts";
import { type ProblemType, problemSchema, typeOfError } from "./problem.ts";

/** One thing that keeps an entry from being submitted or approved; `row` counts the rows of a part from 1. */
export const cellProblemSchema = z
  .object({
    sheet: z.string().openapi(describe("api.members.field.problemSheet")),
    row: z.int().nullable().openapi(describe("api.members.field.problemRow")),
    column: z.string().openapi(describe("api.members.field.problemColumn")),
    code: z.string().openapi(describe("api.members.field.problemCode")),
    value: z.string().openapi(describe("api.members.field.problemValue")),
    reason: z.string().openapi(describe("api.field.errorReason")),
  })
  .openapi("CellProblem", describe("api.members.schema.CellProblem"));

/** RFC 9457 with what a member's program needs to go on. */
export const memberProblemSchema = z
  .object({
    ...problemSchema.shape,
    code: z.string().optional().openapi(describe("api.members.field.code")),
    cells: z.array(cellProblemSchema).optional().openapi(describe("api.members.field.cells")),
    current: z.looseObject({}).optional().openapi(describe("api.members.field.current")),
  })
  .openapi("MemberProblem", describe("api.members.schema.MemberProblem"));

interface Extension {
  /** which conflict or which refusal, for programs */
  code?: string;
  cells?: z.input<typeof cellProblemSchema>[];
  /** the entry as it is now */
  current?: object;
}

/** A refusal with more to say than its type. */
export class MemberProblem extends Error {
  readonly type: ProblemType;
  readonly extension: Extension;

  constructor(type: ProblemType, extension: Extension = {}) {
    super(`${type} ${extension.code ?? ""}`.trim());
    this.name = "MemberProblem";
    this.type = type;
    this.extension = extension;
  }
}

export function typeOfMemberError(error: unknown): ProblemType {
  if (error instanceof MemberProblem) return error.type;
  return isConnectionLost(error) ? "unavailable" : typeOfError(error);
}
