import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { StatedPlace, Statement } from "../draft.ts";
import type { EvaluationView } from "../view.ts";
import { nameOriginal, wordPlace } from "../word-place.ts";
import { EvidenceFold } from "./evidence-list.tsx";
import { TheirWords } from "./their-words.tsx";

export interface StatementsContext {
  view: EvaluationView;
  language: Language;
  /** writes the evaluation and may still do so */
  isWriter: boolean;
  /** number of a sentence's note on paper */
  noteOf(statement: Statement): number;
}

/** Sentences in their order, each with where it comes from, its evidence, and what no longer holds in it. */
export function StatementList({ statements, ...context }: StatementsContext & { statements: readonly Statement[] }) {
  const { language } = context;
  if (statements.length === 0) return <p class="hint">{message(language, "evaluation.statement.none")}</p>;
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <StatementItem key={statement.id} {...{ statement, ...context }} />
      ))}
    </ul>
  );
}

function StatementItem({ statement, view, language, isWriter, noteOf }: StatementsContext & { statement: Statement }) {
  const { id, text, evidence, withoutEvidenceReason } = statement;
  const origin = originOf(statement);
  const stale = view.stale.get(id) ?? [];
  const isOlder = statement.olderLanguages.includes(language);
  return (
    <li id={`s-${id}`} class={stale.length > 0 ? "statement is-stale" : "statement"}>
      <p class="statement-text">
        <TheirWords {...{ text, language }} />
        <sup class="note-number">{noteOf(statement)}</sup>{" "}
        {!isOlder && <span class={`tag origin-${origin}`}>{message(language, `evaluation.origin.${origin}`)}</span>}
        {statement.state === "drafted" && statement.checkedAt !== null && (
          <>
            {" "}
            <span class="tag origin-checked">{message(language, "evaluation.check.tag")}</span>
          </>
        )}
        {isOlder && <span class="tag origin-older">{message(language, "evaluation.older.tag")}</span>}
      </p>
      {isWriter && !isOlder && statement.olderLanguages.length > 0 && (
        <p class="statement-stale">
          {message(language, "evaluation.older.others", {
            languages: statement.olderLanguages
              .map((one) => message(language, `evaluation.languageName.${one}`))
              .join(message(language, "list.separator")),
          })}
        </p>
      )}
      {stale.length > 0 && (
        <p class="statement-stale">
          {stale
            .map(({ was, now }) =>
              now === null
                ? message(language, "evaluation.stale.gone", { was })
                : message(language, "evaluation.stale.changed", { was, now }),
            )
            .join(message(language, "list.separator"))}
        </p>
      )}
      <div class="statement-foot">
        <EvidenceFold evidence={evidence} reason={withoutEvidenceReason} words={view.words} language={language}>
          <StatementPlaces statement={statement} documents={view.documents} language={language} />
        </EvidenceFold>
        {isWriter && (
          <a class="statement-edit" href={links.evaluationStatement(language, view.evaluation.id, id)}>
            {message(language, "evaluation.statement.edit")}
          </a>
        )}
      </div>
    </li>
  );
}

/** The document that states it and the place in it, for whoever wants its own words. */
function StatementPlaces({
  statement: { drafted, evidence },
  documents,
  language,
}: Pick<StatementsContext, "language"> & { statement: Statement; documents: EvaluationView["documents"] }) {
  const places = (drafted?.places ?? []).filter(({ document }) =>
    evidence.some(({ kind, id }) => kind === "document" && id === document),
  );
  if (places.length === 0) return null;
  return (
    <p class="statement-place">
      {places.map((place) => {
        const { document } = place;
        const original = nameOriginal(place, documents, language);
        return (
          <span key={`${document} ${place.place} ${place.row ?? ""}`}>
            {original === null
              ? message(language, "evaluation.place.label")
              : message(language, "evaluation.place.labelIn", {
                  language: message(language, `evaluation.languageName.${original}`),
                })}
            {places.length > 1 && (
              <a href={links.document(language, document)}>
                <Words value={localize(documents.get(document)?.title ?? {}, language)} />
              </a>
            )}{" "}
            <PlaceWords place={place} documents={documents} language={language} />
          </span>
        );
      })}
    </p>
  );
}

/** Where in a document, each part in the language in which it stands. */
export function PlaceWords({
  place,
  documents,
  language,
}: {
  place: StatedPlace;
  documents: EvaluationView["documents"];
  language: Language;
}) {
  return (
    <>
      {wordPlace(place, documents, language).map((part, index) => (
        <Words key={index} value={part} />
      ))}
    </>
  );
}

/** Stated by a document, drafted from records, or a person's words. */
export function originOf({ state, drafted }: Statement): "document" | "records" | "written" {
  if (state === "written" || drafted === null) return "written";
  return drafted.origin;
}
