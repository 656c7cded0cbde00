import { codes, organisationTypeOf } from "./codes.ts";
import { element, someNarratives, type XmlElement } from "./element.ts";
import type { Material } from "./material.ts";

export interface Party {
  organisation: string;
  role: string;
}

/** One element a party and role; parties that the directory does not hold are left out. */
export function writeParties(parties: readonly Party[], { directory }: Material): XmlElement[] {
  const seen = new Set<string>();
  return parties.flatMap(({ organisation, role }) => {
    const found = directory.find(organisation);
    const key = `${organisation} ${role}`;
    if (!found || seen.has(key)) return [];
    seen.add(key);
    return [
      element("participating-org", { role, type: organisationTypeOf(found) }, ...someNarratives(found.name, found.id)),
    ];
  });
}

export function writeReporter({ reporter, reference, programme }: Material): XmlElement {
  const name = reporter?.name ?? programme.name;
  const type = reporter === null ? "90" : organisationTypeOf(reporter);
  return element(
    "reporting-org",
    { ref: reference, type, "secondary-reporter": "0" },
    ...someNarratives(name, reporter?.id ?? programme.id),
  );
}

/** Who answers for the programme and who runs it: the ministries, and the platforms that they designated. */
export function listProgrammeParties(material: Material): Party[] {
  const { framework, programme } = material;
  const platforms = framework.platforms.map(({ organisation, country }) => ({
    organisation,
    role: country === programme.homeCountry ? codes.role.extending : codes.role.implementing,
  }));
  return [
    ...listFunders("programme", material),
    ...framework.nodes
      .filter(({ level }) => level === "central")
      .flatMap(({ organisations }) => organisations.slice(0, 1))
      .map((organisation) => ({ organisation, role: codes.role.accountable })),
    ...platforms,
  ];
}

/** Who pays, as far as the records say; `home` pays where the work is done on its own budget. */
export function listFunders(funding: string, { framework, programme }: Material, home?: string): Party[] {
  const role = codes.role.funding;
  if (funding === "own" && home !== undefined) return [{ organisation: home, role }];
  // The choice `jica` of the sheets names that agency by its id.
  if (funding === "jica") return [{ organisation: "jica", role }];
  if (funding !== "programme") return [];
  const central = framework.nodes.find(
    ({ level, country }) => level === "central" && country === programme.homeCountry,
  );
  return (central?.organisations ?? []).slice(0, 1).map((organisation) => ({ organisation, role }));
}
