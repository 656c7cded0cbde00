import { AppError } from "../../../core/errors.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { changeQuery, readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { decideTarget } from "../decide.ts";
import { gatherPolicyWords, titlesOf } from "../policy-words.ts";
import { getPolicies } from "../public-policies.ts";
import { getTargets } from "../service.ts";
import type { DeskForm, FormProblem } from "./item-form.tsx";
import { TargetDecision } from "./item-targets.tsx";
import { readTarget } from "./read-target.ts";
import { TargetFolds } from "./target-table.tsx";
import { sortTargets } from "./targets.tsx";

const pageSize = 20;

/** Numbers that wait for somebody's word, and all those that hold. */
export const showDeskTargets: PageHandler<MemberRequest> = (request) => describeTargets(request, null);

async function describeTargets(request: MemberRequest, problem: FormProblem | null): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const words = await gatherPolicyWords(context, language);
  const [proposed, confirmed] = await Promise.all([
    getTargets(context, actor, { states: ["proposed"] }),
    getTargets(context, actor, { states: ["confirmed"] }),
  ]);
  const page = choosePage(proposed, pageSize, url);
  const shown = [...page.items, ...confirmed];
  const items = new Map(
    (await getPolicies(context, [...new Set(shown.map(({ item }) => item))])).map((item) => [item.id, item]),
  );
  const form: DeskForm = {
    action: changeQuery(url, { done: undefined }),
    seen: "",
    edits: hasPermission(actor, "policies.edit"),
    problem,
    language,
  };
  const title = message(language, "desk.targets.title");
  return {
    title,
    description: message(language, "desk.targets.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "desk.title"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "desk.targets.lead")}
          links={[{ text: message(language, "desk.targets.public"), href: links.policyTargets(language) }]}
        />
        {readText(url, "done") === "target" && (
          <Notice tone="success">
            <p>{message(language, "desk.itemDone.target")}</p>
          </Notice>
        )}
        <Section id="proposed" title={message(language, "desk.targets.proposed", { count: proposed.length })}>
          {proposed.length === 0 ? (
            <EmptyState title={message(language, "desk.targets.none")} />
          ) : (
            <ul class="desk-targets">
              {page.items.map((target) => {
                const item = items.get(target.item);
                return (
                  <li key={target.id} id={`target-${target.id}`}>
                    {item && (
                      <p class="quiet">
                        <a href={links.deskItem(language, item.id)}>
                          <Words value={titlesOf(item, language).title} />
                        </a>
                      </p>
                    )}
                    <TargetDecision
                      target={target}
                      form={form}
                      words={words}
                      sentenceHref={`${links.deskItem(language, target.item)}#sentence-${target.id}`}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          <OffsetPagination page={page} url={url} language={language} />
        </Section>
        <Section id="confirmed" title={message(language, "desk.targets.confirmed", { count: confirmed.length })}>
          <TargetFolds
            id="confirmed-targets"
            targets={sortTargets(confirmed, words)}
            titles={items}
            open={false}
            level={3}
            words={words}
          />
        </Section>
      </>
    ),
  };
}

export const submitDeskTargets: ActionHandler = async (request) => {
  const { context, actor, url, form } = request;
  const target = String(form.get("target") ?? "");
  try {
    await decideTarget(
      context,
      actor,
      target,
      form.get("intent") === "correct-target"
        ? { state: "confirmed", corrected: readTarget(form) }
        : { state: form.get("state") === "rejected" ? "rejected" : "confirmed" },
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid-input") throw error;
    const reason = (["number", "year"] as const).find((one) => one === error.details.reason) ?? "form";
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    return { page: await describeTargets(request, { form: `target-${target}`, reason, values }), status: 422 };
  }
  await refreshRevision(context);
  return { redirect: changeQuery(url, { done: "target" }) };
};
