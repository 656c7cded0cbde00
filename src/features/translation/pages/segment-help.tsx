import { diffChars } from "diff";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { FoundTerm } from "../find-terms.ts";
import type { MemoryMatch, Segment, Translation } from "../translation.ts";

type Direction = Pick<Translation, "sourceLanguage" | "targetLanguage">;

interface SegmentHelpProps {
  segment: Pick<Segment, "id" | "source">;
  direction: Direction;
  /** null: not looked up yet */
  matches: readonly MemoryMatch[] | null;
  terms: readonly FoundTerm[];
  language: Language;
  /** address at which the memory is looked up */
  href?: string | undefined;
  mayWrite: boolean;
}

/** What helps with a sentence: how it was translated before, and how its terms are called. Alt+1 … 9 takes one over. */
export function SegmentHelp({ segment, direction, matches, terms, language, href, mayWrite }: SegmentHelpProps) {
  return (
    <>
      {matches === null && (
        <p class="help-look">
          {mayWrite || href === undefined ? (
            // As a button it takes along what stands in the fields.
            <button type="submit" class="quiet-button" name="look" value={segment.id}>
              {message(language, "translation.help.lookUp")}
            </button>
          ) : (
            <a href={href}>{message(language, "translation.help.lookUp")}</a>
          )}
        </p>
      )}
      {matches && (
        <section>
          <h3>{message(language, "translation.help.memory")}</h3>
          {matches.length === 0 && <p class="hint">{message(language, "translation.help.noMatch")}</p>}
          <ol class="help-matches">
            {matches.map((match, index) => (
              <Match key={match.id} {...{ match, segment, direction, language, mayWrite }} shortcut={index + 1} />
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3>{message(language, "translation.help.terms")}</h3>
        {terms.length === 0 && <p class="hint">{message(language, "translation.help.noTerm")}</p>}
        <ul class="help-terms">
          {terms.map((found, index) => (
            <TermLine
              key={found.term.id}
              {...{ found, direction, language, mayWrite }}
              shortcut={(matches?.length ?? 0) + index + 1}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

interface LineProps {
  direction: Direction;
  language: Language;
  shortcut: number;
  mayWrite: boolean;
}

function Match({
  match,
  segment,
  direction,
  language,
  shortcut,
  mayWrite,
}: LineProps & { match: MemoryMatch; segment: Pick<Segment, "id" | "source"> }) {
  return (
    <li>
      <p class="help-line">
        <strong class="numeral">{match.score}%</strong>{" "}
        <span class={`tag segment-mark mark-${match.mark}`}>{message(language, `translation.mark.${match.mark}`)}</span>
        {match.adapted && <span class="tag">{message(language, "translation.help.adapted")}</span>}
        {mayWrite && (
          <button
            type="submit"
            class="quiet-button"
            name="use"
            value={`${segment.id}:${match.id}`}
            data-shortcut={shortcut}
            data-replace={match.target}
          >
            {message(language, "translation.help.use")}
            <Shortcut number={shortcut} />
          </button>
        )}
      </p>
      {match.score < 100 && (
        <p class="match-source differences" lang={languageTags[direction.sourceLanguage]}>
          {diffChars(match.source, segment.source).map(({ value, added, removed }, index) =>
            added ? (
              <ins key={index}>{value}</ins>
            ) : removed ? (
              <del key={index}>{value}</del>
            ) : (
              <span key={index}>{value}</span>
            ),
          )}
        </p>
      )}
      <p lang={languageTags[direction.targetLanguage]}>{match.target}</p>
    </li>
  );
}

function TermLine({ found, direction, language, shortcut, mayWrite }: LineProps & { found: FoundTerm }) {
  const { term, text } = found;
  const { sourceLanguage, targetLanguage } = direction;
  const word = term.words[targetLanguage];
  const note = localize(term.note, language);
  const [variants, forbidden] = [term.variants[targetLanguage], term.forbidden[targetLanguage]];
  return (
    <li>
      <p class="help-line">
        <span lang={languageTags[sourceLanguage]}>{text}</span> <span aria-hidden="true">→</span>{" "}
        <strong lang={languageTags[targetLanguage]}>{word}</strong>
        {mayWrite && (
          <button type="button" class="quiet-button live-only" data-shortcut={shortcut} data-insert={word}>
            {message(language, "translation.help.insert")}
            <Shortcut number={shortcut} />
          </button>
        )}
      </p>
      {variants.length > 0 && (
        <p class="hint">
          {message(language, "translation.help.variants")}{" "}
          <span lang={languageTags[targetLanguage]}>{variants.join(" / ")}</span>
        </p>
      )}
      {forbidden.length > 0 && (
        <p class="hint term-forbidden">
          {message(language, "translation.help.forbidden")}{" "}
          <span lang={languageTags[targetLanguage]}>{forbidden.join(" / ")}</span>
        </p>
      )}
      {note.text !== "" && (
        <p class="hint">
          <span lang={languageTags[note.language]}>{note.text}</span>{" "}
          <OnlyLanguage text={term.note} language={language} />
        </p>
      )}
    </li>
  );
}

function Shortcut({ number }: { number: number }) {
  return number > 9 ? null : <kbd class="live-only">Alt+{number}</kbd>;
}
