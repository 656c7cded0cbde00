import { governmentTiers, type Organisation } from "../../organisations/organisation.ts";
import { codes } from "./codes.ts";
import { element, narratives, someNarratives, type XmlElement } from "./element.ts";
import type { Material } from "./material.ts";

/** ISO 3166-1, as the list of countries of a programme may write it in small letters. */
export function writeCountry({ programme }: Material): XmlElement[] {
  const code = programme.partnerCountry.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return [];
  const name = programme.countries.find(({ id }) => id === programme.partnerCountry)?.name ?? {};
  return [element("recipient-country", { code }, ...narratives(name))];
}

/** The partner country's local governments among the organisations. */
export function listPlaces(ids: readonly string[], { directory, programme }: Material): Organisation[] {
  return [...new Set(ids)]
    .map((id) => directory.find(id))
    .filter((place) => place !== null)
    .filter(({ country, tier }) => country === programme.partnerCountry && governmentTiers.includes(tier));
}

export function writeScope(places: readonly Organisation[]): XmlElement[] {
  const { severalRegions, oneRegion, oneMunicipality } = codes.scope;
  const [only] = places;
  if (!only) return [];
  if (places.length > 1) return [element("activity-scope", { code: severalRegions })];
  return [element("activity-scope", { code: only.tier === "city" ? oneMunicipality : oneRegion })];
}

/** The point is the seat of the government, which stands for its whole area: approximate. */
export function writeLocation(place: Organisation): XmlElement {
  const { position } = place;
  return element(
    "location",
    { ref: place.id },
    element("location-reach", { code: codes.locationReach.activity }),
    element("name", {}, ...someNarratives(place.name, place.id)),
    ...(position
      ? [
          element(
            "point",
            { srsName: "http://www.opengis.net/def/crs/EPSG/0/4326" },
            element("pos", {}, `${position.latitude} ${position.longitude}`),
          ),
          element("exactness", { code: codes.exactness.approximate }),
        ]
      : []),
    element("location-class", { code: codes.locationClass.administrativeRegion }),
  );
}
