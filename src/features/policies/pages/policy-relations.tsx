import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PolicyItem } from "../item.ts";
import { policyLinkKinds } from "../policy.ts";
import { type PolicyWords, titlesOf, writePublished } from "../policy-words.ts";
import { type LinkedItem, sideOfLink } from "../service.ts";

/** What it amends and what amends it, what carries it out: a sentence over each group. */
export function PolicyRelations({
  item,
  related,
  words,
}: {
  item: PolicyItem;
  related: readonly LinkedItem[];
  words: PolicyWords;
}) {
  const { language } = words;
  const groups = policyLinkKinds.flatMap((kind) =>
    (["from", "to"] as const).map((side) => ({
      kind,
      side,
      links: related.filter((link) => link.kind === kind && sideOfLink(item, link) === side),
    })),
  );
  if (related.length === 0) return null;
  return (
    <Section id="related" title={message(language, "policy.links")}>
      {groups
        .filter((group) => group.links.length > 0)
        .map(({ kind, side, links: ofGroup }) => (
          <div key={`${side}-${kind}`} class="policy-relation">
            <h3>{message(language, `policy.link.${side}.${kind}`)}</h3>
            <LinkList
              items={ofGroup.map(({ other }) => ({
                text: titlesOf(other, language).title,
                href: links.policy(language, other.id),
                note: writePublished(other, language),
              }))}
            />
          </div>
        ))}
    </Section>
  );
}
