import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import type { Actor } from "../accounts/actor.ts";
import { getSnapshot } from "../sources/snapshots.ts";
import type { ItemFieldName } from "./item.ts";
import { getItem } from "./service.ts";
import { bareText } from "./understand/clean-text.ts";
import { listLabelledValues } from "./understand/read-page.ts";

/**
 * The label that is to be remembered for a source, as the kept page prints it: one mistyped would be believed and never found, one with
 * its colon likewise. As it was typed where no page is kept to compare with. Throws `invalid-input` {reason: "label"}.
 */
export async function requireLabel(
  context: Context,
  actor: Actor,
  id: string,
  { field, label }: { field: ItemFieldName; label: string },
): Promise<string> {
  const { snapshot: kept, url } = await getItem(context, actor, id);
  if (kept === null) return label;
  const { sha256, mediaType, charset, finalUrl } = await getSnapshot(context, kept);
  const bare = bareText(label);
  const labels = await listLabelledValues({
    ...{ url: url ?? finalUrl, mediaType, charset, content: await readNamedFile(context.config, sha256), hints: {} },
    // Labels that no rule knows are found once they are named.
    remembered: [{ field, label: bare }],
  });
  const found = labels.find((one) => bareText(one.label) === bare);
  if (!found) throw new AppError("invalid-input", { reason: "label" });
  return found.label;
}
