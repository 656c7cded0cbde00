import { parseEdtf } from "../../../core/edtf.ts";
import { formatEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { type Language, languages, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Definition } from "../../../web/components/definition-list.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationName } from "../organisation.ts";
import type { OrganisationRecord } from "./organisation-record.ts";

/** Names in three languages, other names with their times, codes, what it belongs to. */
export function describeOrganisation(record: OrganisationRecord): Definition[] {
  const { organisation, language, programme } = record;
  const country = programme.countries.find(({ id }) => id === organisation.country);
  const definition = (
    name: "country" | "tier" | "parent" | "website" | "names" | "otherNames" | "codes" | "platform",
    values: Definition["values"],
  ) => (values.length === 0 ? [] : [{ term: message(language, `organisationPage.${name}`), values }]);
  return [
    ...definition("names", listNames(record)),
    ...definition("otherNames", listOtherNames(record)),
    ...definition("country", country ? [localize(country.name, language).text] : []),
    ...definition("tier", [choiceMessage(language, "organisation.tier", organisation.tier)]),
    ...definition("parent", describeParent(record)),
    ...definition("platform", describeRoles(record)),
    ...definition("codes", describeCodes(record)),
    ...definition("website", organisation.website ? [<a href={organisation.website}>{organisation.website}</a>] : []),
  ];
}

function listNames({ organisation, language }: OrganisationRecord): Definition["values"] {
  return languages.flatMap((other) => {
    const name = organisation.name[other];
    if (!name) return [];
    return [
      <>
        <span lang={languageTags[other]}>{name}</span>{" "}
        <span class="quiet">{message(language, `organisationPage.language.${other}`)}</span>
      </>,
    ];
  });
}

/** Former names first: they are what readers of old papers look for. */
function listOtherNames({ organisation, language }: OrganisationRecord): Definition["values"] {
  const kinds = ["former", "successor", "abbreviation", "alias", "reading", "printed"];
  return organisation.names
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .map((name) => (
      <>
        <span lang={languageTags[name.language]}>{name.name}</span>{" "}
        <span class="quiet">
          {[
            message(language, `organisationPage.language.${name.language}`),
            nameKind(name, language),
            writeValidity(name, language),
          ]
            .filter((text) => text !== "")
            .join(message(language, "list.separator"))}
        </span>
      </>
    ));
}

function nameKind(name: OrganisationName, language: Language): string {
  return choiceMessage(language, "organisationPage.nameKind", name.kind);
}

function writeValidity({ from, to }: OrganisationName, language: Language): string {
  if (from === null && to === null) return "";
  const parsed = parseEdtf(`${from ?? ".."}/${to ?? ".."}`);
  return parsed.ok ? formatEdtf(parsed.value, language) : "";
}

function describeParent({ organisation, directory, language }: OrganisationRecord): Definition["values"] {
  const above: Definition["values"] = [];
  for (let id = organisation.parent; id !== null; id = directory.get(id).parent) {
    above.push(<a href={links.organisation(language, id)}>{directory.name(id, language)}</a>);
  }
  return above;
}

function describeRoles({ roles, language, programme }: OrganisationRecord): Definition["values"] {
  return roles.map((role) => (
    <>
      <a href={links.structure(language)}>{choiceMessage(language, "platform.role", role.role)}</a>{" "}
      <span class="quiet">
        {role.fiscalYears
          .map((year) => fiscalYearLabel(programme.calendar, year, language))
          .join(message(language, "list.separator"))}
      </span>
      <br />
      {localize(role.task, language).text}
    </>
  ));
}

/** Japan's local government code, China's GB/T 2260 and ISO 3166-2. */
function describeCodes({ organisation: { codes }, language }: OrganisationRecord): Definition["values"] {
  return (["japan", "china", "iso"] as const).flatMap((scheme) => {
    const code = codes[scheme];
    return code === null ? [] : [message(language, `organisationPage.code.${scheme}`, { code })];
  });
}
