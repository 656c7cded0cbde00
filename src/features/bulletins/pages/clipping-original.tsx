import { writeEdtf } from "../../../core/edtf-format.ts";
import { languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { textOfBlocks } from "../../policies/blocks.ts";
import type { PolicyItem } from "../../policies/item.ts";
import { findTerms, indexTerms } from "../../translation/find-terms.ts";
import { findTranslations, getTranslation } from "../../translation/service.ts";
import { getTerms } from "../../translation/terms-service.ts";

/** Characters of the text that the writer sees beside the form; the item's own page has all of it. */
const mostCharacters = 20_000;

/** What the writer writes from: facts, terms of the title with their Japanese, the text, and its translation where one is approved. */
export async function describeOriginal({ request, item }: { request: MemberRequest; item: PolicyItem }) {
  const { context, actor, language } = request;
  const lang = languageTags[item.language];
  const original = item.title[item.language] ?? "";
  const terms = findTerms(original, indexTerms(await getTerms(context), item.language)).filter(
    ({ as }) => as !== "forbidden",
  );
  const unique = [...new Map(terms.map((found) => [found.term.id, found])).values()];
  const approved = (await findTranslations(context, actor, { kind: "policy", id: item.id })).find(
    ({ state, targetLanguage }) => state === "approved" && targetLanguage === "ja",
  );
  const translation = approved ? await getTranslation(context, actor, approved.id) : null;
  const text = textOfBlocks(item.blocks);
  const day = (edtf: string | null) => (edtf === null ? [] : [writeEdtf(edtf, language)]);
  return (
    <aside class="clipping-original" aria-label={message(language, "clipping.original")}>
      <h2>{message(language, "clipping.original")}</h2>
      <p lang={lang}>{original}</p>
      <DefinitionList
        items={[
          {
            term: message(language, "bulletin.fact.bodies"),
            values: item.bodyNames.map((name) => <span lang={lang}>{name}</span>),
          },
          {
            term: message(language, "bulletin.fact.documentNumber"),
            values: item.documentNumber === null ? [] : [<span lang={lang}>{item.documentNumber}</span>],
          },
          { term: message(language, "clipping.written"), values: day(item.written) },
          { term: message(language, "clipping.published"), values: day(item.published) },
          {
            term: message(language, "bulletin.fact.source"),
            values:
              item.url !== null && /^https?:/i.test(item.url)
                ? [
                    <a href={item.url} rel="noreferrer">
                      {item.url}
                    </a>,
                  ]
                : [],
          },
        ].filter(({ values }) => values.length > 0)}
      />
      {unique.length > 0 && (
        <>
          <h3>{message(language, "clipping.terms")}</h3>
          <ul class="clipping-terms">
            {unique.map(({ term, text: found }) => (
              <li key={term.id}>
                <span lang={lang}>{found}</span> → <span lang="ja">{term.words.ja}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {translation !== null && (
        <details>
          <summary>{message(language, "clipping.translation")}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
          <section lang="ja" class="clipping-text" tabIndex={0} aria-label={message(language, "clipping.translation")}>
            {translation.segments.map(({ id, target }) => (
              <p key={id}>{target}</p>
            ))}
          </section>
          <p>
            <a href={links.translation(language, translation.id)}>{message(language, "clipping.toTranslation")}</a>
          </p>
        </details>
      )}
      {text === "" ? (
        <p class="hint">{message(language, "clipping.noText")}</p>
      ) : (
        <details open={text.length < 4_000}>
          <summary>{message(language, "clipping.text")}</summary>
          <section
            lang={lang}
            class="clipping-text preformatted"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
            tabIndex={0}
            aria-label={message(language, "clipping.text")}
          >
            {text.slice(0, mostCharacters)}
          </section>
          {text.length > mostCharacters && <p class="hint">{message(language, "clipping.textCut")}</p>}
        </details>
      )}
    </aside>
  );
}
