import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { fits, linkToSegment, type Show, shows } from "./editor-query.ts";
import type { Workspace } from "./gather-workspace.ts";

interface EditorToolsProps {
  request: MemberRequest;
  workspace: Workspace;
  show: Show;
  /** 1-based position of the first sentence shown */
  first: number;
}

/** Filters, jumps to what is to do, and drafts. */
export function EditorTools({ request, workspace, show, first }: EditorToolsProps) {
  const { language } = request;
  const { translation, problems, mayWrite } = workspace;
  return (
    <div class="editor-tools">
      <nav aria-label={message(language, "translation.filter")}>
        <ul class="editor-filter">
          {shows.map((one) => (
            <li key={one}>
              <a
                href={links.translation(language, translation.id, { show: one === "all" ? undefined : one })}
                aria-current={one === show ? "true" : undefined}
              >
                {message(language, `translation.show.${one}`)}{" "}
                <span class="numeral">
                  {translation.segments.filter((segment) => fits(segment, one, problems)).length}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Jumps workspace={workspace} show={show} first={first} language={language} />
      {mayWrite && <Drafts workspace={workspace} language={language} />}
    </div>
  );
}

/** To the next sentence of a kind, behind what is shown, or else from the top. */
function Jumps({ workspace, show, first, language }: Omit<EditorToolsProps, "request"> & { language: Language }) {
  const { translation, problems } = workspace;
  const links = (["empty", "machine", "edited", "problems"] as const).flatMap((one) => {
    const fitting = translation.segments.filter((segment) => fits(segment, one, problems));
    const next = fitting.find(({ position }) => show !== "all" || position + 1 >= first) ?? fitting[0];
    return next ? [{ one, href: linkToSegment({ language }, translation.id, next.position, "edit") }] : [];
  });
  if (links.length === 0) return null;
  return (
    <p class="editor-jumps">
      {message(language, "translation.jump.title")}{" "}
      {links.map(({ one, href }) => (
        <a key={one} href={href}>
          {message(language, `translation.jump.${one}`)}
        </a>
      ))}
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
        <form method="post" action={links.translation(language, translation.id)} class="commands">
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
