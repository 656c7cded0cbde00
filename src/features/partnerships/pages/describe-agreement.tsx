import { parseEdtf } from "../../../core/edtf.ts";
import { formatEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Definition } from "../../../web/components/definition-list.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Agreement, Partnership } from "../partnership.ts";

export interface AgreementContext {
  language: Language;
  directory: OrganisationDirectory;
  partnerships: ReadonlyMap<string, Partnership>;
}

/** Parties under the names of the day, validity, the partnership that it serves, the date as printed. */
export function describeAgreement(agreement: Agreement, context: AgreementContext): Definition[] {
  const { language, directory, partnerships } = context;
  const valid = agreement.valid === null ? null : parseEdtf(agreement.valid);
  const partnership = agreement.partnership === null ? undefined : partnerships.get(agreement.partnership);
  return [
    {
      term: message(language, "agreements.parties"),
      values: agreement.parties.map(({ organisation, signatory }) => {
        const office = localize(signatory, language).text;
        return (
          <>
            <a href={links.organisation(language, organisation)}>
              {directory.name(organisation, language, agreement.signedFrom)}
            </a>
            {office !== "" && <span class="quiet"> {office}</span>}
          </>
        );
      }),
    },
    ...(valid?.ok
      ? [{ term: message(language, "agreements.valid"), values: [formatEdtf(valid.value, language)] }]
      : []),
    ...(partnership
      ? [
          {
            term: message(language, "agreements.partnership"),
            values: [
              <a href={links.partnership(language, partnership.id)}>
                {message(language, "partnerships.pair", {
                  home: directory.name(partnership.home, language),
                  partner: directory.name(partnership.partner, language),
                })}
              </a>,
            ],
          },
        ]
      : []),
    ...(agreement.signedText === null
      ? []
      : [{ term: message(language, "agreements.printed"), values: [<q>{agreement.signedText}</q>] }]),
  ];
}
