import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { StructureFigure } from "../../../web/components/structure-figure.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../books.ts";
import { citeSources } from "../cite-sources.ts";
import type { StructureNode } from "../framework.ts";
import { nameCountry, nameSide } from "../name-side.ts";
import { getFramework, getProgramme } from "../service.ts";
import { assembleLevels, nameBody, type StructureInput, structureLevels } from "./structure-levels.ts";

/** The levels of the programme as a figure, then every box with its bodies and every line in words. */
export const showStructure: PageHandler = async ({ context, language }) => {
  const programme = await getProgramme(context);
  const framework = await getFramework(context);
  const books = await getBooks(context);
  const input = { framework, books, programme, language, directory: await getDirectory(context) };
  const title = message(language, "structure.title");
  return {
    title,
    description: message(language, "structure.description"),
    area: "about",
    trail: [{ text: message(language, "about.title"), href: links.about(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "structure.lead")} />
        <StructureFigure
          id="levels"
          title={message(language, "structure.figure", { name: localize(programme.shortName, language).text })}
          homeLabel={nameSide(programme, programme.homeCountry, language)}
          partnerLabel={nameSide(programme, programme.partnerCountry, language)}
          levels={assembleLevels(input)}
        />
        <SourceList
          documents={citeSources(
            framework.nodes.map((node) => node.source),
            books,
            language,
          )}
        />
        <Section
          id="parts"
          title={message(language, "structure.parts.title")}
          lead={message(language, "structure.parts.lead")}
        >
          {structureLevels.map((level) => (
            <Section key={level} id={level} level={3} title={choiceMessage(language, "structure.level", level)}>
              <DefinitionList
                items={framework.nodes
                  .filter((node) => node.level === level)
                  .map((node) => ({
                    term: nameNode(node, input),
                    values: [<Bodies key={node.id} node={node} input={input} />],
                  }))}
              />
            </Section>
          ))}
        </Section>
        <Section
          id="links"
          title={message(language, "structure.links.title")}
          lead={message(language, "structure.links.lead")}
        >
          <LinkTable {...input} />
        </Section>
      </>
    ),
  };
};

/** The anchor to which the figure's box leads, with every body behind it. */
function Bodies({ node, input }: { node: StructureNode; input: StructureInput }) {
  const { language } = input;
  return (
    <span id={node.id}>
      {node.organisations.length === 0 && message(language, "structure.noMembers")}
      {node.organisations.map((id, index) => (
        <span key={id}>
          {index > 0 && message(language, "list.separator")}
          <LinkedWords text={nameBody(id, node, input)} href={links.organisation(language, id)} />
        </span>
      ))}
    </span>
  );
}

function LinkTable(input: StructureInput) {
  const { books, framework, language } = input;
  const say = (key: "from" | "to" | "label" | "source" | "mutual" | "oneWay") =>
    message(language, `structure.links.${key}`);
  const name = (id: string) => {
    const node = framework.nodes.find((candidate) => candidate.id === id);
    return node ? nameNode(node, input) : id;
  };
  return (
    <DataTable
      id="link-table"
      caption={message(language, "structure.links.title")}
      columns={[
        { key: "from", label: say("from"), width: "medium" },
        { key: "to", label: say("to"), width: "medium" },
        { key: "label", label: say("label"), width: "wide" },
        { key: "source", label: say("source"), width: "medium" },
      ]}
      rows={framework.links.map((link) => ({
        key: `${link.from} ${link.to}`,
        cells: {
          from: name(link.from),
          to: (
            <>
              <span role="img" aria-label={say(link.mutual ? "mutual" : "oneWay")}>
                {link.mutual ? "⇄" : "→"}
              </span>{" "}
              {name(link.to)}
            </>
          ),
          label: localize(link.label, language).text,
          source: (
            <LinkedWords
              text={localize(books.document(link.source.document).title, language)}
              href={links.document(language, link.source.document)}
            />
          ),
        },
      }))}
      scrollHint={message(language, "structure.scroll")}
      emptyText={message(language, "structure.empty")}
    />
  );
}

function nameNode(node: StructureNode, { programme, language }: StructureInput): string {
  const country = nameCountry(programme, node.country, language);
  return message(language, "structure.node", { label: localize(node.label, language).text, country });
}
