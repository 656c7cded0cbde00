import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { Notice } from "./notices.tsx";
import { Words } from "./words.tsx";

interface AlikeNoticeProps {
  title: string;
  text: string;
  items: readonly { id: string; title: Localized; href: string; state: string }[];
  language: Language;
}

/** What stands already and says the same; the form below keeps what was typed, and sends it all the same. */
export function AlikeNotice({ title, text, items, language }: AlikeNoticeProps) {
  return (
    <Notice tone="warning" title={title}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={item.href}>
              <Words value={localize(item.title, language)} />
            </a>{" "}
            <span class="unit">{item.state}</span>
          </li>
        ))}
      </ul>
      <p>{text}</p>
    </Notice>
  );
}
