import { type Language, languages, languageTags } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { changeQuery, readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import type { TermProblem } from "../check-term.ts";
import { describeFileProblem } from "../exchange/file-problem.ts";
import type { TermsTaken } from "../exchange/take-terms.ts";
import { termDomains } from "../sheets.ts";
import type { KeptTerm, Term } from "../terms.ts";
import { findTermsByText, getTerms } from "../terms-service.ts";
import { emptyTerm, TermForm } from "./term-form.tsx";

const perPage = 50;

/** What a form or a file came back with. */
export interface TermsOutcome {
  term?: Term;
  problems?: readonly TermProblem[];
  taken?: TermsTaken;
  /** nothing of the file was to be kept */
  tried?: boolean;
}

/** The terms of the desk: found by any word, changed, brought in and taken out. */
export const showTerms: PageHandler<MemberRequest> = (request) => composeTerms(request, {});

export async function composeTerms(request: MemberRequest, outcome: TermsOutcome): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const domain = termDomains.find((one) => one === readText(url, "domain"));
  const text = readText(url, "q");
  const found = await findTermsByText(context, { ...(text ? { text } : {}), ...(domain ? { domain } : {}) });
  const page = choosePage(found, perPage, url);
  const mayWrite = hasPermission(actor, "translations.write");
  const asked = readText(url, "term");
  const present = asked === undefined ? undefined : (await getTerms(context)).find(({ id }) => id === asked);
  const edited = outcome.term ?? present ?? (asked === "" || url.searchParams.has("new") ? emptyTerm : null);
  const title = message(language, "translation.terms.title");
  return {
    title,
    description: message(language, "translation.terms.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "translation.list.title"), href: links.translations(language) }],
    body: (
      <div class="translation-page">
        <PageHeading title={title} lead={message(language, "translation.terms.lead")} />
        <Told url={url} outcome={outcome} language={language} />
        {mayWrite && edited && (
          <TermForm term={edited} kept={present ?? null} problems={outcome.problems ?? []} language={language} />
        )}
        <form method="get" action={links.terms(language)} class="record-filter terms-filter">
          <p class="field record-filter-text">
            <label for="terms-q">{message(language, "translation.terms.search")}</label>
            <input id="terms-q" type="search" name="q" value={text ?? ""} />
          </p>
          <p class="field">
            <label for="terms-domain">{message(language, "translation.terms.domain")}</label>
            <select id="terms-domain" name="domain">
              <option value="">{message(language, "translation.show.all")}</option>
              {termDomains.map((one) => (
                <option key={one} value={one} selected={one === domain}>
                  {message(language, `translation.domain.${one}`)}
                </option>
              ))}
            </select>
          </p>
          <button type="submit">{message(language, "translation.terms.find")}</button>
        </form>
        {mayWrite && (
          <p>
            <a class="command" href={links.terms(language, { new: 1 })}>
              {message(language, "translation.terms.add")}
            </a>
          </p>
        )}
        <TermTable terms={page.items} total={page.total} {...{ url, mayWrite, language }} />
        <OffsetPagination page={page} url={url} language={language} />
        <Files mayWrite={mayWrite} language={language} />
      </div>
    ),
  };
}

function Told({ url, outcome, language }: { url: URL; outcome: TermsOutcome; language: Language }) {
  const { taken, tried = false } = outcome;
  const done = findMessageKey(`translation.terms.done.${readText(url, "done") ?? ""}`);
  if (taken) {
    const { added, changed, same } = taken;
    return (
      <Notice
        tone={taken.problems.length > 0 ? "error" : tried ? "information" : "success"}
        title={nameOutcome(taken, tried, language)}
      >
        {taken.problems.length > 0 && (
          <ul>
            {taken.problems.map((problem, index) => (
              <li key={index}>{describeFileProblem(problem, language)}</li>
            ))}
          </ul>
        )}
        {taken.problems.length === 0 && (
          <p role="status">{message(language, "translation.terms.counts", { added, changed, same })}</p>
        )}
        {taken.problems.length === 0 && taken.oneNotes > 0 && (
          <p>{message(language, "translation.terms.oneNotes", { count: taken.oneNotes })}</p>
        )}
      </Notice>
    );
  }
  if (done === null || outcome.term) return null;
  return (
    <Notice tone="success">
      <p role="status">{message(language, done)}</p>
    </Notice>
  );
}

/** Of a file that is another kind of file no line can be corrected. */
function nameOutcome({ added, changed, problems }: TermsTaken, tried: boolean, language: Language): string {
  if (problems.length === 0 && tried) return message(language, "translation.terms.tried");
  if (problems.length === 0)
    return message(language, added + changed > 0 ? "translation.terms.taken" : "translation.terms.unchanged");
  const isOfLines = problems.some((problem) => ("sheet" in problem ? problem.sheet.line : problem.line) !== null);
  return message(language, isOfLines ? "translation.terms.refused" : "translation.file.notTaken");
}

function TermTable({
  terms,
  total,
  url,
  mayWrite,
  language,
}: {
  terms: readonly KeptTerm[];
  total: number;
  url: URL;
  mayWrite: boolean;
  language: Language;
}) {
  return (
    <DataTable
      id="terms"
      caption={message(language, "translation.terms.count", { count: total })}
      columns={[
        ...languages.map((one) => ({
          key: one,
          label: message(language, `translation.languages.${one}`),
          width: "medium" as const,
        })),
        { key: "domain", label: message(language, "translation.terms.domain") },
        { key: "origin", label: message(language, "translation.terms.origin") },
        ...(mayWrite ? [{ key: "change", label: message(language, "translation.terms.change") }] : []),
      ]}
      rows={terms.map((term) => ({
        key: term.id,
        cells: {
          ...Object.fromEntries(
            languages.map((one) => [one, <TermWords key={one} {...{ term, language }} of={one} />]),
          ),
          domain: message(language, `translation.domain.${term.domain}`),
          origin: message(language, `translation.terms.from.${term.origin}`),
          change: (
            <a href={changeQuery(url, { term: term.id, done: undefined, new: undefined })}>
              {message(language, "translation.terms.change")}
              <span class="visually-hidden"> {term.words[language]}</span>
            </a>
          ),
        },
      }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={message(language, "translation.terms.none")}
    />
  );
}

function TermWords({ term, of, language }: { term: KeptTerm; of: Language; language: Language }) {
  const [variants, forbidden] = [term.variants[of], term.forbidden[of]];
  return (
    <div class="term-words" lang={languageTags[of]}>
      <strong>{term.words[of]}</strong>
      {variants.length > 0 && <span class="term-variants">{variants.join(" / ")}</span>}
      {forbidden.length > 0 && (
        <span class="term-forbidden">
          <span class="visually-hidden" lang={languageTags[language]}>
            {message(language, "translation.help.forbidden")}
          </span>
          {forbidden.join(" / ")}
        </span>
      )}
    </div>
  );
}

function Files({ mayWrite, language }: { mayWrite: boolean; language: Language }) {
  return (
    <Section id="files" title={message(language, "translation.terms.files")}>
      <Downloads
        groups={[
          {
            key: "terms",
            title: message(language, "translation.terms.download"),
            files: [
              {
                href: links.termsFile(language, "csv"),
                format: "CSV",
                detail: message(language, "translation.terms.csv"),
              },
              {
                href: links.termsFile(language, "tbx"),
                format: "TBX",
                detail: message(language, "translation.terms.tbx"),
              },
            ],
          },
        ]}
      />
      {mayWrite && (
        <form method="post" encType="multipart/form-data" action={links.terms(language)} class="translation-import">
          <label for="terms-file">{message(language, "translation.terms.upload")}</label>
          <p class="hint" id="terms-file-hint">
            {message(language, "translation.terms.uploadHint")}
          </p>
          <input id="terms-file" type="file" name="file" accept=".csv,.tbx,.xml" aria-describedby="terms-file-hint" />
          <p class="commands">
            <button type="submit" name="intent" value="try" class="button-second">
              {message(language, "translation.terms.try")}
            </button>
            <button type="submit" name="intent" value="import">
              {message(language, "translation.terms.import")}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}
