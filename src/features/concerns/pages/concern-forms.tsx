import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { type Concern, verdicts } from "../concern.ts";
import type { ConcernWords } from "../words.ts";
import { EarlierSelect } from "./earlier-select.tsx";

export type FormName = "respond" | "judge" | "link" | "translate" | "withdraw";

/** A form that came back: what was typed into it and why it was not taken. */
export interface Returned {
  form: FormName;
  problem: string;
  /** name of the input that is wrong; null where the whole is */
  field: string | null;
  values: Record<string, string>;
}

export interface ConcernFormProps {
  concern: Concern;
  words: ConcernWords;
  formKey: string;
  returned: Returned | null;
}

/** In the language of those who raised it first; other languages where somebody can write them. */
export function RespondForm(props: ConcernFormProps) {
  const { concern, words } = props;
  const { language } = words;
  const typed = typedIn(props, "respond");
  const foreign = errorOf(props, "respond", "foreign");
  const ordered = [concern.language, ...languages.filter((of) => of !== concern.language)];
  return (
    <Framed {...props} form="respond" title={message(language, "concern.page.respond")}>
      {ordered.map((of, index) => (
        <LabelledField
          key={of}
          id={`respond-text_${of}`}
          name={`text_${of}`}
          label={message(language, "concern.field.responseIn", {
            language: message(language, `documents.languageName.${of}`),
          })}
          hint={
            index === 0
              ? message(language, "concern.field.responseHint")
              : index === 1
                ? message(language, "concern.field.responseOther")
                : undefined
          }
          error={
            errorOf(props, "respond", `text_${of}`) ?? (index === 0 ? errorOf(props, "respond", "text") : undefined)
          }
          control={{ kind: "area", rows: index === 0 ? 5 : 3, lang: of, value: typed(`text_${of}`, "") }}
        />
      ))}
      {foreign !== undefined && (
        <Notice tone="warning">
          <p>{foreign}</p>
          <label>
            <input type="checkbox" id="respond-foreign" name="foreign" value="yes" />{" "}
            {message(language, "concern.field.foreign")}
          </label>
        </Notice>
      )}
      <button type="submit">{message(language, "concern.page.respondSend")}</button>
    </Framed>
  );
}

/** Where nobody is named, also where this was said. */
export function JudgeForm(props: ConcernFormProps) {
  const { concern, words } = props;
  const { language, surveys, books } = words;
  const typed = typedIn(props, "judge");
  return (
    <Framed {...props} form="judge" title={message(language, "concern.page.judge")}>
      <LabelledField
        id="judge-verdict"
        name="verdict"
        label={message(language, "concern.field.verdict")}
        error={errorOf(props, "judge", "verdict")}
        control={{
          kind: "select",
          value: typed("verdict", ""),
          options: [
            { value: "", text: message(language, "concern.field.choose") },
            ...verdicts.map((one) => ({ value: one, text: message(language, `concern.verdict.${one}`) })),
          ],
        }}
      />
      <LanguageField {...props} form="judge" value={typed("language", language)} />
      <LabelledField
        id="judge-note"
        name="note"
        label={message(language, "concern.field.note")}
        error={errorOf(props, "judge", "note")}
        control={{ kind: "area", rows: 3, value: typed("note", "") }}
      />
      {concern.organisation === null && (
        <>
          <LabelledField
            id="judge-source"
            name="source"
            label={message(language, "concern.field.source")}
            hint={message(language, "concern.field.sourceHint")}
            error={errorOf(props, "judge", "source")}
            control={{
              kind: "select",
              value: typed("source", ""),
              options: [
                { value: "", text: message(language, "concern.field.choose") },
                ...[...surveys].map(([id, title]) => ({ value: `survey/${id}`, text: localize(title, language).text })),
                ...books.documents.map(({ id, title }) => ({
                  value: `document/${id}`,
                  text: localize(title, language).text,
                })),
              ],
            }}
          />
          <LabelledField
            id="judge-place"
            name="place"
            label={message(language, "concern.field.place")}
            control={{ kind: "text", value: typed("place", "") }}
          />
        </>
      )}
      <button type="submit">{message(language, "concern.page.judgeSend")}</button>
    </Framed>
  );
}

export function LinkForm(props: ConcernFormProps & { earlier: readonly Concern[] }) {
  const { language } = props.words;
  return (
    <Framed {...props} form="link" title={message(language, "concern.page.link")}>
      <EarlierSelect
        id="link-continues"
        label={message(language, "concern.field.continues")}
        hint={message(language, "concern.field.continuesHint")}
        error={errorOf(props, "link", "continues")}
        value={typedIn(props, "link")("continues", props.concern.continues ?? "")}
        earlier={props.earlier}
        own={props.concern.organisation === null ? [] : [props.concern.organisation]}
        words={props.words}
      />
      <button type="submit">{message(language, "concern.page.linkSend")}</button>
    </Framed>
  );
}

export function WithdrawForm(props: ConcernFormProps) {
  const { language } = props.words;
  return (
    <Framed {...props} form="withdraw" title={message(language, "concern.page.withdraw")}>
      <p>{message(language, "concern.page.withdrawLead")}</p>
      <button type="submit" class="button-quiet">
        {message(language, "concern.page.withdrawSend")}
      </button>
    </Framed>
  );
}

export function Framed({
  concern,
  words,
  formKey,
  returned,
  form,
  title,
  children,
}: ConcernFormProps & { form: FormName; title: string; children: preact.ComponentChildren }) {
  const problem = returned?.form === form && returned.field === null ? returned.problem : undefined;
  return (
    <Section id={form} title={title}>
      {problem !== undefined && (
        <Notice tone="error">
          <p>{problem}</p>
        </Notice>
      )}
      <form method="post" action={`${links.memberConcern(words.language, concern.id)}#${form}`} class="concern-form">
        <input type="hidden" name="intent" value={form} />
        <input type="hidden" name="form_key" value={formKey} />
        <input type="hidden" name="revision" value={concern.revision} />
        {children}
      </form>
    </Section>
  );
}

function LanguageField({ words, form, value }: ConcernFormProps & { form: FormName; value: string }) {
  const { language } = words;
  return (
    <LabelledField
      id={`${form}-language`}
      name="language"
      label={message(language, "concern.field.language")}
      control={{
        kind: "select",
        value,
        options: languages.map((one) => ({ value: one, text: message(language, `language.${one}`), lang: one })),
      }}
    />
  );
}

export function typedIn({ returned }: ConcernFormProps, form: FormName) {
  return (name: string, usual: string) => (returned?.form === form ? (returned.values[name] ?? usual) : usual);
}

export function errorOf({ returned }: ConcernFormProps, form: FormName, field: string): string | undefined {
  return returned?.form === form && returned.field === field ? returned.problem : undefined;
}
