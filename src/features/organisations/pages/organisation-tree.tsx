import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Programme } from "../../programme/programme.ts";
import type { OrganisationDirectory } from "../directory.ts";
import type { Organisation } from "../organisation.ts";
import type { OrganisationUnit } from "../organisation-list.ts";

interface OrganisationTreeProps {
  units: OrganisationUnit[];
  programme: Pick<Programme, "countries">;
  directory: OrganisationDirectory;
  language: Language;
}

/** Country, tier, organisation, offices. */
export function OrganisationTree({ units, programme, directory, language }: OrganisationTreeProps) {
  const countries = [...new Set(units.map((unit) => unit.organisation.country))];
  return (
    <>
      {countries.map((country) => {
        const own = units.filter((unit) => unit.organisation.country === country);
        const name = programme.countries.find(({ id }) => id === country)?.name;
        return (
          <Section
            key={country}
            id={`country-${country ?? "none"}`}
            title={name ? localize(name, language) : message(language, "organisations.international")}
          >
            {[...new Set(own.map((unit) => unit.organisation.tier))].map((tier) => (
              <div key={tier} class="organisation-tier">
                <h3>{choiceMessage(language, "organisation.tier", tier)}</h3>
                <ul class="organisation-units">
                  {own
                    .filter((unit) => unit.organisation.tier === tier)
                    .map((unit) => (
                      <Unit key={unit.organisation.id} unit={unit} directory={directory} language={language} isTop />
                    ))}
                </ul>
              </div>
            ))}
          </Section>
        );
      })}
    </>
  );
}

interface UnitProps {
  unit: OrganisationUnit;
  directory: OrganisationDirectory;
  language: Language;
  isTop?: boolean | undefined;
}

function Unit({ unit: { organisation, offices }, directory, language, isTop }: UnitProps) {
  const above = isTop ? nameAbove(organisation, directory, language) : null;
  // Below its government an office goes by its short name, as on a plan of the building; bare initials tell nobody.
  const short = isTop ? undefined : organisation.shortName[language];
  const isInitials = short !== undefined && /^[A-Z0-9.& -]+$/.test(short);
  return (
    <li>
      <a href={links.organisation(language, organisation.id)}>
        {short !== undefined && !isInitials ? short : <Words value={localize(organisation.name, language)} />}
      </a>
      {above !== null && <span class="organisation-above">{above}</span>}
      {offices.length > 0 && (
        <ul class="organisation-offices">
          {offices.map((office) => (
            <Unit key={office.organisation.id} unit={office} directory={directory} language={language} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The prefecture of a city, or the government of an office that a search found by itself. */
function nameAbove(organisation: Organisation, directory: OrganisationDirectory, language: Language): string | null {
  return organisation.parent === null ? null : directory.name(organisation.parent, language);
}
