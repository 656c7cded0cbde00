import { type Language, orderLanguages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Downloads } from "../../../web/components/downloads.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { type DocumentSummary, documentFormats } from "../../library/document.ts";
import type { Evaluation } from "../draft.ts";
import { missingLanguages } from "../keep-documents.ts";

/** The finished evaluation on paper: what the library keeps in each language, and the reader's own with both sides' words. */
export function KeptDocuments({
  kept,
  evaluation,
  mayKeep,
  isMaking,
  language,
}: {
  kept: readonly DocumentSummary[];
  evaluation: Evaluation;
  mayKeep: boolean;
  isMaking: boolean;
  language: Language;
}) {
  const missing = missingLanguages(kept);
  const shown = orderLanguages(language).flatMap((one) => kept.find((document) => document.language === one) ?? []);
  return (
    <Section
      id="documents"
      title={message(language, "evaluation.kept.title")}
      lead={message(language, "evaluation.kept.lead")}
    >
      {missing.length > 0 && (
        <Notice tone="information">
          <p>
            {message(language, "evaluation.kept.missing", {
              languages: missing
                .map((one) => message(language, `evaluation.languageName.${one}`))
                .join(message(language, "list.separator")),
            })}
          </p>
          {isMaking && (
            <p>
              {message(language, "evaluation.kept.underWay")}{" "}
              <a href={`${links.memberEvaluation(language, evaluation.id, { done: "finished" })}#documents`}>
                {message(language, "evaluation.kept.lookAgain")}
              </a>
            </p>
          )}
          {mayKeep && !isMaking && (
            <form method="post" action={links.memberEvaluation(language, evaluation.id)}>
              <input type="hidden" name="form_key" value={makeFormKey()} />
              <p class="hint">{message(language, "evaluation.kept.making", { count: missing.length })}</p>
              <button type="submit" name="intent" value="keep">
                {message(language, "evaluation.kept.keep")}
              </button>
            </form>
          )}
        </Notice>
      )}
      <Downloads
        groups={[
          ...shown.map((document) => ({
            key: document.id,
            title: message(language, `evaluation.languageName.${document.language}`),
            text: message(language, `library.visibility.${document.visibility}`),
            files: documentFormats.toReversed().map((format) => ({
              href: links.memberDocumentFile(language, document.id, format),
              format: message(language, `library.format.${format}`),
              ...(format === "pdf" && { detail: message(language, "library.row.pages", { count: document.pages }) }),
            })),
          })),
          {
            key: "own",
            title: message(language, "evaluation.kept.own"),
            text: message(language, "evaluation.kept.ownText"),
            files: (["pdf", "docx"] as const).map((format) => ({
              href: links.evaluationFile(language, evaluation.id, format),
              format: message(language, `library.format.${format}`),
            })),
          },
        ]}
      />
      {shown.length > 0 && (
        <LinkList
          columns
          items={shown.map((document) => ({
            text: message(language, "evaluation.kept.inLibrary", {
              language: message(language, `evaluation.languageName.${document.language}`),
            }),
            href: links.memberDocument(language, document.id),
          }))}
        />
      )}
    </Section>
  );
}
