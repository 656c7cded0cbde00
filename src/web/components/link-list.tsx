import { LinkedWords, type Wording, Words } from "./words.tsx";

export interface LinkListItem {
  text: Wording;
  href: string;
  note?: Wording | undefined;
}

/** A plain index of pages: tables, glossary entries, years. */
export function LinkList({ items, columns = false }: { items: LinkListItem[]; columns?: boolean | undefined }) {
  return (
    <ul class={columns ? "link-list link-list-columns" : "link-list"}>
      {items.map(({ text, href, note }) => (
        <li key={href}>
          <LinkedWords text={text} href={href} />
          {note !== undefined && (
            <span class="link-list-note">
              <Words value={note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
