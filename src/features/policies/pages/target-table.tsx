import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { describeTarget } from "../describe-target.ts";
import type { PolicyTarget } from "../item.ts";
import type { ItemSummary } from "../item-row.ts";
import { type PolicyWords, titlesOf } from "../policy-words.ts";

interface TargetTableProps {
  id: string;
  targets: readonly PolicyTarget[];
  /** of the policies; null on the page of the policy itself */
  titles: ReadonlyMap<string, ItemSummary> | null;
  words: PolicyWords;
}

/** Every number with its document and the place in it. */
export function TargetTable({ id, targets, titles, words }: TargetTableProps) {
  const { language } = words;
  return (
    <DataTable
      id={id}
      caption={message(language, "policy.targets")}
      captionHidden
      scrollHint={message(language, "policy.scroll")}
      emptyText={message(language, "policy.targetsNone")}
      columns={[
        { key: "region", label: message(language, "policy.column.region"), rowHeader: true },
        { key: "indicator", label: message(language, "policy.column.indicator") },
        { key: "target", label: message(language, "policy.column.target"), width: "medium" },
        ...(titles
          ? [{ key: "policy", label: message(language, "policy.column.policy"), width: "wide" as const }]
          : []),
        { key: "place", label: message(language, "policy.column.place") },
      ]}
      rows={targets.map((target) => ({
        key: target.id,
        cells: {
          region:
            target.region === null ? (
              words.region(null)
            ) : (
              <a href={links.policyRegion(language, target.region)}>{words.region(target.region)}</a>
            ),
          indicator: choiceMessage(language, "policy.indicator", target.indicator),
          target: describeTarget(target, language),
          policy: <PolicyName item={titles?.get(target.item)} words={words} />,
          place: <Place target={target} item={titles?.get(target.item)} />,
        },
      }))}
    />
  );
}

function PolicyName({ item, words }: { item: ItemSummary | undefined; words: PolicyWords }) {
  if (!item) return null;
  return (
    <a href={links.policy(words.language, item.id)}>
      <Words value={titlesOf(item, words.language).title} />
    </a>
  );
}

/** The place that the list names; of a fetched text its sentence. */
function Place({ target, item }: { target: PolicyTarget; item: ItemSummary | undefined }) {
  const text = target.place ?? target.sentence;
  if (text === null) return null;
  return <Words value={{ text, language: item?.language ?? "zh" }} />;
}
