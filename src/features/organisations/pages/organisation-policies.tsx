import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { sayTarget } from "../../policies/describe-target.ts";
import { listPolicy, type PolicyWords } from "../../policies/policy-words.ts";
import type { RegionRecord } from "../../policies/region-record.ts";

const mostTargets = 5;

/** What the organisation's own region has set itself, beside what it does in the programme. */
export function OrganisationPolicies({ region, words }: { region: RegionRecord; words: PolicyWords }) {
  const { language } = words;
  const { policies, targets, clippings } = region;
  if (policies.length === 0 && targets.length === 0) return null;
  const name = words.region(region.region.id);
  return (
    <Section
      id="policies"
      title={message(language, "policy.organisationTitle")}
      lead={message(language, "policy.organisationLead", { name })}
      more={{
        text: message(language, "policy.organisationMore", { name }),
        href: links.policyRegion(language, region.region.id),
      }}
    >
      <ActivityList
        activities={policies.map((item) => listPolicy(item, words))}
        separator={message(language, "list.slash")}
      />
      {targets.length > 0 && (
        <Section id="policy-targets" level={3} title={message(language, "policy.targets")}>
          <ul class="policy-target-list">
            {targets
              .toSorted((a, b) => (b.targetYear ?? 0) - (a.targetYear ?? 0))
              .slice(0, mostTargets)
              .map((target) => (
                <li key={target.id}>
                  <a href={links.policy(language, target.item)}>{sayTarget(target, words)}</a>
                </li>
              ))}
          </ul>
        </Section>
      )}
      {clippings.length > 0 && (
        <Section id="policy-entries" level={3} title={message(language, "policy.regionEntries")}>
          <LinkList
            items={clippings.map((clipping) => ({
              text: localize(clipping.title, language),
              href: links.policy(language, clipping.item),
              ...(clipping.month !== null && { note: writeEdtf(clipping.month, language) }),
            }))}
          />
        </Section>
      )}
    </Section>
  );
}
