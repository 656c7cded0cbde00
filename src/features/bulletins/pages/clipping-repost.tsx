import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { getGroup, getItemClipping } from "../../policies/desk-work.ts";
import type { PolicyItem } from "../../policies/item.ts";
import type { ItemSummary } from "../../policies/item-row.ts";
import type { ClippingState } from "../clipping.ts";

interface Same {
  item: ItemSummary;
  /** of its clipping; null where nobody has written one */
  state: ClippingState | null;
}

/** Warns whoever writes or approves a clipping where the bulletin would say one thing twice; null where it would not. */
export async function describeRepost({ context, actor, language }: MemberRequest, item: PolicyItem) {
  if (item.group === null) return null;
  const others = (await getGroup(context, actor, item.id)).filter(({ state }) => state !== "dropped");
  const same = await Promise.all(
    others.map(async (other): Promise<Same> => {
      const clipping = await getItemClipping(context, other.id);
      return { item: other, state: clipping?.state ?? null };
    }),
  );
  const originals = item.isOriginal ? [] : same.filter((other) => other.item.isOriginal);
  const clipped = same.filter(({ state }) => state !== null);
  if (originals.length + clipped.length === 0) return null;
  return (
    <Notice tone="warning">
      {originals.length > 0 && (
        <>
          <p>{message(language, "clipping.repost.own")}</p>
          <SameList same={originals} language={language} />
        </>
      )}
      {clipped.length > 0 && (
        <>
          <p>{message(language, "clipping.repost.twice")}</p>
          <SameList same={clipped.filter((other) => !originals.includes(other))} language={language} />
        </>
      )}
    </Notice>
  );
}

function SameList({ same, language }: { same: readonly Same[]; language: Language }) {
  if (same.length === 0) return null;
  return (
    <ul>
      {same.map(({ item, state }) => (
        <li key={item.id}>
          <a href={links.clipping(language, item.id)}>
            <Words value={localize(item.title, language)} />
          </a>
          {state !== null && (
            <span class="quiet">
              {message(language, "clipping.repost.stands", { state: message(language, `clipping.state.${state}`) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
