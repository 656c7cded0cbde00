import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ItemAttachment, PolicyItem } from "../item.ts";
import { describePageProblem } from "./describe-page-problem.ts";
import { type DeskForm, ItemForm, problemOf } from "./item-form.tsx";
import { ExternalLink } from "./policy-source.tsx";

/** Where it comes from: address, snapshot, hash; and reading it again. */
export function ItemOrigin({ item, form }: { item: PolicyItem; form: DeskForm }) {
  const { language } = form;
  const facts: Definition[] = [
    { term: message(language, "desk.item.origin"), values: [message(language, `desk.origin.${item.origin}`)] },
    {
      term: message(language, "desk.item.foundAt"),
      values: [<time dateTime={item.foundAt.toISOString()}>{writeInstant(item.foundAt, language)}</time>],
    },
  ];
  if (item.url !== null)
    facts.push({
      term: message(language, "policy.sourceLink"),
      values: [<ExternalLink href={item.url} text={item.url} />],
    });
  if (item.snapshot !== null)
    facts.push({
      term: message(language, "desk.item.snapshot"),
      values: [<a href={links.deskSnapshot(language, item.snapshot)}>{message(language, "desk.item.openSnapshot")}</a>],
    });
  if (item.sha256 !== null) facts.push({ term: "SHA-256", values: [<code>{item.sha256}</code>] });
  if (item.reference)
    facts.push({
      term: message(language, "policy.checked"),
      values: [message(language, `policy.checkedText.${item.reference.checked}`)],
    });
  const error = problemOf(form, "reread");
  return (
    <Section id="origin" title={message(language, "desk.item.whence")}>
      <DefinitionList items={facts} />
      {form.edits && item.snapshot !== null && (
        <ItemForm form={form} intent="reread" className="desk-decision">
          <button type="submit" class="button-second">
            {message(language, "desk.item.reread")}
          </button>
          <span class="hint">{message(language, "desk.item.rereadHint")}</span>
        </ItemForm>
      )}
      {error !== undefined && <p class="field-error">{error}</p>}
    </Section>
  );
}

/** The desk's readers look at their own clock; the English pages say whose it is. */
const timeZones = { ja: "Asia/Tokyo", zh: "Asia/Shanghai", en: "Asia/Tokyo" } as const satisfies Record<
  Language,
  string
>;

function writeInstant(instant: Date, language: Language): string {
  const tag = { ja: "ja-JP", zh: "zh-CN", en: "en-GB" }[language];
  return new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timeZones[language],
  }).format(instant);
}

export function ItemAttachments({ item, language }: { item: PolicyItem; language: Language }) {
  if (item.attachments.length === 0) return null;
  return (
    <Section id="attachments" title={message(language, "desk.item.attachments")}>
      <ul class="desk-targets">
        {item.attachments.map((attachment, index) => (
          <li key={index}>
            <Attachment
              attachment={attachment}
              href={links.deskItemAttachment(language, item.id, index)}
              original={item.language}
              language={language}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface AttachmentProps {
  attachment: ItemAttachment;
  href: string;
  /** of the item that offers it */
  original: Language;
  language: Language;
}

function Attachment({ attachment, href, original, language }: AttachmentProps) {
  const { name, url, sha256, bytes, text, problem } = attachment;
  return (
    <>
      <p>
        <LinkedWords text={{ text: name, language: original }} href={sha256 === null ? undefined : href} />{" "}
        {bytes !== null && <span class="quiet">{writeBytes(bytes)}</span>}{" "}
        {url !== null && (
          <a href={url} rel="external noopener noreferrer">
            {message(language, "desk.item.attachmentAddress")}
          </a>
        )}
      </p>
      {problem !== null && <p class="quiet">{describePageProblem({ code: problem }, language)}</p>}
      {text !== null && text !== "" && (
        <details>
          <summary>{message(language, "desk.item.attachmentText")}</summary>
          <p class="free-text" lang={languageTags[original]}>
            {text}
          </p>
        </details>
      )}
    </>
  );
}

function writeBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
