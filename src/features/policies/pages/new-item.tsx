import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { enterItem } from "../enter-item.ts";
import type { ItemFieldName } from "../item.ts";
import { limits } from "../understand/limits.ts";
import { describePageProblem } from "./describe-page-problem.ts";
import { type NewItemForm, type NewItemName, newItemNames, readNewItem } from "./read-new-item.ts";

type Problems = Partial<Record<NewItemName, string>>;

const empty: NewItemForm = {
  title: "",
  url: "",
  documentNumber: "",
  bodies: "",
  written: "",
  published: "",
  text: "",
  file: "",
};

/** An item by hand: what a person knows of it, and its text. */
export const showNewItem: PageHandler<MemberRequest> = async (request) => describeForm(request, empty, {});

export const submitNewItem: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const { values, file, problems } = await readNewItem(form, language);
  const said: Problems = Object.fromEntries(
    Object.entries(problems).map(([name, reason]) => [
      name,
      message(language, `desk.problem.${reason}`, { megabytes: Math.floor(limits.fileBytes / 1_000_000) }),
    ]),
  );
  if (file === null || Object.keys(said).length > 0) return { page: describeForm(request, values, said), status: 422 };
  const stated: [ItemFieldName, string | string[]][] = [
    ["title", values.title],
    ["documentNumber", values.documentNumber],
    [
      "bodies",
      values.bodies
        .split(/[\n、;；]+/)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    ],
    ["written", values.written],
    ["published", values.published],
  ];
  const entered = await enterItem(context, actor, {
    url: values.url === "" ? null : values.url,
    fields: stated.flatMap(([name, value]) => (value.length === 0 ? [] : [{ name, value }])),
    file,
    isUploaded: values.file !== "",
  });
  if ("item" in entered) return { redirect: links.deskItem(language, entered.item, { done: "entered" }) };
  if ("alreadyThere" in entered)
    return {
      page: describeForm(request, values, { url: message(language, "desk.new.alreadyThere") }, entered.alreadyThere),
      status: 409,
    };
  const [problem] = entered.problems;
  const text = problem ? describePageProblem(problem, language) : message(language, "desk.problem.unread");
  return { page: describeForm(request, values, values.file === "" ? { text } : { file: text }), status: 422 };
};

function describeForm(
  { language }: MemberRequest,
  values: NewItemForm,
  problems: Problems,
  alreadyThere?: string,
): PageContent {
  const title = message(language, "desk.new.title");
  const field = (name: NewItemName, hint = true) => ({
    id: `new-${name}`,
    name,
    label: message(language, `desk.new.field.${name}`),
    hint:
      hint && (name === "url" || name === "bodies" || name === "written" || name === "text" || name === "file")
        ? message(language, `desk.new.hint.${name}`)
        : undefined,
    error: problems[name],
  });
  const wrong = newItemNames.flatMap((name) => {
    const text = problems[name];
    if (text === undefined) return [];
    const label = message(language, `desk.new.field.${name}`);
    return [
      { text: message(language, "desk.item.notKeptField", { field: label, problem: text }), href: `#new-${name}` },
    ];
  });
  return {
    title,
    description: message(language, "desk.new.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "desk.title"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "desk.new.lead")} />
        {wrong.length > 0 && <ErrorSummary id="errors" title={message(language, "desk.new.wrong")} errors={wrong} />}
        {alreadyThere !== undefined && (
          <p>
            <a href={links.deskItem(language, alreadyThere)}>{message(language, "desk.new.toPresent")}</a>
          </p>
        )}
        <form
          method="post"
          action={links.newDeskItem(language)}
          encType="multipart/form-data"
          class="desk-form desk-new"
        >
          <LabelledField {...field("title")} control={{ kind: "text", value: values.title, required: true }} />
          <LabelledField {...field("url")} control={{ kind: "text", value: values.url }} />
          <div class="desk-pair">
            <LabelledField {...field("documentNumber")} control={{ kind: "text", value: values.documentNumber }} />
            <LabelledField {...field("bodies")} control={{ kind: "text", value: values.bodies }} />
            <LabelledField {...field("written")} control={{ kind: "text", value: values.written }} />
            <LabelledField {...field("published")} control={{ kind: "text", value: values.published }} />
          </div>
          <LabelledField {...field("text")} control={{ kind: "area", rows: 12, value: values.text }} />
          <LabelledField {...field("file")} control={{ kind: "file", accept: ".pdf,.docx,.html,.htm,.md,.txt" }} />
          <button type="submit">{message(language, "desk.new.keep")}</button>
        </form>
      </>
    ),
  };
}
