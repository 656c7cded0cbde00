import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { type ArticleDifference, compareArticles, type DifferencePiece } from "../classify/compare-articles.ts";
import type { PolicyItem } from "../item.ts";
import { titlesOf, writeVersion } from "../policy-words.ts";
import { getItem } from "../service.ts";

/** Past this many paragraphs nobody reads a comparison, and a browser has its trouble. */
const mostShown = 2_000;

const changes = ["changed", "added", "removed", "moved", "renumbered", "same"] as const;

/** Two versions of one regulation, clause by clause: counts first, then both sides. */
export const showDifference: PageHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const [before, after] = await Promise.all([
    getItem(context, actor, params.id ?? ""),
    getItem(context, actor, params.other ?? ""),
  ]);
  const differences = compareArticles(before.blocks, after.blocks);
  const title = message(language, "desk.difference.title");
  return {
    title,
    description: message(language, "desk.difference.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "desk.title"), href: links.desk(language) },
      { text: titlesOf(after, language).title, href: links.deskItem(language, after.id) },
    ],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "desk.difference.lead")} />
        <dl class="desk-counts">
          {changes.map((change) => (
            <div key={change}>
              <dt>{message(language, `desk.difference.${change}`)}</dt>
              <dd>{differences.filter((difference) => difference.change === change).length}</dd>
            </div>
          ))}
        </dl>
        {differences.length === 0 && (
          <Notice tone="information">
            <p>{message(language, "desk.difference.nothing")}</p>
          </Notice>
        )}
        {differences.length > mostShown && (
          <Notice tone="warning">
            <p>{message(language, "desk.difference.cut", { count: mostShown })}</p>
          </Notice>
        )}
        <div class="clauses" lang={languageTags[after.language]}>
          <div class="clause clause-head">
            <VersionName item={before} label={message(language, "desk.difference.before")} language={language} />
            <VersionName item={after} label={message(language, "desk.difference.after")} language={language} />
          </div>
          {foldSame(differences.slice(0, mostShown)).map((run, index) =>
            run.isSame ? (
              <details key={index} class="clauses-same">
                <summary lang={languageTags[language]}>
                  {message(language, "desk.difference.fold", { count: run.differences.length })}
                </summary>
                {run.differences.map((difference, position) => (
                  <p key={position}>
                    <strong>{difference.after?.number}</strong> {difference.after?.text}
                  </p>
                ))}
              </details>
            ) : (
              run.differences.map((difference, position) => (
                <Clause key={`${index}-${position}`} difference={difference} language={language} />
              ))
            ),
          )}
        </div>
      </>
    ),
  };
};

function VersionName({ item, label, language }: { item: PolicyItem; label: string; language: Language }) {
  return (
    <p>
      <span class="quiet" lang={languageTags[language]}>
        {label} {writeVersion(item, language)}
      </span>
      <br />
      <a href={links.deskItem(language, item.id)}>
        <Words value={{ text: item.title[item.language] ?? item.id, language: item.language }} />
      </a>
    </p>
  );
}

interface Run {
  isSame: boolean;
  differences: ArticleDifference[];
}

/** Clauses that stayed as they were, one after the other, are one fold. */
function foldSame(differences: readonly ArticleDifference[]): Run[] {
  const runs: Run[] = [];
  for (const difference of differences) {
    const isSame = difference.change === "same";
    const last = runs.at(-1);
    if (last?.isSame === isSame) last.differences.push(difference);
    else runs.push({ isSame, differences: [difference] });
  }
  return runs;
}

function Clause({ difference, language }: { difference: ArticleDifference; language: Language }) {
  const { change, before, after, pieces } = difference;
  return (
    <section class={`clause clause-${change}`}>
      <p class="clause-change" lang={languageTags[language]}>
        {message(language, `desk.difference.mark.${change}`)}
      </p>
      <div class="clause-side">
        {before ? (
          <p>
            <strong>{before.number}</strong> <Pieces pieces={pieces} leave="added" language={language} />
          </p>
        ) : (
          <p class="quiet" lang={languageTags[language]}>
            {message(language, "desk.difference.absent")}
          </p>
        )}
      </div>
      <div class="clause-side">
        {after ? (
          <p>
            <strong>{after.number}</strong> <Pieces pieces={pieces} leave="removed" language={language} />
          </p>
        ) : (
          <p class="quiet" lang={languageTags[language]}>
            {message(language, "desk.difference.absent")}
          </p>
        )}
      </div>
    </section>
  );
}

interface PiecesProps {
  pieces: readonly DifferencePiece[];
  /** what this side does not have */
  leave: "added" | "removed";
  language: Language;
}

/** Words that went are struck through, words that came underlined; brackets say so without colour and in print. */
function Pieces({ pieces, leave, language }: PiecesProps) {
  return (
    <>
      {pieces
        .filter((piece) => piece.is !== leave)
        .map((piece, index) =>
          piece.is === "same" ? (
            piece.text
          ) : piece.is === "added" ? (
            <ins key={index}>
              <span class="visually-hidden">{message(language, "desk.difference.mark.added")}</span>
              {piece.text}
            </ins>
          ) : (
            <del key={index}>
              <span class="visually-hidden">{message(language, "desk.difference.mark.removed")}</span>
              {piece.text}
            </del>
          ),
        )}
    </>
  );
}
