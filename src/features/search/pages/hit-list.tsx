import { writeEdtf } from "../../../core/edtf-format.ts";
import { isLanguage, type Language, languages, languageTags } from "../../../core/language.ts";
import { localize, localizedFromRow } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { nameFacetValue } from "../facet-words.ts";
import type { Found } from "../find.ts";
import type { Needle } from "../needle.ts";
import type { SearchResult } from "../service.ts";
import { cutSnippet, findRanges, markText, type SnippetPiece } from "../snippet.ts";

interface HitListProps {
  language: Language;
  result: SearchResult;
  forMembers: boolean;
}

type Hit = Found["hits"][number];

/** What was found, the best first, with the places where it was found in its own words. */
export function HitList({ language, result, forMembers }: HitListProps) {
  const needles = result.understood.terms.flatMap((term) => term.needles);
  return (
    <ol class="search-hits">
      {result.found.hits.map((hit) => (
        <li key={hit.subject.id}>
          <HitKind hit={hit} language={language} forMembers={forMembers} />
          <h3>
            <HitTitle hit={hit} language={language} needles={needles} forMembers={forMembers} />
          </h3>
          {hit.passages.map((passage) => (
            <p key={passage.id} class="search-snippet" lang={tagOf(passage.language, language)}>
              {passage.place !== null && <span class="search-place">{passage.place}</span>}
              <Pieces pieces={cutSnippet(joinLines(passage.text), needles)} />
            </p>
          ))}
          <HitFacts hit={hit} language={language} result={result} />
        </li>
      ))}
    </ol>
  );
}

/** Names and facts that stand in lines of their own are parted when they run on; sentences are parted by their own marks. */
function joinLines(text: string): string {
  return text.replace(/(?<![。！？；：.!?;:\s])\n(?=\S)/gu, " · ");
}

function HitKind({ hit: { subject }, language, forMembers }: { hit: Hit; language: Language; forMembers: boolean }) {
  const isOpen = subject.href !== null;
  return (
    <p class="search-kind">
      <span>
        {choiceMessage(language, "search.kind", subject.kind)}
        {subject.policy_kind !== null && (
          <span class="search-policy-kind">{choiceMessage(language, "search.policyKind", subject.policy_kind)}</span>
        )}
      </span>
      {subject.date !== null && <time dateTime={subject.date}>{writeEdtf(subject.date, language)}</time>}
      {subject.number !== null && <span lang="zh-Hans">{subject.number}</span>}
      {forMembers && !isOpen && (
        <span class="tag">
          {message(language, subject.edition === "newest" ? "search.unpublished" : "search.membersOnly")}
        </span>
      )}
    </p>
  );
}

/** In the reader's language; where only another one holds what was looked for, that one stands below. */
function HitTitle({
  hit: { subject },
  language,
  needles,
  forMembers,
}: {
  hit: Hit;
  language: Language;
  needles: readonly Needle[];
  forMembers: boolean;
}) {
  const titles = localizedFromRow(subject, "title");
  const shown = localize(titles, language);
  const path = forMembers ? (subject.member_href ?? subject.href) : subject.href;
  const isMarked = findRanges(shown.text, needles).length > 0;
  const other = isMarked
    ? undefined
    : languages.find((one) => titles[one] !== undefined && findRanges(titles[one], needles).length > 0);
  const content = (
    <span lang={tagOf(shown.language, language)}>
      <Pieces pieces={markText(shown.text, needles)} />
    </span>
  );
  return (
    <>
      {path === null ? content : <a href={`/${language}/${path}`}>{content}</a>}
      {other !== undefined && (
        <span class="search-other-title" lang={languageTags[other]}>
          <Pieces pieces={markText(titles[other] ?? "", needles)} />
        </span>
      )}
    </>
  );
}

const mostFacts = 4;

function HitFacts({
  hit: { subject },
  language,
  result: { vocabulary, directory },
}: {
  hit: Hit;
  language: Language;
  result: SearchResult;
}) {
  const facts = [
    ...subject.bodies.slice(0, mostFacts).map((id) =>
      // A ministry goes by the name that it had then.
      directory.find(id)
        ? directory.name(id, language, subject.date)
        : nameFacetValue("body", id, vocabulary, language),
    ),
    ...subject.regions.slice(0, mostFacts).map((id) => nameFacetValue("region", id, vocabulary, language)),
    ...subject.topics.slice(0, mostFacts).map((id) => nameFacetValue("topic", id, vocabulary, language)),
  ];
  if (facts.length === 0) return null;
  return (
    <ul class="search-facts">
      {facts.map((fact) => (
        <li key={typeof fact === "string" ? fact : fact.text}>
          <Words value={fact} />
        </li>
      ))}
    </ul>
  );
}

function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  return <>{pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>;
}

/** Nothing where the text stands in the page's language. */
function tagOf(of: string, language: Language): string | undefined {
  return isLanguage(of) && of !== language ? languageTags[of] : undefined;
}
