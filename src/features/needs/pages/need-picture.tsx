import { message } from "../../../messages/message.ts";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { isOpenNeed, type Need, openNeedStates } from "../need.ts";
import type { NeedWords } from "../words.ts";

interface NeedPictureProps {
  needs: readonly Need[];
  words: NeedWords;
  hrefOf(topic: string): string;
}

/** Open needs by topic: where all cities ask for the same is seen at once (D, 2 (3)). */
export function NeedPicture({ needs, words, hrefOf }: NeedPictureProps) {
  const { language, books } = words;
  const open = needs.filter(isOpenNeed);
  const rows = books.topics
    .map(({ id }) => ({
      key: id,
      label: words.topic(id),
      href: hrefOf(id),
      values: openNeedStates.map(
        (state) => open.filter((need) => need.state === state && need.topics.includes(id)).length,
      ),
    }))
    .map((row) => ({ row, total: row.values.reduce((sum, value) => sum + value, 0) }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .map(({ row }) => row);
  if (rows.length < 2) return null;
  return (
    <StackedRows
      id="need-picture"
      title={message(language, "needs.picture.title")}
      unit={message(language, "needs.picture.unit")}
      series={openNeedStates.map((state) => ({ key: state, label: message(language, `need.states.${state}`) }))}
      looks={openNeedStates.map((state) => `need-bar-${state}`)}
      rows={rows}
      rowLabel={message(language, "needs.field.topic")}
      totalLabel={message(language, "needs.picture.total")}
      tableLabel={message(language, "needs.picture.table")}
    />
  );
}
