import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links, withQuery } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler, PageRequest } from "../../../web/page.ts";
import { getActivityPage } from "../../activities/service.ts";
import { gatherPolicyWords, type PolicyWords } from "../policy-words.ts";
import { getPolicies } from "../public-policies.ts";
import { linkToEntry, type RegionRecord, readRegionRecord } from "../region-record.ts";
import type { Reader } from "../service.ts";
import { PolicyRows } from "./policy-rows.tsx";
import { TargetPicture } from "./target-picture.tsx";
import { TargetTable } from "./target-table.tsx";
import { sortTargets } from "./targets.tsx";

/** A province, city or key region: its policies, its targets, what the bulletin said, and what it does in the programme. */
export const showRegion: PageHandler = (request) => describeRegion(request, null);

/** The same with what only members see. */
export const showMemberRegion: PageHandler<MemberRequest> = async (request) => ({
  ...(await describeRegion(request, request.actor)),
  area: null,
  unlisted: true,
});

async function describeRegion({ context, language, params }: PageRequest, reader: Reader): Promise<PageContent> {
  const words = await gatherPolicyWords(context, language);
  const record = await readRegionRecord(context, reader, params.id ?? "", { mostPolicies: 20, mostClippings: 20 });
  const { region, policies, total, clippings } = record;
  const targets = sortTargets(record.targets, words);
  const titles = await getPolicies(context, [...new Set(targets.map(({ item }) => item))]);
  const name = words.region(region.id);
  const activities = region.organisation === null ? 0 : await countActivities(region.organisation);
  return {
    title: message(language, "policy.regionTitle", { name }),
    description: message(language, "policy.regionDescription", { name }),
    area: "policies",
    trail: [{ text: message(language, "policy.title"), href: links.policies(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, `policy.regionLevel.${region.level}`)}
          title={message(language, "policy.regionTitle", { name })}
          lead={message(language, "policy.regionDescription", { name })}
          links={[
            {
              text: message(language, "policy.followRegion"),
              href: withQuery(links.follows(language), { region: region.id }),
            },
            record.forMembers
              ? { text: message(language, "policy.publicPage"), href: links.policyRegion(language, region.id) }
              : { text: message(language, "policy.membersPage"), href: links.memberRegion(language, region.id) },
          ]}
        />
        <Place record={record} words={words} />
        <Section
          id="policies"
          title={message(language, "policy.regionPolicies")}
          more={
            total > policies.length
              ? {
                  text: message(language, "policy.allOfRegion", { count: total }),
                  href: record.forMembers
                    ? links.desk(language, { state: "kept", region: region.id })
                    : links.policies(language, { region: region.id }),
                }
              : undefined
          }
        >
          {total === 0 ? (
            <EmptyState
              title={message(language, record.forMembers ? "policy.regionNothingAtAll" : "policy.regionNothing")}
            />
          ) : (
            <PolicyRows items={policies} words={words} />
          )}
        </Section>
        {targets.length > 0 && (
          <Section id="targets" title={message(language, "policy.targets")}>
            <TargetPicture targets={targets} words={words} />
            <TargetTable
              id="region-targets"
              targets={targets}
              titles={new Map(titles.map((item) => [item.id, item]))}
              words={words}
            />
          </Section>
        )}
        {clippings.length > 0 && (
          <Section id="entries" title={message(language, "policy.regionEntries")}>
            <Entries record={record} words={words} />
          </Section>
        )}
        <Activities record={record} count={activities} words={words} />
      </>
    ),
  };

  async function countActivities(organisation: string): Promise<number> {
    return (await getActivityPage(context, { organisation }, { limit: 1, after: null, order: "newest" })).total;
  }
}

function Place({ record, words }: { record: RegionRecord; words: PolicyWords }) {
  const { region } = record;
  const { language, knowledge } = words;
  const page = record.forMembers ? links.memberRegion : links.policyRegion;
  const link = (id: string) => <a href={page(language, id)}>{words.region(id)}</a>;
  const parents = [
    ...(region.parent === null ? [] : [region.parent]),
    ...knowledge.regions.filter(({ members }) => members.includes(region.id)).map(({ id }) => id),
  ];
  const items: Definition[] = [];
  if (parents.length > 0) items.push({ term: message(language, "policy.regionParent"), values: parents.map(link) });
  if (region.members.length > 0)
    items.push({
      term: message(language, "policy.regionMembers"),
      values: [
        <ul class="inline-list">
          {region.members.map((id) => (
            <li key={id}>{link(id)}</li>
          ))}
        </ul>,
      ],
    });
  return items.length === 0 ? null : <DefinitionList items={items} />;
}

/** What the bulletin said: title, month, in short. */
function Entries({ record, words }: { record: RegionRecord; words: PolicyWords }) {
  const bulletin = record.forMembers ? links.deskBulletin : links.bulletin;
  const { language } = words;
  return (
    <ol class="policy-rows">
      {record.clippings.map((clipping) => (
        <li key={clipping.item}>
          <p class="policy-date">
            {clipping.bulletin !== null ? (
              <a href={bulletin(language, clipping.bulletin)}>{writeEdtf(clipping.bulletin, language)}</a>
            ) : (
              clipping.month !== null && writeEdtf(clipping.month, language)
            )}
          </p>
          <div class="policy-entry">
            <p class="policy-entry-title">
              <a href={linkToEntry(record, clipping, language)}>
                <Words value={localize(clipping.title, language)} />
              </a>
            </p>
            <p>
              <Words value={localize(clipping.summary, language)} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Activities({ record, count, words }: { record: RegionRecord; count: number; words: PolicyWords }) {
  const { language } = words;
  const { organisation, id } = record.region;
  const name = words.region(id);
  return (
    <Section id="activities" title={message(language, "policy.regionActivities")}>
      {organisation === null || count === 0 ? (
        <p>{message(language, "policy.regionNoActivities")}</p>
      ) : (
        <p>
          {message(language, "policy.regionActivitiesText", { name, count })}{" "}
          <a href={links.organisation(language, organisation)}>{message(language, "policy.regionPage", { name })}</a>
        </p>
      )}
    </Section>
  );
}
