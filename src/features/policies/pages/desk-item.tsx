import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { nameSource } from "../../sources/name-source.ts";
import { listSources } from "../../sources/service.ts";
import { getGroup, getItemClipping, getStamp } from "../desk-work.ts";
import { itemFieldNames, type PolicyItem } from "../item.ts";
import { gatherPolicyWords, titlesOf, writePublished } from "../policy-words.ts";
import { getItem, getLinks, getTargets } from "../service.ts";
import { linkClipping } from "./item-clipping.ts";
import { ItemDecision } from "./item-decision.tsx";
import { ItemFieldsPanel } from "./item-fields.tsx";
import { type DeskForm, type FormProblem, placeOfProblem, problemOf } from "./item-form.tsx";
import { ItemJumps } from "./item-jumps.tsx";
import { ItemLinks } from "./item-links.tsx";
import { ItemAttachments, ItemOrigin } from "./item-origin.tsx";
import { ItemTags } from "./item-tags.tsx";
import { ItemTargets } from "./item-targets.tsx";
import { ItemText } from "./item-text.tsx";
import { OtherTitles } from "./policy.tsx";

/** One item: its text on the left, what is understood of it on the right, each with its grounds and its correction. */
export const showDeskItem: PageHandler<MemberRequest> = (request) => describeDeskItem(request, null);

const doneKeys = ["decided", "corrected", "remembered", "tagged", "target", "link", "entered", "reread"] as const;

export async function describeDeskItem(request: MemberRequest, problem: FormProblem | null): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const item = await getItem(context, actor, params.id ?? "");
  const words = await gatherPolicyWords(context, language);
  const [targets, related, group, seen, sources, clipping] = await Promise.all([
    getTargets(context, actor, { item: item.id }),
    getLinks(context, actor, item.id),
    getGroup(context, actor, item.id),
    getStamp(context, item.id),
    listSources(context),
    getItemClipping(context, item.id),
  ]);
  const source = sources.find(({ id }) => id === item.source);
  const { title } = titlesOf(item, language);
  const form: DeskForm = {
    action: links.deskItem(language, item.id),
    seen: seen ?? "",
    edits: hasPermission(actor, "policies.edit"),
    problem,
    language,
  };
  const done = doneKeys.find((key) => key === readText(url, "done"));
  return {
    title: title.text,
    description: message(language, "desk.item.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "desk.title"), href: links.desk(language) }],
    here: title,
    body: (
      <>
        <PageHeading
          kicker={
            item.kind === null
              ? message(language, "policy.kindUnknown")
              : choiceMessage(language, "policy.kind", item.kind)
          }
          title={title}
          meta={[
            { term: message(language, "policy.published"), value: sayPublished(item, language) },
            { term: message(language, "desk.item.state"), value: message(language, `desk.state.${item.state}`) },
            {
              term: message(language, "desk.item.visibility"),
              value: message(language, `desk.visibility.${item.visibility}`),
            },
            ...(source
              ? [
                  {
                    term: message(language, "desk.item.source"),
                    value: <a href={links.deskSource(language, source.id)}>{localize(source.name, language).text}</a>,
                  },
                ]
              : item.source !== null
                ? [
                    {
                      term: message(language, "desk.item.source"),
                      value: nameSource(language, item.source, new Map()),
                    },
                  ]
                : []),
          ]}
          links={[
            ...linkClipping(item.id, clipping, form),
            ...(hasPermission(actor, "translations.write") && item.blocks.length > 0
              ? [
                  {
                    text: message(language, "desk.item.translate"),
                    href: links.translations(language, { item: item.id }),
                  },
                ]
              : []),
            ...(item.visibility === "public"
              ? [{ text: message(language, "desk.item.publicPage"), href: links.policy(language, item.id) }]
              : []),
          ]}
        />
        <ItemJumps language={language} />
        <OtherTitles item={item} words={words} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `desk.itemDone.${done}`)}</p>
          </Notice>
        )}
        {problem && problem.reason !== "changed" && <NotKept form={form} problem={problem} />}
        {problem?.reason === "changed" && (
          <Notice tone="error">
            <p>{message(language, "desk.problem.changed")}</p>
          </Notice>
        )}
        {!item.isOriginal && item.group !== null && (
          <Notice tone="warning">
            <p>
              {message(language, "desk.item.repost")}{" "}
              <a href={links.deskItem(language, item.group)}>{message(language, "desk.item.toOriginal")}</a>
            </p>
          </Notice>
        )}
        <div class="desk-item">
          <div class="desk-item-text">
            <Section id="text" title={message(language, "desk.item.text")}>
              <ItemText item={item} targets={targets} language={language} />
            </Section>
            <ItemAttachments item={item} language={language} />
          </div>
          <div class="desk-item-understanding">
            <ItemDecision item={item} form={form} words={words} />
            <ItemFieldsPanel item={item} form={form} words={words} />
            <ItemTags item={item} form={form} words={words} />
            <ItemTargets targets={targets} form={form} words={words} />
            <ItemLinks item={item} related={related} group={group} form={form} words={words} />
            <ItemOrigin item={item} form={form} />
          </div>
        </div>
      </>
    ),
  };
}

/** Where no day of publication was found, the day of finding stands in for it in lists; here it is named as what it is. */
function sayPublished(item: PolicyItem, language: Language): string {
  const day = writePublished(item, language);
  return item.published === null ? message(language, "desk.item.publishedUnknown", { day }) : day;
}

/** The page comes back at its top: that nothing was kept is said there, with the way to the form that waits with what was typed. */
function NotKept({ form, problem }: { form: DeskForm; problem: FormProblem }) {
  const text = problemOf(form, problem.form) ?? "";
  const field = itemFieldNames.find((name) => problem.form === `correct-${name}`);
  return (
    <ErrorSummary
      id="not-kept"
      title={message(form.language, "desk.item.notKept")}
      errors={[
        {
          text:
            field === undefined
              ? text
              : message(form.language, "desk.item.notKeptField", {
                  field: message(form.language, `desk.field.${field}`),
                  problem: text,
                }),
          href: `#${placeOfProblem(problem)}`,
        },
      ]}
    />
  );
}
