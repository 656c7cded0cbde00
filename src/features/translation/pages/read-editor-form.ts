import type { Context } from "../../../platform/context.ts";
import type { Actor } from "../../accounts/actor.ts";
import { getSegmentHistory } from "../service.ts";
import type { Segment, Translation } from "../translation.ts";

export interface Typed {
  segment: Segment;
  target: string;
  /** of the segment, when the form was made */
  version: number;
}

/** The sentences of the form that somebody has changed in it: what was only shown is not saved again. */
export async function findTyped(
  context: Context,
  actor: Actor,
  translation: Translation,
  form: FormData,
): Promise<Typed[]> {
  const typed: Typed[] = [];
  for (const segment of translation.segments) {
    const found = readTyped(form, segment);
    if (found && (await isChanged(context, actor, translation.id, found))) typed.push(found);
  }
  return typed;
}

/** Null where the form does not hold the sentence. */
export function readTyped(form: FormData, segment: Segment): Typed | null {
  const target = form.get(`target.${segment.id}`);
  const version = Number(form.get(`version.${segment.id}`));
  if (typeof target !== "string" || !Number.isSafeInteger(version)) return null;
  // A text field sends line ends as CRLF, whatever it was given.
  return { segment, target: target.replace(/\r\n?/g, "\n").trim(), version };
}

async function isChanged(
  context: Context,
  actor: Actor,
  translation: string,
  { segment, target, version }: Typed,
): Promise<boolean> {
  if (target === segment.target) return false;
  if (version === segment.version) return true;
  // Somebody else was quicker; what the form was made with may be what it still holds.
  const history = await getSegmentHistory(context, actor, translation, segment.id);
  const shown = history.find((state) => state.version === version)?.target ?? "";
  return target !== shown;
}
