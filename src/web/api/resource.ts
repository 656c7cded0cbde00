import type { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import type { MessageKey } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { BadParameters } from "./bad-parameters.ts";
import { readParameters } from "./read-parameters.ts";

interface Definition<Query extends z.ZodObject, Answer extends z.ZodType> {
  /** below /api/v1, as OpenAPI writes it: `/activities/{id}` */
  path: string;
  operation: string;
  summary: MessageKey;
  description: MessageKey;
  query: Query;
  answer: Answer;
  read(request: ResourceRequest<z.output<Query>>): Promise<z.input<Answer>>;
  /** not kept for the next reader: what depends on more than the revision of the records, or is asked for in countless ways */
  fresh?: boolean;
  /** a request whose answer shows what the resource gives; its records are those of the loaded programme */
  example(context: Context): Promise<ExampleRequest>;
  /** leaves enough of the answer to an example to understand the rest */
  shorten?(answer: z.input<Answer>): z.input<Answer>;
}

export interface ResourceRequest<Query> {
  context: Context;
  language: Language;
  /** empty for a resource without one */
  id: string;
  query: Query;
}

export interface ExampleRequest {
  id?: string | undefined;
  query: Record<string, string>;
}

/** What the API gives as a file: a table on paper, a document. */
export interface ResourceFile {
  contentType: string;
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface FileDefinition<Query extends z.ZodObject>
  extends Omit<Definition<Query, z.ZodType>, "answer" | "read" | "shorten"> {
  mediaTypes: readonly string[];
  readFile(request: ResourceRequest<z.output<Query>>): Promise<ResourceFile>;
}

/** One address of the API whose answer is a file, with its types closed over. */
export interface FileResource extends Omit<Resource, "answer" | "read" | "readExample"> {
  mediaTypes: readonly string[];
  readFile(request: SearchRequest): Promise<ResourceFile>;
}

export function defineFileResource<Query extends z.ZodObject>(definition: FileDefinition<Query>): FileResource {
  return {
    ...definition,
    readFile: ({ search, ...request }) =>
      definition.readFile({ ...request, query: readParameters(definition.query, search) }),
  };
}

interface SearchRequest {
  context: Context;
  language: Language;
  id: string;
  search: URLSearchParams;
}

/** One address of the API, with its types closed over. */
export interface Resource {
  path: string;
  operation: string;
  summary: MessageKey;
  description: MessageKey;
  query: z.ZodObject;
  answer: z.ZodType;
  fresh?: boolean;
  read(request: SearchRequest): Promise<unknown>;
  example(context: Context): Promise<ExampleRequest>;
  /** undefined where there is no such record yet */
  readExample(context: Context, language: Language): Promise<unknown>;
}

export function defineResource<Query extends z.ZodObject, Answer extends z.ZodType>(
  definition: Definition<Query, Answer>,
): Resource {
  const read: Resource["read"] = ({ search, ...request }) =>
    definition.read({ ...request, query: readParameters(definition.query, search) });
  return {
    ...definition,
    read,
    async readExample(context, language) {
      const { id = "", query } = await definition.example(context);
      if (id === "" && definition.path.includes("{id}")) return undefined;
      const search = new URLSearchParams(query);
      const answer = await definition.read({ context, language, id, query: readParameters(definition.query, search) });
      return definition.shorten ? definition.shorten(answer) : answer;
    },
  };
}

/** The part of a list after the cursor. The cursor names the last record shown, so that added records shift nothing. */
export function takePage<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  page: { limit: number; cursor?: string | undefined },
): { items: Item[]; next?: string } {
  const start = page.cursor === undefined ? 0 : findPosition(items, keyOf, page.cursor) + 1;
  const shown = items.slice(start, start + page.limit);
  const last = shown.at(-1);
  return start + page.limit < items.length && last !== undefined
    ? { items: shown, next: Buffer.from(keyOf(last)).toString("base64url") }
    : { items: shown };
}

function findPosition<Item>(items: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const key = Buffer.from(cursor, "base64url").toString();
  const position = items.findIndex((item) => keyOf(item) === key);
  if (position === -1) throw new BadParameters([{ field: "cursor", reason: "api.reason.cursor" }]);
  return position;
}
