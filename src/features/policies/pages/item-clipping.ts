import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ItemClipping } from "../store-desk.ts";

/** The way to the item's clipping and to the bulletin that it stands in; who may not write is not asked to. */
export function linkClipping(
  item: string,
  clipping: ItemClipping | null,
  { edits, language }: { edits: boolean; language: Language },
): { text: string; href: string }[] {
  if (clipping === null)
    return edits ? [{ text: message(language, "desk.item.clipping"), href: links.clipping(language, item) }] : [];
  const { state, month } = clipping;
  const stateText = message(language, `clipping.state.${state}`);
  return [
    {
      text: message(language, "desk.item.clippingEdit", { state: stateText }),
      href: links.clipping(language, item),
    },
    ...(month === null || state !== "approved"
      ? []
      : [
          {
            text: message(language, "desk.item.bulletin", { month: writeEdtf(month, language) }),
            href: links.deskBulletin(language, month),
          },
        ]),
  ];
}
