import { getProgramme } from "../../../features/programme/service.ts";
import { listTables } from "../../../features/statistics/service.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../components/definition-list.tsx";
import { LinkList } from "../../components/link-list.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { Section } from "../../components/section.tsx";
import { links } from "../../links.ts";
import type { PageHandler, PageRequest } from "../../page.ts";
import { readDocument, serverPath } from "../document.ts";
import { problemStatus, problemTypes } from "../problem.ts";
import { OperationSection } from "./operation-section.tsx";
import { listOperations, listSchemas } from "./read-document.ts";
import { SchemaFields } from "./schema-fields.tsx";
import { TableDownloads } from "./table-downloads.tsx";

/** The API for people to read, written from the same document that machines read. */
export const showApi: PageHandler = async (request) => {
  const { context, language } = request;
  const document = await readDocument(context, language);
  const operations = listOperations(document);
  const { calendar } = await getProgramme(context);
  const title = message(language, "api.page.title");
  return {
    title,
    description: message(language, "api.page.description"),
    area: null,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "api.page.lead")}
          links={[
            { text: message(language, "api.page.openapi"), href: `${links.openApi()}?lang=${language}` },
            { text: message(language, "api.page.openData"), href: links.openData(language) },
          ]}
        />
        <About request={request} description={document.info.description ?? ""} />
        <Section id="operations" title={message(language, "api.page.operations.title")}>
          <LinkList
            columns
            items={operations.map(({ id, summary, path }) => ({ text: summary, href: `#${id}`, note: path }))}
          />
          {operations.map((operation) => (
            <OperationSection key={operation.id} operation={operation} language={language} />
          ))}
        </Section>
        <Section
          id="fields"
          title={message(language, "api.page.fields.title")}
          lead={message(language, "api.page.fields.lead")}
        >
          {listSchemas(document, language).map((schema) => (
            <SchemaFields key={schema.name} schema={schema} language={language} />
          ))}
        </Section>
        <Problems request={request} />
        <TableDownloads language={language} tables={await listTables(context, language)} calendar={calendar} />
        <Feeds request={request} />
      </>
    ),
  };
};

function About({ request: { language, url }, description }: { request: PageRequest; description: string }) {
  const uses = ["language", "paging", "cache", "date", "origin"] as const;
  return (
    <>
      <Section id="data" title={message(language, "api.page.data.title")}>
        <p>{description}</p>
        <p>{message(language, "api.page.data.text")}</p>
      </Section>
      <Section id="licence" title={message(language, "api.page.licence.title")}>
        <p>{message(language, "api.page.licence.text")}</p>
        <p>
          <a href={`https://creativecommons.org/licenses/by/4.0/legalcode.${licenceLanguage[language]}`}>
            {message(language, "api.page.licence.link")}
          </a>
        </p>
      </Section>
      <Section id="use" title={message(language, "api.page.use.title")}>
        <DefinitionList
          items={[
            {
              term: message(language, "api.page.use.base"),
              values: [
                <code key="base">{`${url.origin}${serverPath}`}</code>,
                message(language, "api.page.use.baseText"),
              ],
            },
            ...uses.map((use) => ({
              term: message(language, `api.page.use.${use}`),
              values: [message(language, `api.page.use.${use}Text`)],
            })),
          ]}
        />
      </Section>
    </>
  );
}

const licenceLanguage = { ja: "ja", zh: "zh-hans", en: "en" } as const;

function Problems({ request: { language } }: { request: PageRequest }) {
  return (
    <Section
      id="problems"
      title={message(language, "api.page.problems.title")}
      lead={message(language, "api.page.problems.lead")}
    >
      <dl class="definition-list">
        {problemTypes.map((type) => (
          <div key={type} id={`problem-${type}`}>
            <dt>
              {message(language, `api.problem.${type}.title`)} <code>{problemStatus[type]}</code>
            </dt>
            <dd>
              {message(
                language,
                type === "bad-parameter" ? "api.page.problems.badParameter" : `api.problem.${type}.text`,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Feeds({ request: { language } }: { request: PageRequest }) {
  const say = (name: "atom" | "rss" | "calendar" | "atomNote" | "calendarNote") =>
    message(language, `api.page.feeds.${name}`);
  return (
    <Section id="feeds" title={message(language, "api.page.feeds.title")}>
      <LinkList
        items={[
          { text: say("atom"), href: links.atom(language), note: say("atomNote") },
          { text: say("rss"), href: links.rss(language), note: say("atomNote") },
          { text: say("calendar"), href: links.calendarFeed(language), note: say("calendarNote") },
        ]}
      />
    </Section>
  );
}
