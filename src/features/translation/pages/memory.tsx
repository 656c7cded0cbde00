import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { describeFileProblem } from "../exchange/file-problem.ts";
import { countMemory, importMemory, type MemoryTaken } from "../exchange/take-memory.ts";

/** What was translated before: how much there is, as TMX out and in. */
export const showMemory: PageHandler<MemberRequest> = (request) => composeMemory(request, null);

export const postMemory: ActionHandler = async (request) => {
  const { context, actor, form } = request;
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const taken = await importMemory(context, actor, bytes);
  const isNothing = taken.added + taken.same === 0;
  return { page: await composeMemory(request, taken), status: isNothing ? 422 : 200 };
};

async function composeMemory(request: MemberRequest, taken: MemoryTaken | null): Promise<PageContent> {
  const { context, actor, language } = request;
  const counts = await countMemory(context, actor);
  const title = message(language, "translation.memory.title");
  return {
    title,
    description: message(language, "translation.memory.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "translation.list.title"), href: links.translations(language) }],
    body: (
      <div class="translation-page">
        <PageHeading title={title} lead={message(language, "translation.memory.lead")} />
        {taken && <Taken taken={taken} language={language} />}
        <DataTable
          id="memory"
          caption={title}
          captionHidden
          columns={[
            { key: "direction", label: message(language, "translation.start.direction") },
            { key: "pairs", label: message(language, "translation.memory.pairs"), align: "end", width: "narrow" },
            { key: "file", label: message(language, "translation.memory.file") },
          ]}
          rows={counts.map(({ sourceLanguage: from, targetLanguage: to, pairs }) => ({
            key: `${from}-${to}`,
            cells: {
              direction: message(language, "translation.direction", {
                from: message(language, `translation.languages.${from}`),
                to: message(language, `translation.languages.${to}`),
              }),
              pairs: <span class="numeral">{pairs.toLocaleString("en")}</span>,
              file: <a href={links.memoryFile(language, { from, to })}>TMX 1.4b</a>,
            },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText={message(language, "translation.memory.none")}
        />
        {hasPermission(actor, "translations.write") && <Upload language={language} />}
      </div>
    ),
  };
}

function Upload({ language }: { language: Language }) {
  return (
    <Section id="upload" title={message(language, "translation.memory.upload")}>
      <form method="post" encType="multipart/form-data" action={links.memory(language)} class="translation-import">
        <label for="memory-file">{message(language, "translation.memory.choose")}</label>
        <p class="hint" id="memory-file-hint">
          {message(language, "translation.memory.uploadHint")}
        </p>
        <input id="memory-file" type="file" name="file" accept=".tmx,.xml" aria-describedby="memory-file-hint" />
        <button type="submit">{message(language, "translation.terms.import")}</button>
      </form>
    </Section>
  );
}

function Taken({ taken, language }: { taken: MemoryTaken; language: Language }) {
  const { added, same, problems } = taken;
  const isRefused = added + same === 0;
  return (
    <Notice
      tone={isRefused ? "error" : problems.length > 0 ? "warning" : "success"}
      title={
        isRefused
          ? message(language, "translation.file.notTaken")
          : message(language, "translation.memory.taken", { added, same })
      }
    >
      <ul>
        {problems.slice(0, 50).map((problem, index) => (
          <li key={index}>{describeFileProblem(problem, language)}</li>
        ))}
      </ul>
    </Notice>
  );
}
