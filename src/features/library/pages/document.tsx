import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { canKeep } from "../access.ts";
import { compareDocument, type DocumentChanges } from "../compare-document.ts";
import { documentVisibilities, type LibraryDocument } from "../document.ts";
import { nameRecords } from "../record-titles.ts";
import { type Remaking, remakeDocument } from "../remake-document.ts";
import { changeVisibility, getDocument, getMakerName, removeDocument } from "../service.ts";
import { ContentSections } from "./content-sections.tsx";
import { describeFacts, Fingerprints } from "./document-facts.tsx";
import { FileLinks, VisibilityMark } from "./document-rows.tsx";
import { KindPicture } from "./kind-picture.tsx";
import { ChangeReport, RemakeReport } from "./look-again.tsx";

/** What a look at the document has found. */
interface Findings {
  remaking?: Remaking;
  changes?: DocumentChanges;
  problem?: "basis-approved";
}

export const showMemberDocument: PageHandler<MemberRequest> = (request) => describeDocument(request, {});

/** `verify` and `compare` look and change nothing; the others are for those who keep the document. */
export const submitMemberDocument: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const id = params.id ?? "";
  const intent = String(form.get("intent") ?? "");
  if (intent === "verify")
    return {
      page: await describeDocument(request, { remaking: await remakeDocument(context, actor, id) }),
      status: 200,
    };
  if (intent === "compare")
    return {
      page: await describeDocument(request, { changes: await compareDocument(context, actor, id) }),
      status: 200,
    };
  if (intent === "remove") {
    await removeDocument(context, actor, id);
    return { redirect: links.memberDocuments(language, { done: "removed" }) };
  }
  const visibility = documentVisibilities.find((choice) => intent === choice);
  if (!visibility) throw new AppError("invalid-input", { reason: "form" });
  try {
    await changeVisibility(context, actor, id, visibility);
  } catch (error) {
    if (!(error instanceof AppError) || error.details.reason !== "basis-approved") throw error;
    return { page: await describeDocument(request, { problem: "basis-approved" }), status: 409 };
  }
  return { redirect: links.memberDocument(language, id, { done: visibility }) };
};

const doneMessages = ["made", "public", "members"] as const;

async function describeDocument(request: MemberRequest, findings: Findings): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const document = await getDocument(context, actor, params.id ?? "");
  const { content, title, template } = document;
  const titles = await nameRecords(context, actor, [...content.records, ...(findings.changes?.records ?? [])]);
  const facts = await describeFacts(context, document, language);
  const maker = await getMakerName(context, document);
  const done = doneMessages.find((name) => name === readText(url, "done"));
  const hrefOf = (record: { kind: string; id: string }) => links.memberRecord(language, record.kind, record.id);
  return {
    title,
    description: message(language, "library.document.description", { title }),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "library.members.title"), href: links.memberDocuments(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "library.document.kicker")}
          title={{ text: title, language: document.language }}
          links={
            document.visibility === "public"
              ? [
                  {
                    text: message(language, "library.document.toPublic"),
                    href: links.libraryDocument(language, document.id),
                  },
                ]
              : []
          }
        />
        {done && (
          <Notice tone="success">
            <p>{message(language, `library.done.${done}`)}</p>
          </Notice>
        )}
        {findings.problem && (
          <Notice tone="error">
            <p>{message(language, "library.visibility.notPublic")}</p>
          </Notice>
        )}
        <div class="document-sheet">
          <KindPicture kind={document.kind} />
          <div>
            <p>
              <VisibilityMark document={document} language={language} />
            </p>
            <FileLinks
              document={document}
              language={language}
              hrefOf={(format) => links.memberDocumentFile(language, document.id, format)}
            />
            {document.note !== null && <p class="document-note">{document.note}</p>}
          </div>
        </div>
        {findings.remaking && <RemakeReport remaking={findings.remaking} language={language} />}
        {findings.changes && (
          <ChangeReport
            changes={findings.changes}
            titles={titles}
            language={language}
            documentLanguage={document.language}
            hrefOf={hrefOf}
          />
        )}
        <Section id="facts" title={message(language, "library.document.facts")}>
          <DefinitionList
            items={[
              ...facts,
              {
                term: message(language, "library.fact.person"),
                values: [maker ?? message(language, "library.fact.erased")],
              },
              {
                term: message(language, "library.fact.template"),
                values: [message(language, template === null ? "library.template.renkei" : "library.template.own")],
              },
            ]}
          />
        </Section>
        <Section
          id="again"
          title={message(language, "library.document.again")}
          lead={message(language, "library.document.againLead")}
        >
          <form method="post" action={links.memberDocument(language, document.id)} class="document-actions">
            <button type="submit" name="intent" value="compare">
              {message(language, "library.document.compare")}
            </button>
            <button type="submit" name="intent" value="verify" class="button-second">
              {message(language, "library.document.verify")}
            </button>
          </form>
          <Fingerprints document={document} language={language} />
          <p class="hint">{message(language, "library.document.writer", { writer: document.writer })}</p>
        </Section>
        <ContentSections
          content={content}
          language={language}
          documentLanguage={document.language}
          titles={titles}
          hrefOf={hrefOf}
          recordsLead={message(language, "library.document.recordsLead", { count: content.records.length })}
        />
        {canKeep(actor, document) && <Keeping document={document} language={language} />}
      </>
    ),
  };
}

function Keeping({ document: { id, visibility, basis }, language }: { document: LibraryDocument; language: Language }) {
  const other = visibility === "public" ? "members" : "public";
  return (
    <Section id="keeping" title={message(language, "library.keep.title")}>
      <form method="post" action={links.memberDocument(language, id)} class="document-keeping">
        {other === "public" && basis === "approved" ? (
          <p>{message(language, "library.visibility.notPublic")}</p>
        ) : (
          <p>
            <button type="submit" name="intent" value={other} class="button-second">
              {message(language, `library.keep.${other}`)}
            </button>
            <span class="hint">{message(language, `library.visibility.${other}Note`)}</span>
          </p>
        )}
        <details class="task">
          <summary>{message(language, "library.keep.remove")}</summary>
          <p>{message(language, "library.keep.removeText")}</p>
          <button type="submit" name="intent" value="remove" class="button-second">
            {message(language, "library.keep.removeNow")}
          </button>
        </details>
      </form>
    </Section>
  );
}
