export interface LinkTabsProps {
  label: string;
  tabs: { text: string; href: string; current?: boolean | undefined }[];
}

/** Views of one thing (list, month; FY2014 … FY2018). They are links, so the ARIA tab pattern does not apply. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav class="link-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ text, href, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
