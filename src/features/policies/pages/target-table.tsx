import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Fold } from "../../../web/components/fold.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { describeNumber, nameIndicator, nameRegion } from "../describe-target.ts";
import type { PolicyTarget } from "../item.ts";
import type { ItemSummary } from "../item-row.ts";
import { linkToPolicy } from "../link-to-policy.ts";
import { type PolicyWords, titlesOf } from "../policy-words.ts";
import { QuotedScope } from "../quoted-scope.tsx";

interface TargetTableProps {
  id: string;
  targets: readonly PolicyTarget[];
  /** of the policies; null on the page of the policy itself */
  titles: ReadonlyMap<string, ItemSummary> | null;
  words: PolicyWords;
}

interface TargetFoldsProps extends TargetTableProps {
  /** whoever narrowed the list down wants to see what is left */
  open: boolean;
  level?: 2 | 3;
}

/** A long list of numbers, a table for each indicator that opens at a press. */
export function TargetFolds({ id, targets, titles, open, level = 2, words }: TargetFoldsProps) {
  const groups = [...Map.groupBy(targets, ({ indicator }) => indicator)];
  if (groups.length < 2) return <TargetTable {...{ id, targets, titles, words }} />;
  return (
    <div id={id} class="target-folds">
      {groups.map(([indicator, own]) => (
        <Fold
          key={indicator}
          id={`${id}-${indicator}`}
          title={choiceMessage(words.language, "policy.indicator", indicator)}
          note={message(words.language, "policy.countOfTargets", { count: own.length })}
          level={level}
          open={open}
        >
          <TargetTable id={`${id}-table-${indicator}`} targets={own} titles={titles} words={words} />
        </Fold>
      ))}
    </div>
  );
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
        { key: "name", label: message(language, "policy.column.regionAndIndicator"), rowHeader: true },
        { key: "target", label: message(language, "policy.column.target") },
        titles
          ? { key: "policy", label: message(language, "policy.column.policy") }
          : { key: "place", label: message(language, "policy.column.place") },
      ]}
      rows={targets.map((target) => ({
        key: target.id,
        cells: {
          name: <TargetName target={target} words={words} />,
          target: describeNumber(target, language),
          policy: (
            <>
              <PolicyName item={titles?.get(target.item)} words={words} />
              <div class="quiet">
                <Place target={target} item={titles?.get(target.item)} words={words} />
              </div>
            </>
          ),
          place: <Place target={target} item={titles?.get(target.item)} words={words} />,
        },
      }))}
    />
  );
}

/** Region and indicator share a cell, so that a telephone shows the number and its document beside them. */
function TargetName({ target, words }: { target: PolicyTarget; words: PolicyWords }) {
  const { language } = words;
  return (
    <>
      <div>
        {target.region === null ? (
          nameRegion(target, words)
        ) : (
          <a href={links.policyRegion(language, target.region)}>{words.region(target.region)}</a>
        )}
      </div>
      <div>
        <QuotedScope of={target} text={nameIndicator(target, language)} language={language} />
      </div>
    </>
  );
}

function PolicyName({ item, words }: { item: ItemSummary | undefined; words: PolicyWords }) {
  if (!item) return null;
  return (
    <a href={linkToPolicy(item, words.language)}>
      <Words value={titlesOf(item, words.language).title} />
    </a>
  );
}

/** The place that the list names, of a fetched text its sentence: the original's own words, quoted to who reads another language. */
function Place({ target, item, words }: { target: PolicyTarget; item: ItemSummary | undefined; words: PolicyWords }) {
  const text = target.place ?? target.sentence;
  if (text === null) return null;
  const original = item?.language ?? "zh";
  if (original === words.language) return <>{text}</>;
  const [open, close] = message(words.language, "policy.quoted", { text: "\n" }).split("\n");
  return (
    <>
      {open}
      <Words value={{ text, language: original }} />
      {close}
    </>
  );
}
