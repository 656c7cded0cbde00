import type { VNode } from "preact";
import type { Language } from "../../../../core/language.ts";
import { choiceMessage, type MessageKey, message } from "../../../../messages/message.ts";
import {
  ChoiceField,
  ChoicesField,
  DateField,
  type FieldWords,
  fieldId,
  LanguageGroup,
  LongField,
  LookupField,
  type Option,
  SearchField,
  TextField,
} from "../../../../web/components/form/field.tsx";
import { PartCards } from "../../../../web/components/form/part-cards.tsx";
import { PartRows } from "../../../../web/components/form/part-rows.tsx";
import { Notice } from "../../../../web/components/notices.tsx";
import { FormHead, fieldWords, organisationNames } from "../../../../web/form-texts.tsx";
import { links } from "../../../../web/links.ts";
import type { FormBlock, FormField, FormView, LocalizedField, PartTable } from "../../form/form-view.ts";
import { type Visibility, visibilities } from "../../record.ts";
import type { Warning } from "../../warnings.ts";
import { RelatedRecords } from "../related-records.tsx";

export interface EntryFormProps {
  language: Language;
  action: string;
  view: FormView;
  /** every organisation, by the name that leads back to it: suggestions of the browser's own */
  organisations: readonly string[];
  owners: readonly Option[];
  owner: string;
  visibility: Visibility;
  reason: string;
  /** a record that exists is corrected, and a correction needs a reason */
  correction: boolean;
  reasonError: string | null;
  hidden: { name: string; value: string }[];
  warnings: readonly Warning[] | null;
  /** an officer who decides completes the texts; the owner's people submit */
  maySubmit: boolean;
}

/** What a button sends that only looks for what a field's words may mean. */
export const findIntent = "find:";

/** The form of one entry on one page. Every button sends the whole form, so that nothing typed is lost. */
export function EntryForm(props: EntryFormProps) {
  const { language, view } = props;
  const words = fieldWords(language);
  return (
    <form
      method="post"
      action={props.action}
      class="entry-form"
      data-entry-form
      data-draft-url={props.action}
      data-date-url={links.understandDate(language)}
      data-organisation-url={links.findOrganisations(language)}
      data-saving={message(language, "entryForm.autosave.saving")}
      data-saved={message(language, "entryForm.autosave.saved")}
      data-offline={message(language, "entryForm.autosave.offline")}
      data-conflict={message(language, "entryForm.autosave.conflict")}
      data-understood={words.understood}
    >
      <FormHead
        errors={view.errors.map(({ name, label, text }) => ({
          text: message(language, "entryForm.error", { label, text }),
          href: `#${fieldId(name)}`,
        }))}
        hidden={props.hidden}
        organisations={props.organisations}
        language={language}
      />
      {props.warnings && <Warnings language={language} warnings={props.warnings} />}
      {view.groups.map((group) => (
        <Group key={group.id} language={language} words={words} group={group} />
      ))}
      <Circumstances {...props} words={words} />
      <Actions language={language} maySubmit={props.maySubmit} />
    </form>
  );
}

function Group({
  language,
  words,
  group,
}: {
  language: Language;
  words: FieldWords;
  group: FormView["groups"][number];
}) {
  const title = message(language, `entryForm.group.${group.id}` as MessageKey);
  const blocks = group.blocks.map((block) => (
    <Block key={keyOf(block)} language={language} words={words} block={block} />
  ));
  if (group.folded)
    return (
      <details class="form-group">
        <summary>{title}</summary>
        <div class="form-blocks">{blocks}</div>
      </details>
    );
  return (
    <section class="form-group" aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`}>{title}</h2>
      <div class="form-blocks">{blocks}</div>
    </section>
  );
}

function keyOf(block: FormBlock): string {
  if ("field" in block) return block.field.name;
  return "localized" in block ? block.localized.name : block.part.sheet;
}

function Block({ language, words, block }: { language: Language; words: FieldWords; block: FormBlock }) {
  if ("field" in block) return <Field field={block.field} words={words} />;
  if ("localized" in block) return <Texts localized={block.localized} words={words} />;
  return <Rows language={language} part={block.part} words={words} />;
}

function Texts({ localized, words }: { localized: LocalizedField; words: FieldWords }) {
  return (
    <LanguageGroup {...localized} words={words}>
      {localized.fields.map((field) => (
        <Field key={field.name} field={field} words={words} />
      ))}
    </LanguageGroup>
  );
}

function Field({ field, words, bare }: { field: FormField; words: FieldWords; bare?: boolean }) {
  const shared = { ...field, help: bare ? null : field.help, words, bare };
  switch (field.kind) {
    case "text":
    case "number":
      return <TextField {...shared} value={field.value} language={field.language} numeric={field.kind === "number"} />;
    case "long":
      return <LongField {...shared} value={field.value} language={field.language} />;
    case "date":
      return <DateField {...shared} value={field.value} understood={field.understood} choices={field.choices} />;
    case "choice":
      return <ChoiceField {...shared} value={field.value} options={field.options} />;
    case "choices":
      return <ChoicesField {...shared} values={field.values} options={field.options} />;
    case "organisation":
      return <LookupField {...shared} value={field.value} listId={organisationNames} choices={field.choices} />;
    case "policy":
      return (
        <SearchField
          {...shared}
          value={field.value}
          choices={field.choices}
          search={{ value: `${findIntent}${field.name}`, label: words.find }}
        />
      );
  }
}

function Rows({ language, part, words }: { language: Language; part: PartTable; words: FieldWords }) {
  const [first] = part.rows;
  const draw = (fields: readonly FormField[], bare: boolean) =>
    fields.map((field): VNode => <Field key={field.name} field={field} words={words} bare={bare} />);
  const removeLabel = message(language, "entryForm.removeRow");
  const add = (
    <button type="submit" name="intent" value={`add:${part.sheet}`} class="button-quiet" formnovalidate>
      {message(language, "entryForm.addRow")}
    </button>
  );
  if (part.cards)
    return (
      <PartCards
        id={`part-${part.sheet}`}
        label={part.label}
        help={part.help}
        cards={part.rows.map((row, index) => ({
          key: String(index),
          label: `${part.label} ${row.label}`,
          fields: draw(row.fields, false),
          folded: draw(row.folded, false),
          open: row.open,
          hidden: row.hidden,
          removeValue: `${part.sheet}.${index}`,
        }))}
        foldedLabel={choiceMessage(language, "entryForm.foldedPart", part.sheet)}
        removeLabel={removeLabel}
        add={add}
      />
    );
  return (
    <PartRows
      id={`part-${part.sheet}`}
      label={part.label}
      help={part.help}
      columns={(first?.fields ?? []).map(({ name, label, required }) => ({ name, label, required }))}
      rows={part.rows.map((row, index) => ({
        key: String(index),
        label: row.label,
        cells: draw(row.fields, true),
        hidden: row.hidden,
        removeValue: `${part.sheet}.${index}`,
      }))}
      removeLabel={removeLabel}
      requiredLabel={words.required}
      add={add}
    />
  );
}

/** In whose name, who may see it, and why. */
function Circumstances(props: EntryFormProps & { words: FieldWords }) {
  const { language, words } = props;
  return (
    <section class="form-group" aria-labelledby="group-circumstances">
      <h2 id="group-circumstances">{message(language, "entryForm.group.circumstances")}</h2>
      <div class="form-blocks">
        {props.owners.length > 1 ? (
          <ChoiceField
            name="_owner"
            label={message(language, "entryForm.owner")}
            words={words}
            value={props.owner}
            options={props.owners}
          />
        ) : (
          <p class="form-fact">
            <input type="hidden" name="_owner" value={props.owner} />
            <strong>{message(language, "entryForm.owner")}</strong> {props.owners[0]?.text}
          </p>
        )}
        <fieldset class="form-field form-visibility">
          <legend>{message(language, "visibility.label")}</legend>
          {visibilities.map((visibility) => (
            <label key={visibility}>
              <input type="radio" name="_visibility" value={visibility} checked={visibility === props.visibility} />
              <span>
                <strong>{message(language, `visibility.${visibility}`)}</strong>{" "}
                {message(language, `entryForm.visible.${visibility}.text`)}
              </span>
            </label>
          ))}
        </fieldset>
        {props.correction && (
          <LongField
            name="_reason"
            label={message(language, "entryForm.reason")}
            help={message(language, "entryForm.reasonHelp")}
            error={props.reasonError}
            required
            words={words}
            value={props.reason}
            rows={2}
          />
        )}
      </div>
    </section>
  );
}

function Warnings({ language, warnings }: { language: Language; warnings: readonly Warning[] }) {
  if (warnings.length === 0) return <Notice tone="success">{<p>{message(language, "entryForm.checked")}</p>}</Notice>;
  return (
    <Notice tone="warning" title={message(language, "entryForm.warnings", { count: warnings.length })}>
      <ul>
        {warnings.map(({ rule, text, others }) => (
          <li key={`${rule} ${text}`}>
            {text}
            <RelatedRecords related={others} language={language} />
          </li>
        ))}
      </ul>
      <p>{message(language, "entryForm.warningsNote")}</p>
    </Notice>
  );
}

function Actions({ language, maySubmit }: { language: Language; maySubmit: boolean }) {
  return (
    <div class="form-actions">
      <p class="form-status" role="status" data-draft-status />
      <button type="submit" name="intent" value="check" class="button-quiet">
        {message(language, "entryForm.check")}
      </button>
      <button type="submit" name="intent" value="save" class={maySubmit ? "button-quiet" : undefined}>
        {message(language, maySubmit ? "entryForm.saveDraft" : "entryForm.save")}
      </button>
      {maySubmit && (
        <button type="submit" name="intent" value="submit">
          {message(language, "entryForm.submit")}
        </button>
      )}
    </div>
  );
}
