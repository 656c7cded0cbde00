import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { sayTarget } from "../../policies/describe-target.ts";
import { linkToPolicy } from "../../policies/link-to-policy.ts";
import { listPolicy, type PolicyWords } from "../../policies/policy-words.ts";
import { QuotedScope } from "../../policies/quoted-scope.tsx";
import { linkToEntry, type RegionRecord } from "../../policies/region-record.ts";

const mostTargets = 5;

/**
 * What the organisation's own region has set itself, beside what it does in the programme. The public page is the same for all: a
 * member goes on from it to the one that shows what only members see.
 */
export function OrganisationPolicies({
  organisation,
  region,
  words,
}: {
  organisation: string;
  region: RegionRecord;
  words: PolicyWords;
}) {
  const { language } = words;
  const { policies, targets, clippings, forMembers, membersOnly } = region;
  const name = words.region(region.region.id);
  const nothing = message(language, forMembers ? "policy.regionNothingAtAll" : "policy.regionNothing");
  return (
    <Section
      id="policies"
      title={message(language, "policy.organisationTitle")}
      lead={message(language, "policy.organisationLead", { name })}
      more={{
        text: message(language, "policy.organisationMore", { name }),
        href: (forMembers ? links.memberRegion : links.policyRegion)(language, region.region.id),
      }}
    >
      {policies.length === 0 && <p>{nothing}</p>}
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
                  <a href={linkOfItem(target.item)}>
                    <QuotedScope of={target} text={sayTarget(target, words)} language={language} />
                  </a>
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
              href: linkToEntry(region, clipping, language),
              ...(clipping.month !== null && { note: writeEdtf(clipping.month, language) }),
            }))}
          />
        </Section>
      )}
      {!forMembers && (
        <p class="hint">
          <a href={links.memberOrganisation(language, organisation)}>{message(language, "policy.membersPage")}</a>
        </p>
      )}
    </Section>
  );

  function linkOfItem(id: string): string {
    return linkToPolicy({ id, visibility: membersOnly.has(id) ? "members" : "public" }, language);
  }
}
