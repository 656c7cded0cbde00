import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PolicySubject } from "../policy-subject.ts";
import { sourceLanguages, type TranslationSummary, targetLanguagesOf } from "../translation.ts";

/** A pasted text that could not be begun, for one of both is empty. */
export interface StartProblem {
  title: string;
  text: string;
}

interface StartFormProps {
  /** the policy that the address names */
  found: PolicySubject | null;
  /** its translations */
  present: readonly TranslationSummary[];
  refused: StartProblem | null;
  language: Language;
}

/** Begins the translation of a policy, or of a text that somebody pastes. */
export function StartForm({ found, present, refused, language }: StartFormProps) {
  if (found) return <StartPolicy found={found} present={present} language={language} />;
  return (
    <details class="translation-start" open={refused !== null}>
      <summary>{message(language, "translation.start.title")}</summary>
      <p>
        {message(language, "translation.start.fromDesk")}{" "}
        <a href={links.desk(language)}>{message(language, "translation.list.toDesk")}</a>
      </p>
      <form method="post" action={links.translations(language)}>
        <h3>{message(language, "translation.start.paste")}</h3>
        <div class="field-grid">
          <LabelledField
            id="start-direction"
            name="direction"
            label={message(language, "translation.start.direction")}
            control={{ kind: "select", options: directions(language) }}
          />
          <LabelledField
            id="start-visibility"
            name="visibility"
            label={message(language, "translation.start.visibility")}
            control={{
              kind: "select",
              options: (["members", "public"] as const).map((value) => ({
                value,
                text: message(language, `translation.about.visible.${value}`),
              })),
            }}
          />
        </div>
        <LabelledField
          id="start-title"
          name="title"
          label={message(language, "translation.start.textTitle")}
          error={refused?.title === "" ? message(language, "translation.start.missing") : undefined}
          control={{ kind: "text", value: refused?.title ?? "" }}
        />
        <LabelledField
          id="start-text"
          name="text"
          label={message(language, "translation.start.text")}
          hint={message(language, "translation.start.textHint")}
          error={refused?.text === "" ? message(language, "translation.start.missing") : undefined}
          control={{ kind: "area", rows: 6, value: refused?.text ?? "" }}
        />
        <button type="submit" name="intent" value="start-text">
          {message(language, "translation.start.button")}
        </button>
      </form>
    </details>
  );
}

function directions(language: Language) {
  return [...sourceLanguages].reverse().flatMap((from) =>
    targetLanguagesOf(from).map((to) => ({
      value: `${from}-${to}`,
      text: message(language, "translation.direction", {
        from: message(language, `translation.languages.${from}`),
        to: message(language, `translation.languages.${to}`),
      }),
    })),
  );
}

function StartPolicy({
  found,
  present,
  language,
}: Omit<StartFormProps, "refused" | "found"> & { found: PolicySubject }) {
  const { item, subject, problem } = found;
  const open = subject
    ? targetLanguagesOf(subject.language).filter((to) => !present.some(({ targetLanguage }) => targetLanguage === to))
    : [];
  return (
    <Section id="start" title={message(language, "translation.start.policy")}>
      <p class="translation-start-title" lang={languageTags[item.language]}>
        <a href={links.deskItem(language, item.id)}>{item.title[item.language] ?? item.id}</a>
      </p>
      {problem !== null && <p class="hint">{message(language, `translation.start.problem.${problem}`)}</p>}
      {present.map(({ id, targetLanguage }) => (
        <p key={id}>
          <a class="command" href={links.translation(language, id)}>
            {message(language, "translation.start.present", {
              language: message(language, `translation.languages.${targetLanguage}`),
            })}
          </a>
        </p>
      ))}
      {open.length > 0 && (
        <form method="post" action={links.translations(language)} class="commands">
          <input type="hidden" name="item" value={item.id} />
          {open.map((to) => (
            <button key={to} type="submit" name="target" value={to}>
              {message(language, "translation.start.into", {
                language: message(language, `translation.languages.${to}`),
              })}
            </button>
          ))}
        </form>
      )}
    </Section>
  );
}
