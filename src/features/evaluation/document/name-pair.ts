import { message } from "../../../messages/message.ts";
import type { DocumentInput } from "./lay-out-evaluation.ts";

/** Both sides of a partnership: by their full names in tables, by their short ones in a drawing. */
export function namePair(
  id: string,
  { partnerships, directory, language }: Pick<DocumentInput, "partnerships" | "directory" | "language">,
  length: "full" | "short" = "full",
): string {
  const pair = partnerships.find((partnership) => partnership.id === id);
  if (!pair) return id;
  const name = (side: string) =>
    length === "full" ? directory.name(side, language) : directory.shortName(side, language);
  return message(language, "evaluation.evidence.pair", { home: name(pair.home), partner: name(pair.partner) });
}
