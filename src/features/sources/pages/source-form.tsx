import type { VNode } from "preact";
import { formatMoment } from "../../../core/format-moment.ts";
import { isLanguage, type Language, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import type { DeclarationForm, FieldProblems } from "../check-declaration.ts";
import { describeProblem } from "../describe-problem.ts";
import { getSourceReference } from "../service.ts";
import type { Trial } from "../snapshots.ts";
import { type Source, sourceKinds, tiers } from "../source.ts";
import type { SourceReference } from "../store.ts";
import { EntryList } from "./snapshot-pair.tsx";

export interface FormState {
  values: DeclarationForm;
  problems?: FieldProblems;
  trial?: Trial;
}

type Field = keyof DeclarationForm;
interface Option {
  value: string;
  text: string;
}

/** The declaration of a source, new or known, with what it would read. */
export async function showForm(
  { context, language }: MemberRequest,
  source: Source | null,
  state: FormState,
): Promise<PageContent> {
  const reference = await getSourceReference(context);
  const title = message(language, source ? "sources.form.edit" : "sources.form.new");
  const back = source ? links.deskSource(language, source.id) : links.deskSources(language);
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "desk.title"), href: links.desk(language) },
      { text: message(language, "sources.board.title"), href: links.deskSources(language) },
      ...(source ? [{ text: localize(source.name, language).text, href: back }] : []),
    ],
    body: (
      <>
        <PageHeading
          kicker={source ? localize(source.name, language) : undefined}
          title={title}
          lead={message(language, "sources.form.lead")}
        />
        {state.problems && <Errors problems={state.problems} language={language} />}
        {state.trial && <TrialResult trial={state.trial} of={state.values.language} language={language} />}
        <form method="post" action={links.deskSource(language, source?.id ?? "new")} class="document-form">
          <Fields state={state} reference={reference} isNew={source === null} language={language} />
          <p class="commands">
            <button type="submit" name="intent" value="save">
              {message(language, "sources.form.save")}
            </button>
            <button type="submit" name="intent" value="try" class="button-second">
              {message(language, "sources.form.try")}
            </button>
            <a href={back}>{message(language, "sources.form.cancel")}</a>
          </p>
        </form>
      </>
    ),
  };
}

function idOf(field: Field): string {
  return `source-${field.replace(".", "-")}`;
}

function Errors({ problems, language }: { problems: FieldProblems; language: Language }) {
  const fields = Object.keys(problems) as Field[];
  return (
    <ErrorSummary
      id="problems"
      title={message(language, "sources.form.errors")}
      errors={fields.map((field) => ({ text: message(language, `sources.field.${field}`), href: `#${idOf(field)}` }))}
    />
  );
}

function TrialResult({ trial, of, language }: { trial: Trial; of: string; language: Language }) {
  const { reading, problem, at } = trial;
  return (
    <Section id="trial" title={message(language, "sources.form.tried")}>
      {problem ? (
        <p>{describeProblem(language, problem)}</p>
      ) : (
        <p class="hint">
          {at
            ? message(language, "sources.form.triedSnapshot", { date: formatMoment(language, at) })
            : message(language, "sources.form.triedNow")}
        </p>
      )}
      {reading && <EntryList reading={reading} of={isLanguage(of) ? of : "zh"} language={language} />}
      {reading?.next && <p class="hint">{message(language, "sources.form.next", { url: reading.next })}</p>}
    </Section>
  );
}

function Fields(props: { state: FormState; reference: SourceReference; isNew: boolean; language: Language }) {
  const { state, reference, isNew, language } = props;
  const { values, problems = {} } = state;
  const frame = (name: Field) => {
    const problem = problems[name];
    const help = findMessageKey(`sources.fieldHelp.${name}`);
    return {
      id: idOf(name),
      name,
      label: message(language, `sources.field.${name}`),
      ...(help && { hint: message(language, help) }),
      ...(problem && { error: message(language, `sources.fieldProblem.${problem}`) }),
    };
  };
  const text = (name: Field): VNode => (
    <LabelledField key={name} {...frame(name)} control={{ kind: "text", value: values[name] }} />
  );
  const select = (name: Field, options: Option[]): VNode => (
    <LabelledField key={name} {...frame(name)} control={{ kind: "select", value: values[name], options }} />
  );
  const none: Option = { value: "", text: "—" };
  const named = (list: readonly { id: string; name: Source["name"] }[]) =>
    list.map(({ id, name }) => ({ value: id, text: localize(name, language).text }));
  return (
    <>
      <fieldset>
        <legend>{message(language, "sources.form.what")}</legend>
        {isNew && text("id")}
        <div class="source-field-row">{languages.map((one) => text(`name.${one}`))}</div>
        {select("body", [none, ...named(reference.bodies)])}
        <div class="source-field-row">
          {select(
            "tier",
            tiers.map((tier) => ({ value: tier, text: message(language, `sources.tier.${tier}`) })),
          )}
          {select("region", [none, ...named(reference.regions)])}
          {select(
            "language",
            (["zh", "ja", "en"] as const).map((one) => ({ value: one, text: message(language, `language.${one}`) })),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>{message(language, "sources.form.reading")}</legend>
        {select(
          "kind",
          sourceKinds.map((kind) => ({ value: kind, text: message(language, `sources.kind.${kind}`) })),
        )}
        {text("address")}
        <div class="source-field-row">
          {text("itemSelector")}
          {text("linkSelector")}
          {text("dateSelector")}
          {text("nextSelector")}
        </div>
        {text("include")}
      </fieldset>
      <fieldset>
        <legend>{message(language, "sources.form.rhythm")}</legend>
        <div class="source-field-row">
          {text("everyHours")}
          {text("quietDays")}
          {text("tried")}
        </div>
        {languages.map((one) => text(`note.${one}`))}
      </fieldset>
    </>
  );
}
