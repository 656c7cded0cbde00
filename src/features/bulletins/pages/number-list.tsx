import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languages, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { BulletinSummary } from "../bulletin.ts";

/** The numbers of a month that were approved, with their files and a way to send them once more. */
export function NumberList({
  numbers,
  language,
  mayApprove,
}: {
  numbers: readonly BulletinSummary[];
  language: Language;
  mayApprove: boolean;
}) {
  if (numbers.length === 0) return null;
  return (
    <Section id="numbers" title={message(language, "bulletin.desk.numbers")}>
      <p class="hint">{message(language, "bulletin.desk.counted")}</p>
      <ul class="bulletin-numbers">
        {numbers.map((bulletin) => (
          <li key={bulletin.number}>
            <p>
              <strong>
                {message(language, "bulletin.row.approved", { number: bulletin.number, pages: bulletin.pages })}
              </strong>
              <span class={`tag visibility-${bulletin.visibility}`}>
                {message(language, `bulletin.visibility.${bulletin.visibility}`)}
              </span>
              <span class="hint">{formatMoment(language, bulletin.approvedAt, "day")}</span>
            </p>
            {bulletin.note !== null && <p>{bulletin.note}</p>}
            {[language, ...languages.filter((other) => other !== language)].map((edition) => (
              <p key={edition} class="bulletin-number-files">
                <span lang={languageTags[edition]}>{message(edition, `language.${edition}`)}</span>
                {(["pdf", "docx", "traces.csv"] as const).map((ending) => (
                  <a
                    key={ending}
                    class="download"
                    rel="nofollow"
                    href={links.deskBulletinFile(edition, bulletin.month, ending, { number: String(bulletin.number) })}
                  >
                    <span class="download-format">{{ pdf: "PDF", docx: "Word", "traces.csv": "CSV" }[ending]}</span>
                  </a>
                ))}
              </p>
            ))}
            {mayApprove && (
              <form method="post" action={links.deskBulletin(language, bulletin.month)}>
                <input type="hidden" name="number" value={bulletin.number} />
                <button type="submit" name="intent" value="send-again" class="button-quiet">
                  {message(language, "bulletin.desk.sendAgain")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
