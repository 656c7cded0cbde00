import type { ComponentChild } from "preact";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { recordKind } from "../../records/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding } from "./access.ts";
import { RecordFields } from "./pages/record/record-content.tsx";
import { gatherReader } from "./pages/record/record-reader.ts";
import type { Entry } from "./record.ts";

/** All that an entry says, with the words of the form, for pages of other rooms. */
export async function describeContent(
  context: Context,
  actor: Actor,
  { kind: kindId, content }: Pick<Entry, "kind" | "content">,
  language: Language,
): Promise<ComponentChild> {
  const kind = recordKind(kindId);
  const reader = await gatherReader(context, await findStanding(context, actor), language, kind, [content]);
  return <RecordFields reader={reader} kind={kind} content={content} />;
}
