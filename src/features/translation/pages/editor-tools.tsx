import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { EditorFilter } from "./editor-filter.tsx";
import type { EditorOverview } from "./editor-overview.tsx";
import { jumps, type Show } from "./editor-query.ts";
import type { Workspace } from "./gather-workspace.ts";

interface EditorToolsProps {
  workspace: Workspace;
  overview: EditorOverview;
  show: Show;
  language: Language;
}

/** Filters, jumps to what is to do, and drafts. */
export function EditorTools({ workspace, overview, show, language }: EditorToolsProps) {
  const { translation, mayWrite } = workspace;
  return (
    <div class="editor-tools">
      <EditorFilter
        show={show}
        counts={overview.shows}
        hrefOf={(one) => links.translation(language, translation.id, { show: one === "all" ? undefined : one })}
        language={language}
      />
      <Jumps targets={overview.jumps} language={language} />
      {mayWrite && <Drafts workspace={workspace} language={language} />}
    </div>
  );
}

/** To the next sentence of each kind. One of which there is none is kept out of sight: a save may bring it. */
function Jumps({ targets, language }: { targets: EditorOverview["jumps"]; language: Language }) {
  return (
    <p class="editor-jumps" hidden={jumps.every((one) => targets[one] === null)}>
      {message(language, "translation.jump.title")}{" "}
      {jumps.map((one) => {
        const href = targets[one];
        return (
          <a key={one} {...(href === null ? { hidden: true } : { href })} data-jump={one}>
            {message(language, `translation.jump.${one}`)}
          </a>
        );
      })}
    </p>
  );
}

function Drafts({ workspace, language }: { workspace: Workspace; language: Language }) {
  const { translation, machine, draft } = workspace;
  const isRunning = draft?.state === "waiting" || draft?.state === "running";
  return (
    <div class="editor-drafts" data-draft={isRunning ? "running" : undefined}>
      {draft && <DraftNotice draft={draft} language={language} href={links.translation(language, translation.id)} />}
      {translation.progress.empty > 0 && !isRunning && (
        <form method="post" action={links.translation(language, translation.id)} class="commands" data-drafts>
          <button type="submit" name="intent" value="draft-memory" class="quiet-button">
            {message(language, "translation.draft.memory")}
          </button>
          {machine.state === "ready" ? (
            <button type="submit" name="intent" value="draft-machine" class="quiet-button">
              {message(language, "translation.draft.machine", { provider: machine.provider })}
            </button>
          ) : (
            <span class="hint">{message(language, `translation.draft.${machine.state}`)}</span>
          )}
        </form>
      )}
    </div>
  );
}

function DraftNotice({
  draft,
  language,
  href,
}: {
  draft: NonNullable<Workspace["draft"]>;
  language: Language;
  href: string;
}) {
  const { state, done, total, fromMemory, fromMachine, problem } = draft;
  const isRunning = state === "waiting" || state === "running";
  if (isRunning)
    return (
      <Notice tone="information">
        <p role="status">
          {message(language, state === "waiting" ? "translation.draft.waiting" : "translation.draft.running", {
            done,
            total,
          })}{" "}
          <a href={href}>{message(language, "translation.draft.reload")}</a>
        </p>
        <progress max={Math.max(1, total)} value={done} aria-label={message(language, "translation.draft.progress")} />
      </Notice>
    );
  return (
    <p class="hint">
      {message(language, "translation.draft.finished", { fromMemory, fromMachine })}{" "}
      {problem !== null && <strong class="draft-problem">{message(language, `translation.problem.${problem}`)}</strong>}
    </p>
  );
}
