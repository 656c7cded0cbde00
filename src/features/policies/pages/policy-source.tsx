import { parseEdtf } from "../../../core/edtf.ts";
import { formatEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import type { PolicyItem } from "../item.ts";
import type { PolicyWords } from "../policy-words.ts";

/** Where the original is, and how what stands here was checked: said plainly where it could not be. */
export function PolicySource({ item, words }: { item: PolicyItem; words: PolicyWords }) {
  const { language } = words;
  const { reference } = item;
  const facts: Definition[] = [
    {
      term: message(language, "policy.sourceLink"),
      values: [
        item.url === null ? message(language, "policy.noSource") : <ExternalLink href={item.url} text={item.url} />,
      ],
    },
  ];
  if (reference) {
    // A reference is cited in its own words.
    const title = <Words value={{ text: reference.title, language: "zh" }} />;
    facts.push(
      {
        term: message(language, "policy.reference"),
        values: [
          reference.url === null ? (
            title
          ) : (
            <>
              {title} <ExternalLink href={reference.url} text={reference.url} />
            </>
          ),
        ],
      },
      {
        term: message(language, "policy.checked"),
        values: [message(language, `policy.checkedText.${reference.checked}`)],
      },
    );
  }
  return (
    <Section id="source" title={message(language, "policy.source")}>
      <DefinitionList items={facts} />
      {item.origin === "fetched" && (
        <p>{message(language, "policy.fetched", { date: writeDay(item.foundAt, words) })}</p>
      )}
      {item.blocks.length > 0 && <p class="quiet">{message(language, "policy.noText")}</p>}
    </Section>
  );
}

function writeDay(instant: Date, { language }: PolicyWords): string {
  const parsed = parseEdtf(instant.toISOString().slice(0, 10));
  return parsed.ok ? formatEdtf(parsed.value, language) : "";
}

export function ExternalLink({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} rel="external noopener noreferrer">
      {text}
    </a>
  );
}
