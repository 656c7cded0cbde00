import type { Language } from "../../../core/language.ts";
import { limits } from "../understand/limits.ts";
import { longestNumber, readDay } from "./read-day.ts";

export const newItemNames = [
  "title",
  "url",
  "documentNumber",
  "bodies",
  "written",
  "published",
  "text",
  "file",
] as const;
export type NewItemName = (typeof newItemNames)[number];
export type NewItemForm = Record<NewItemName, string>;

type Reason = "required" | "length" | "numberLength" | "date" | "address" | "textOrFile" | "fileTooLarge";

export interface ReadNewItem {
  /** as typed; of a file its name */
  values: NewItemForm;
  file: { name: string; content: Uint8Array } | null;
  problems: Partial<Record<NewItemName, Reason>>;
}

/** What somebody typed or brought, and what is wrong with it by field. */
export async function readNewItem(form: FormData, language: Language): Promise<ReadNewItem> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  };
  const upload = form.get("file");
  const uploaded = upload instanceof File && upload.size > 0 ? upload : null;
  const values: NewItemForm = {
    title: text("title"),
    url: text("url"),
    documentNumber: text("documentNumber"),
    bodies: text("bodies"),
    written: text("written"),
    published: text("published"),
    text: text("text"),
    file: uploaded?.name ?? "",
  };
  const problems: ReadNewItem["problems"] = {};
  if (values.title === "") problems.title = "required";
  else if (values.title.length > 500) problems.title = "length";
  if (values.url !== "" && !isAddress(values.url)) problems.url = "address";
  if (values.documentNumber.length > longestNumber) problems.documentNumber = "numberLength";
  if (values.bodies.length > 1_000) problems.bodies = "length";
  for (const name of ["written", "published"] as const)
    if (values[name] !== "") {
      const day = readDay(values[name], language);
      if (day === null) problems[name] = "date";
      else values[name] = day;
    }
  if (!uploaded && values.text === "") problems.text = "textOrFile";
  if (uploaded && uploaded.size > limits.fileBytes) problems.file = "fileTooLarge";
  const file = uploaded
    ? { name: uploaded.name, content: new Uint8Array(await uploaded.arrayBuffer()) }
    : values.text === ""
      ? null
      : { name: `${values.title.slice(0, 80)}.txt`, content: new TextEncoder().encode(values.text) };
  return { values, file, problems };
}

function isAddress(text: string): boolean {
  return text.length <= 2_000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
