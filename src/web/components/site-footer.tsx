import { LinkedWords, type TextLink, type Wording, Words, wordingText } from "./words.tsx";

export interface SiteFooterProps {
  programmeName: string;
  label: string;
  groups: { title: Wording; links: TextLink[] }[];
  /** who answers for the site, state of the records, licence of the data */
  notes: Wording[];
}

export function SiteFooter({ programmeName, label, groups, notes }: SiteFooterProps) {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <div class="site-footer-about">
          <p class="site-footer-name">{programmeName}</p>
          {notes.map((note) => (
            <p key={wordingText(note)}>
              <Words value={note} />
            </p>
          ))}
        </div>
        <nav aria-label={label} class="site-footer-groups">
          {groups.map(({ title, links }) => (
            <div key={links[0]?.href}>
              <p class="site-footer-title">
                <Words value={title} />
              </p>
              <ul>
                {links.map((link) => (
                  <li key={link.href}>
                    <LinkedWords {...link} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </footer>
  );
}
