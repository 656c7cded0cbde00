import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { CityMapProps, MapPoint } from "../../web/map/city-map.tsx";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { nameCountry, nameSide } from "../programme/name-side.ts";
import type { Programme } from "../programme/programme.ts";
import type { Partnership } from "./partnership.ts";

export interface PartnershipMap {
  map: CityMapProps;
  /** bodies without a place on the map, each with its partners */
  undrawn: string[];
}

/** Every partner that has a place, a line for each pair that can be drawn, and all pairs in words. */
export function assembleMap(
  partnerships: readonly Partnership[],
  directory: OrganisationDirectory,
  programme: Programme,
  language: Language,
): PartnershipMap {
  const sides = [
    { side: "home" as const, ids: partnerships.map(({ home }) => home) },
    { side: "partner" as const, ids: partnerships.map(({ partner }) => partner) },
  ];
  const points = sides.flatMap(({ side, ids }) =>
    [...new Set(ids)].flatMap((id): MapPoint[] => {
      const { position } = directory.get(id);
      if (!position) return [];
      return [
        { id, name: nameOnMap(id, directory, language), ...position, side, href: links.organisation(language, id) },
      ];
    }),
  );
  const placed = new Set(points.map(({ id }) => id));
  const isDrawn = ({ home, partner }: Partnership) => placed.has(home) && placed.has(partner);
  const namePair = ({ home, partner }: Partnership) =>
    message(language, "home.map.pair", {
      home: directory.name(home, language),
      partner: directory.name(partner, language),
    });
  const count = (side: MapPoint["side"]) => points.filter((point) => point.side === side).length;
  const homeCountry = nameCountry(programme, programme.homeCountry, language);
  const partnerCountry = nameCountry(programme, programme.partnerCountry, language);
  return {
    map: {
      id: "partners-map",
      title: message(language, "home.map.caption"),
      description: message(language, "home.map.description", {
        homeCountry,
        partnerCountry,
        home: count("home"),
        partner: count("partner"),
      }),
      points,
      lines: partnerships.filter(isDrawn).map(({ home, partner }) => ({ from: home, to: partner })),
      homeLabel: nameSide(programme, programme.homeCountry, language),
      partnerLabel: nameSide(programme, programme.partnerCountry, language),
      listLabel: message(language, "home.map.list"),
      list: partnerships.map((pair) => ({ text: namePair(pair), href: links.partnership(language, pair.id) })),
    },
    undrawn: nameUndrawn(
      partnerships.filter((pair) => !isDrawn(pair)),
      directory,
      language,
    ),
  };
}

/** Governments by their name; an institute by its abbreviation, since a map has little room. */
function nameOnMap(id: string, directory: OrganisationDirectory, language: Language): string {
  return directory.get(id).tier === "institute" ? directory.shortName(id, language) : directory.name(id, language);
}

/** 「日本環境衛生センターと重慶市・西安市」: one entry for each body of the programme's own side. */
function nameUndrawn(pairs: readonly Partnership[], directory: OrganisationDirectory, language: Language): string[] {
  return [...new Set(pairs.map(({ home }) => home))].map((home) => {
    const partners = pairs.filter((pair) => pair.home === home).map(({ partner }) => directory.name(partner, language));
    return message(language, "home.map.bodyWithPartners", {
      body: directory.name(home, language),
      partners: partners.join(message(language, "list.separator")),
    });
  });
}
