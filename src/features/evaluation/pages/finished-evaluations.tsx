import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { documentFormats } from "../../library/document.ts";
import { orderEditions } from "../../library/order-editions.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { yearsOf } from "../draft.ts";
import type { PublicEvaluation } from "../public-evaluations.ts";
import { typeOf } from "./governments.tsx";

interface FinishedProps {
  finished: readonly PublicEvaluation[];
  programme: Programme;
  directory: OrganisationDirectory;
  language: Language;
}

/** Evaluations whose documents everybody may read: of which years, finished when and by whom, and the documents. */
export function FinishedEvaluations({ finished, ...rest }: FinishedProps) {
  const { language } = rest;
  if (finished.length === 0) return null;
  return (
    <Section
      id="finished"
      title={message(language, "evaluation.public.title")}
      lead={message(language, "evaluation.public.lead")}
    >
      {finished.map((one) => (
        <FinishedEvaluation key={one.evaluation.id} one={one} {...rest} />
      ))}
    </Section>
  );
}

function FinishedEvaluation({
  one,
  programme,
  directory,
  language,
}: Omit<FinishedProps, "finished"> & { one: PublicEvaluation }) {
  const { evaluation, frozen, types, documents } = one;
  const { id, title, finishedAt } = evaluation;
  const editions = orderEditions(documents, language);
  const groups = editions.map((document) => ({
    key: document.id,
    title: message(language, `evaluation.languageName.${document.language}`),
    files: documentFormats.toReversed().map((format) => ({
      href: links.libraryFile(language, document.id, format),
      format: message(language, `library.format.${format}`),
      ...(format === "pdf" && { detail: message(language, "library.row.pages", { count: document.pages }) }),
    })),
  }));
  const say = (key: "years" | "finished" | "by" | "types") => message(language, `evaluation.public.${key}`);
  return (
    <article class="finished-evaluation" aria-labelledby={`finished-${id}`}>
      <h3 id={`finished-${id}`}>
        <Words value={localize(title, language)} />
      </h3>
      <DefinitionList
        items={[
          { term: say("years"), values: [writeFiscalYears(programme, yearsOf(evaluation), language)] },
          ...(finishedAt ? [{ term: say("finished"), values: [formatMoment(language, finishedAt, "day")] }] : []),
          ...(frozen.by !== undefined && directory.find(frozen.by)
            ? [
                {
                  term: say("by"),
                  values: [
                    <a key={frozen.by} href={links.organisation(language, frozen.by)}>
                      {directory.name(frozen.by, language)}
                    </a>,
                  ],
                },
              ]
            : []),
          { term: say("types"), values: [countTypes(types, language)] },
        ]}
      />
      <Downloads groups={groups.slice(0, 1)} />
      {groups.length > 1 && (
        <details class="finished-others">
          <summary>{message(language, "evaluation.public.otherLanguages")}</summary>
          <Downloads groups={groups.slice(1)} />
        </details>
      )}
      <LinkList
        items={[
          ...editions.slice(0, 1).map((document) => ({
            text: message(language, "evaluation.public.inLibrary"),
            href: links.libraryDocument(language, document.id),
          })),
          {
            text: message(language, "evaluation.public.data"),
            href: links.api(`evaluations/${id}`, { lang: language }),
          },
        ]}
      />
    </article>
  );
}

/** 「B 7自治体、A 8自治体」: the deeper first. */
function countTypes(types: PublicEvaluation["types"], language: Language): string {
  return (["B", "A", "none"] as const)
    .map((type) => ({ type, count: types.filter((row) => typeOf(row) === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) =>
      message(language, "evaluation.public.typeCount", {
        type: message(language, `evaluation.typeShort.${type}`),
        count,
      }),
    )
    .join(message(language, "list.separator"));
}
