import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { asksByItself, type Source, type SourceOrigin } from "../source.ts";

/** What the desk may do with a source. */
export function SourceCommands({ source, language }: { source: Source; language: Language }) {
  const { id, paused, origin, kind } = source;
  const action = links.deskSource(language, id);
  return (
    <Section id="commands" title={message(language, "sources.one.commands")}>
      <form method="post" action={action} class="commands">
        {asksByItself(source) && (
          <button type="submit" name="intent" value="look">
            {message(language, "sources.one.look")}
          </button>
        )}
        <a class="command" href={links.deskSource(language, id, { edit: "yes" })}>
          {message(language, "sources.one.edit")}
        </a>
        {kind !== "manual" && (
          <button type="submit" name="intent" value={paused ? "resume" : "pause"} class="button-second">
            {message(language, paused ? "sources.one.resume" : "sources.one.pause")}
          </button>
        )}
      </form>
      {origin !== "programme" && <AskReset origin={origin} action={action} language={language} />}
      {kind === "mail" && (
        <form method="post" action={action} encType="multipart/form-data" class="source-mail">
          <LabelledField
            id="mail-file"
            name="file"
            label={message(language, "sources.one.mailFile")}
            hint={message(language, "sources.one.mailHint")}
            control={{ kind: "file", accept: ".eml,message/rfc822" }}
          />
          <button type="submit" name="intent" value="mail">
            {message(language, "sources.one.mailSend")}
          </button>
        </form>
      )}
    </Section>
  );
}

/** What the desk entered is not taken away at one click: what goes and what stays is said first. */
function AskReset({ origin, action, language }: { origin: SourceOrigin; action: string; language: Language }) {
  const isOwn = origin === "desk";
  return (
    <details class="task">
      <summary>{message(language, isOwn ? "sources.one.remove" : "sources.one.reset")}</summary>
      <form method="post" action={action}>
        <p>{message(language, isOwn ? "sources.one.removeText" : "sources.one.resetText")}</p>
        <button type="submit" name="intent" value="reset" class="button-second">
          {message(language, isOwn ? "sources.one.removeNow" : "sources.one.resetNow")}
        </button>
      </form>
    </details>
  );
}
