import { LinkedWords, type Wording } from "./words.tsx";

export interface BreadcrumbsProps {
  label: string;
  /** from the home page to this page; the last one has no link */
  items: { text: Wording; href?: string | undefined }[];
}

export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav class="breadcrumbs" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href ?? "here"} aria-current={index === items.length - 1 ? "page" : undefined}>
            <LinkedWords {...item} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
