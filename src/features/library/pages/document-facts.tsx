import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { Definition } from "../../../web/components/definition-list.tsx";
import { links } from "../../../web/links.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { documentFormats, type LibraryDocument } from "../document.ts";
import { nameKind } from "./kind-words.ts";

/** What everyone may know of a document: what it is, as of when, on what it rests, whose it is. */
export async function describeFacts(
  context: Context,
  document: LibraryDocument,
  language: Language,
): Promise<Definition[]> {
  const { calendar } = await getProgramme(context);
  const directory = await getDirectory(context);
  const { kind, parameters, asOf, basis, organisation, madeAt, pages } = document;
  const say = (key: "kind" | "made" | "office" | "pages") => message(language, `library.fact.${key}`);
  const nameOrganisation = (id: string) => {
    if (!directory.find(id)) return id;
    return <a href={links.organisation(language, id)}>{directory.name(id, language)}</a>;
  };
  return [
    { term: say("kind"), values: [nameKind(language, kind)] },
    ...(parameters.fiscalYear === null
      ? []
      : [
          {
            term: message(language, "library.field.fiscalYear"),
            values: [fiscalYearLabel(calendar, parameters.fiscalYear, language)],
          },
        ]),
    {
      term: message(language, "library.field.language"),
      values: [message(document.language, `language.${document.language}`)],
    },
    { term: message(language, "library.field.asOf"), values: [writeEdtf(asOf, language)] },
    {
      term: message(language, "library.field.basis"),
      values: [message(language, `library.basis.${basis}`)],
    },
    { term: message(language, "library.field.maker"), values: [nameOrganisation(parameters.maker)] },
    ...(organisation === null ? [] : [{ term: say("office"), values: [nameOrganisation(organisation)] }]),
    { term: say("made"), values: [formatMoment(language, madeAt)] },
    { term: say("pages"), values: [message(language, "library.row.pages", { count: pages })] },
  ];
}

/** By which anyone can tell that a file is the one that was made here. */
export function Fingerprints({ document, language }: { document: LibraryDocument; language: Language }) {
  return (
    <dl class="document-hashes">
      {documentFormats.toReversed().map((format) => (
        <div key={format}>
          <dt>{message(language, `library.format.${format}`)}</dt>
          <dd>
            <code>{document.files[format].sha256}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
