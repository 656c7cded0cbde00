import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type ApiDocument, serverPath } from "../document.ts";

/** One operation of the document, as its page shows it. */
export interface Operation {
  id: string;
  path: string;
  summary: string;
  description: string;
  parameters: Field[];
  /** null where there is nothing to ask for yet */
  exampleRequest: string | null;
  example: unknown;
}

/** A schema with a name of its own. */
export interface NamedSchema {
  name: string;
  description: string;
  fields: Field[];
}

export interface Field {
  name: string;
  schema: SchemaPart;
  required: boolean;
  description: string;
}

type Schemas = NonNullable<NonNullable<ApiDocument["components"]>["schemas"]>;
type SchemaPart = Schemas[string];
type Operations = NonNullable<NonNullable<ApiDocument["paths"]>[string]["get"]>;

export function listOperations(document: ApiDocument): Operation[] {
  // What only members may ask has no example that everyone may see.
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    item.get && "operationId" in item.get && !path.startsWith("/members/") ? [readOperation(path, item.get)] : [],
  );
}

function readOperation(path: string, operation: Operations): Operation {
  const ok = operation.responses?.["200"];
  const content = ok && "content" in ok ? ok.content : undefined;
  return {
    id: operation.operationId ?? path,
    path: `${serverPath}${path}`,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    // Headers are the same everywhere; the page explains them once.
    parameters: (operation.parameters ?? []).flatMap((parameter) =>
      "in" in parameter && parameter.in !== "header"
        ? [
            {
              name: parameter.name,
              schema: parameter.schema ?? {},
              required: parameter.required ?? false,
              description: parameter.description ?? describePart(parameter.schema),
            },
          ]
        : [],
    ),
    exampleRequest: typeof operation["x-example-request"] === "string" ? operation["x-example-request"] : null,
    example: content?.["application/json"]?.example,
  };
}

/** The schemas of records; those of lists say nothing that the page has not said. */
export function listSchemas(document: ApiDocument, language: Language): NamedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
    "properties" in schema && schema.properties && !name.endsWith("List")
      ? [
          {
            name,
            description: schema.description ?? "",
            fields: readFields(schema.properties, schema.required ?? [], language),
          },
        ]
      : [],
  );
}

/** Fields of fields as `codes.iso` and `parties[].role`. */
function readFields(properties: Schemas, required: readonly string[], language: Language, prefix = ""): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${prefix}${key}`;
    const field = { name, schema, required: required.includes(key), description: describePart(schema) };
    const inner = innerObject(schema);
    return inner
      ? [field, ...readFields(inner.properties, inner.required, language, `${name}${inner.suffix}`)]
      : [field];
  });
}

function innerObject(schema: SchemaPart): { properties: Schemas; required: readonly string[]; suffix: string } | null {
  if ("$ref" in schema) return null;
  if (schema.properties) return { properties: schema.properties, required: schema.required ?? [], suffix: "." };
  const items = schema.items;
  if (!items || "$ref" in items || !items.properties) return null;
  return { properties: items.properties, required: items.required ?? [], suffix: "[]." };
}

function describePart(schema: SchemaPart | undefined): string {
  if (!schema || "$ref" in schema) return "";
  // A described reference is written as allOf: the reference, then its description.
  return schema.description ?? schema.allOf?.map(describePart).find((text) => text !== "") ?? "";
}

/** The kind of value in words, with the name of the schema that it refers to. */
export function nameType(schema: SchemaPart, language: Language): { text: string; schema?: string }[] {
  if ("$ref" in schema) return [{ text: lastPart(schema.$ref), schema: lastPart(schema.$ref) }];
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (parts)
    return parts
      .filter((part) => "$ref" in part || part.type !== undefined)
      .flatMap((part) => nameType(part, language));
  if (schema.enum) return [{ text: schema.enum.filter((value) => value !== null).join(", ") }];
  const types = [schema.type ?? []].flat();
  if (types.includes("array")) return nameList(schema.items, language);
  return types
    .filter((type) => type !== "object" || !schema.properties)
    .map((type) => ({ text: nameSimpleType(type, schema, language) }));
}

function nameList(items: SchemaPart | undefined, language: Language): { text: string; schema?: string }[] {
  const named = items ? nameType(items, language) : [];
  if (items && "enum" in items && items.enum) return named;
  if (named.length === 0) return [{ text: message(language, "api.page.type.array") }];
  return named.map((part) => ({ ...part, text: message(language, "api.page.type.listOf", { type: part.text }) }));
}

function nameSimpleType(type: string, schema: Exclude<SchemaPart, { $ref: string }>, language: Language): string {
  if (type === "null") return "null";
  if (schema.format === "date") return message(language, "api.page.type.date");
  if (schema.pattern?.endsWith("-\\d{2}$")) return message(language, "api.page.type.month");
  if (type === "integer" || type === "number" || type === "boolean" || type === "object") {
    const name = message(language, `api.page.type.${type}`);
    return schema.minimum !== undefined && schema.maximum !== undefined && schema.maximum < 1_000
      ? `${name} ${schema.minimum}–${schema.maximum}`
      : name;
  }
  return message(language, "api.page.type.text");
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
