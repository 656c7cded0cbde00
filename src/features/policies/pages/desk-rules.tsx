import { AppError } from "../../../core/errors.ts";
import { languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { changeTopicRule } from "../decide.ts";
import { previewRule, type RulePreview } from "../desk-work.ts";
import type { TopicRule } from "../knowledge.ts";
import { gatherPolicyWords, type PolicyWords } from "../policy-words.ts";
import { ImportanceRules, KindRules } from "./rule-lists.tsx";

interface RuleForm {
  rule: TopicRule;
  terms: string;
  termsExcluded: string;
  error: string | null;
  preview: RulePreview | null;
}

/** What the rules look for, in words that people can read and change. `?rule=` opens the form of one. */
export const showDeskRules: PageHandler<MemberRequest> = async (request) => {
  const words = await gatherPolicyWords(request.context, request.language);
  const rule = words.knowledge.topics.find(({ id }) => id === readText(request.url, "rule"));
  const form = rule && {
    rule,
    terms: rule.terms.join("\n"),
    termsExcluded: rule.termsExcluded.join("\n"),
    error: null,
    preview: null,
  };
  return describeRules(request, words, form ?? null);
};

/** First shows what the change would tag, then keeps it; a job sorts the items again. */
export const submitDeskRules: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const words = await gatherPolicyWords(context, language);
  const rule = words.knowledge.topics.find(({ id }) => id === form.get("rule"));
  if (!rule) throw new AppError("not-found", { kind: "rule", id: String(form.get("rule")) });
  const typed = { terms: String(form.get("terms") ?? ""), termsExcluded: String(form.get("termsExcluded") ?? "") };
  const terms = splitTerms(typed.terms);
  const termsExcluded = splitTerms(typed.termsExcluded);
  const problem =
    terms.length === 0
      ? "required"
      : [...terms, ...termsExcluded].some((term) => term.length > 100) || terms.length > 300
        ? "length"
        : null;
  if (problem !== null) {
    const error = message(language, `desk.problem.${problem}`);
    return { page: describeRules(request, words, { rule, ...typed, error, preview: null }), status: 422 };
  }
  if (form.get("intent") !== "keep") {
    const preview = await previewRule(context, { id: rule.id, terms, termsExcluded });
    return { page: describeRules(request, words, { rule, ...typed, error: null, preview }), status: 200 };
  }
  await changeTopicRule(context, actor, { id: rule.id, name: rule.name, topic: rule.topic, terms, termsExcluded });
  await refreshRevision(context);
  return { redirect: links.deskRules(language, { done: rule.id }) };
};

function splitTerms(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n;；]+/)
        .map((term) => term.trim())
        .filter((term) => term !== ""),
    ),
  ];
}

function describeRules(request: MemberRequest, words: PolicyWords, form: RuleForm | null): PageContent {
  const { language, url, actor } = request;
  const edits = hasPermission(actor, "policies.edit");
  const title = message(language, "desk.rules.title");
  const done = readText(url, "done");
  return {
    title,
    description: message(language, "desk.rules.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "desk.title"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "desk.rules.lead")} />
        {done !== undefined && (
          <Notice tone="success">
            <p>{message(language, "desk.rules.saved", { topic: words.topic(done) })}</p>
          </Notice>
        )}
        {edits && form && <RuleChange form={form} words={words} />}
        <Section
          id="topics"
          title={message(language, "desk.rules.topics")}
          lead={message(language, "desk.rules.topicsLead")}
        >
          <dl class="desk-rules">
            {words.knowledge.topics.map((rule) => (
              <div key={rule.id} id={`rule-${rule.id}`}>
                <dt>
                  {words.topic(rule.id)}
                  {rule.isChanged && <span class="desk-state">{message(language, "desk.rules.changed")}</span>}
                </dt>
                <dd>
                  <Terms terms={rule.terms} />
                  {rule.termsExcluded.length > 0 && (
                    <p>
                      <span class="quiet">{message(language, "desk.rules.excluded")}</span>{" "}
                      <Terms terms={rule.termsExcluded} />
                    </p>
                  )}
                  {edits && (
                    <p>
                      <a href={`${links.deskRules(language, { rule: rule.id })}#change`}>
                        {message(language, "desk.rules.change")}
                        <span class="visually-hidden">{words.topic(rule.id)}</span>
                      </a>
                    </p>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <KindRules language={language} />
        <ImportanceRules language={language} />
      </>
    ),
  };
}

function Terms({ terms }: { terms: readonly string[] }) {
  return (
    <span class="desk-terms" lang={languageTags.zh}>
      {terms.map((term) => (
        <span key={term}>{term}</span>
      ))}
    </span>
  );
}

function RuleChange({ form, words }: { form: RuleForm; words: PolicyWords }) {
  const { language } = words;
  const { rule, preview, error } = form;
  return (
    <Section id="change" title={message(language, "desk.rules.changeTitle", { topic: words.topic(rule.id) })}>
      {preview && (
        <Notice tone="information">
          <p>{message(language, "desk.rules.preview", { ...preview })}</p>
        </Notice>
      )}
      <form method="post" action={`${links.deskRules(language)}#change`} class="desk-form">
        <input type="hidden" name="rule" value={rule.id} />
        <div class="desk-pair">
          <LabelledField
            id="rule-terms"
            name="terms"
            label={message(language, "desk.rules.terms")}
            hint={message(language, "desk.rules.termsHint")}
            error={error ?? undefined}
            control={{ kind: "area", rows: 10, lang: "zh", value: form.terms }}
          />
          <LabelledField
            id="rule-excluded"
            name="termsExcluded"
            label={message(language, "desk.rules.termsExcluded")}
            hint={message(language, "desk.rules.termsExcludedHint")}
            control={{ kind: "area", rows: 10, lang: "zh", value: form.termsExcluded }}
          />
        </div>
        <p class="desk-decision">
          <button type="submit" name="intent" value="look" class={preview ? "button-second" : undefined}>
            {message(language, "desk.rules.look")}
          </button>
          {preview && (
            <button type="submit" name="intent" value="keep">
              {message(language, "desk.rules.keep")}
            </button>
          )}
        </p>
      </form>
    </Section>
  );
}
