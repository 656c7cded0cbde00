import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { describeRefusal } from "../describe-problem.ts";
import { getImport } from "../import-service.ts";
import type { Import } from "../import-store.ts";
import { countRows, type ImportResult, isReady } from "../plan.ts";
import { DecisionForm, type DecisionProblem } from "./decision-form.tsx";
import { ImportNotices } from "./import-notices.tsx";
import { ImportRows } from "./import-rows.tsx";
import { AlikeNotice } from "./row-likenesses.tsx";

export const showImport: PageHandler<MemberRequest> = (request) => renderImport(request, null);

/** How far the check is, what it found, or what became of it. */
export async function renderImport(request: MemberRequest, problem: DecisionProblem | null): Promise<PageContent> {
  const { context, language, actor, params, url } = request;
  const found = await getImport(context, actor, params.id ?? "");
  const directory = await getDirectory(context);
  const title = message(language, "exchange.import.title", { name: found.fileName });
  const { result } = found;
  const owner = directory.find(found.owner) ? directory.name(found.owner, language) : found.owner;
  const encoding = result?.facts.encoding ?? null;
  const meta = [
    { term: message(language, "exchange.import.kind"), value: message(language, `record.kinds.${found.kind}`) },
    { term: message(language, "exchange.import.owner"), value: owner },
    ...(encoding === null
      ? []
      : [
          {
            term: message(language, "exchange.import.encoding"),
            value: message(language, `exchange.format.${encoding}`),
          },
        ]),
  ];
  return {
    title,
    description: message(language, "exchange.import.description"),
    area: null,
    trail: [{ text: message(language, "exchange.title"), href: links.exchange(language, { kind: found.kind }) }],
    unlisted: true,
    body: (
      <div class="exchange">
        <PageHeading title={title} meta={meta} />
        <State language={language} found={found} />
        {result && <ImportNotices language={language} kind={found.kind} facts={result.facts} />}
        {result && found.state === "checked" && <AlikeNotice language={language} url={url} rows={result.rows} />}
        {result && found.state === "checked" && (
          <Outlook language={language} found={found} result={result} problem={problem} />
        )}
        {result && result.rows.length > 0 && <ImportRows language={language} url={url} found={found} result={result} />}
      </div>
    ),
  };
}

function State({ language, found }: { language: Language; found: Import }) {
  const again = (
    <p>
      <a href={links.exchange(language, { kind: found.kind })}>{message(language, "exchange.import.again")}</a>
    </p>
  );
  switch (found.state) {
    case "checking":
      return <Progress language={language} found={found} />;
    case "failed":
      return (
        <Notice tone="error" title={message(language, "exchange.import.failed")}>
          {found.refusal && <p>{describeRefusal(found.refusal, language)}</p>}
          {again}
        </Notice>
      );
    case "taken":
      return (
        <Notice tone="success" title={message(language, "exchange.import.taken")}>
          <p>
            <a href={links.entries(language)}>{message(language, "exchange.import.takenLink")}</a>
          </p>
        </Notice>
      );
    case "dropped":
      return (
        <Notice tone="information" title={message(language, "exchange.import.dropped")}>
          {again}
        </Notice>
      );
    case "checked":
      return null;
  }
}

/** Without a script the page asks again by itself; most sheets are done before anybody sees this. */
function Progress({ language, found }: { language: Language; found: Import }) {
  const { progress } = found;
  return (
    <div class="exchange-progress">
      <meta http-equiv="refresh" content="3" />
      <p role="status">{message(language, "exchange.import.progress", { progress })}</p>
      <progress max={100} value={progress} aria-label={`${progress}%`} />
      <p>
        <a href={links.import(language, found.id)}>{message(language, "exchange.import.refresh")}</a>
      </p>
    </div>
  );
}

interface OutlookProps {
  language: Language;
  found: Import;
  result: ImportResult;
  problem: DecisionProblem | null;
}

function Outlook({ language, found, result, problem }: OutlookProps) {
  const counts = countRows(result.rows);
  if (isReady(result)) return <DecisionForm language={language} found={found} result={result} problem={problem} />;
  if (counts.error > 0) {
    return (
      <Notice tone="error" title={message(language, "exchange.import.hasErrors", { count: counts.error })}>
        <ul>
          <li>
            <a href={links.importFile(language, found.id)}>{message(language, "exchange.import.errorFile")}</a>
          </li>
          <li>
            <a href={links.exchange(language, { kind: found.kind })}>{message(language, "exchange.import.again")}</a>
          </li>
        </ul>
      </Notice>
    );
  }
  if (result.facts.wrongKind !== null || result.facts.repeatedColumns.length > 0) return null;
  return (
    <Notice tone="information">
      <p>{message(language, "exchange.import.allSame")}</p>
    </Notice>
  );
}
