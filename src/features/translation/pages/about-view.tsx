import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { countWork } from "../count-work.ts";
import type { XliffTaken } from "../exchange/take-xliff.ts";
import { hashSource } from "../hash-source.ts";
import type { Workspace } from "./gather-workspace.ts";
import { XliffReport } from "./xliff-report.tsx";

interface AboutProps {
  workspace: Workspace;
  language: Language;
  /** what became of a file that was brought */
  taken: XliffTaken | null;
}

/** Where the text comes from, who worked on it, and its files. */
export function AboutView({ workspace, language, taken }: AboutProps) {
  return (
    <>
      {taken && <XliffReport taken={taken} translation={workspace.translation} language={language} />}
      <SourceChanged workspace={workspace} language={language} />
      <Section id="facts" title={message(language, "translation.about.facts")}>
        <DefinitionList items={[...describeSource(workspace, language), ...describeSteps(workspace, language)]} />
      </Section>
      <People workspace={workspace} language={language} />
      <Files workspace={workspace} language={language} />
    </>
  );
}

/** The page or file was read anew since: what is the same keeps its translation. */
function SourceChanged({ workspace, language }: Omit<AboutProps, "taken">) {
  const { translation, source } = workspace;
  if (!source?.subject || hashSource(source.subject) === translation.sourceHash) return null;
  return (
    <Notice tone="warning" title={message(language, "translation.about.sourceChanged")}>
      <p>{message(language, "translation.about.sourceChangedText")}</p>
      <form method="post" action={links.translation(language, translation.id)}>
        <button type="submit" name="intent" value="update-source" class="button-second">
          {message(language, "translation.about.updateSource")}
        </button>
      </form>
    </Notice>
  );
}

function describeSource({ translation, source }: Workspace, language: Language): Definition[] {
  const say = (key: "policy" | "address" | "hash" | "visibility") => message(language, `translation.about.${key}`);
  const item = source?.item;
  return [
    ...(item
      ? [
          {
            term: say("policy"),
            values: [
              <a key="item" href={links.deskItem(language, item.id)} lang={languageTags[translation.sourceLanguage]}>
                {translation.title}
              </a>,
            ],
          },
        ]
      : []),
    ...(item?.url
      ? [
          {
            term: say("address"),
            values: [
              <a key="url" href={item.url} rel="noreferrer">
                {item.url}
              </a>,
            ],
          },
        ]
      : []),
    ...(item?.sha256 ? [{ term: say("hash"), values: [<code key="hash">{item.sha256}</code>] }] : []),
    {
      term: say("visibility"),
      values: [message(language, `translation.about.visible.${translation.visibility}`)],
    },
  ];
}

function describeSteps({ translation, name }: Workspace, language: Language): Definition[] {
  const { made, submitted, approved } = translation;
  return (["made", "submitted", "approved"] as const).flatMap((step) => {
    const mark = { made, submitted, approved }[step];
    if (!mark) return [];
    return [
      {
        term: message(language, `translation.about.${step}`),
        values: [
          message(language, "translation.about.byAt", { name: name(mark.by), date: formatMoment(language, mark.at) }),
        ],
      },
    ];
  });
}

function People({ workspace, language }: Omit<AboutProps, "taken">) {
  const work = countWork(workspace.translation.segments);
  return (
    <Section id="people" title={message(language, "translation.about.people")}>
      {work.length === 0 && <p class="hint">{message(language, "translation.about.nobody")}</p>}
      <ul class="translation-people">
        {work.map(({ userId, translated, reviewed }) => (
          <li key={userId}>
            <strong>{workspace.name(userId)}</strong>{" "}
            {message(language, "translation.about.work", { translated, reviewed })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Files({ workspace, language }: Omit<AboutProps, "taken">) {
  const { id } = workspace.translation;
  const file = (ending: "pdf" | "docx" | "xlf" | "tmx", format: string) => ({
    href: links.translationFile(language, id, ending),
    format,
    detail: message(language, `translation.file.${ending}`),
  });
  return (
    <Section id="files" title={message(language, "translation.about.files")}>
      <Downloads
        groups={[
          {
            key: "paper",
            title: message(language, "translation.file.paper"),
            text: message(language, "translation.file.paperText"),
            files: [file("pdf", "PDF"), file("docx", "Word")],
          },
          {
            key: "tools",
            title: message(language, "translation.file.tools"),
            text: message(language, "translation.file.toolsText"),
            files: [file("xlf", "XLIFF 2.1"), file("tmx", "TMX 1.4b")],
          },
        ]}
      />
      {workspace.mayWrite && (
        <form
          method="post"
          encType="multipart/form-data"
          action={links.translationImport(language, id)}
          class="translation-import"
        >
          <label for="xliff">{message(language, "translation.file.import")}</label>
          <p class="hint" id="xliff-hint">
            {message(language, "translation.file.importHint")}
          </p>
          <input id="xliff" type="file" name="file" accept=".xlf,.xliff" aria-describedby="xliff-hint" />
          <button type="submit" class="button-second">
            {message(language, "translation.file.importButton")}
          </button>
        </form>
      )}
    </Section>
  );
}
