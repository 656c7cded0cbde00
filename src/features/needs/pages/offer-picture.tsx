import { message } from "../../../messages/message.ts";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { helpKinds } from "../need.ts";
import type { Offer } from "../offer.ts";
import type { NeedWords } from "../words.ts";

interface OfferPictureProps {
  offers: readonly Offer[];
  words: NeedWords;
  hrefOf(topic: string): string;
}

/** What can be given, by topic and kind of help: where there is much, and where nobody has anything. */
export function OfferPicture({ offers, words, hrefOf }: OfferPictureProps) {
  const { language, books } = words;
  const open = offers.filter(({ state }) => state === "open");
  const kinds = helpKinds.filter((kind) => open.some((offer) => offer.kinds.includes(kind)));
  const rows = books.topics
    .map(({ id }) => ({
      key: id,
      label: words.topic(id),
      href: hrefOf(id),
      values: kinds.map(
        (kind) => open.filter((offer) => offer.topics.includes(id) && offer.kinds.includes(kind)).length,
      ),
      total: open.filter((offer) => offer.topics.includes(id)).length,
    }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total);
  if (rows.length < 2) return null;
  return (
    <StackedRows
      id="offer-picture"
      title={message(language, "offers.picture.title")}
      unit={message(language, "offers.picture.unit")}
      series={kinds.map((kind) => ({ key: kind, label: message(language, `need.kinds.${kind}`) }))}
      rows={rows}
      rowLabel={message(language, "offers.field.topic")}
      totalLabel={message(language, "offers.picture.total")}
      tableLabel={message(language, "offers.picture.table")}
    />
  );
}
